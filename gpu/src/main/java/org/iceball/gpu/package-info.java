/**
 * The OpenCL backend: {@link org.iceball.gpu.OpenClProvider} is found at run time by name. JOCL is
 * touched by {@link org.iceball.gpu.OpenCl} alone; docs/gpu.md says how it all works.
 */
package org.iceball.gpu;
