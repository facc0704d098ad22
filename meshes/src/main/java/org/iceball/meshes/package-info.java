/**
 * Label volumes in and out, resampling between image and simulation grid, phantoms, and the step
 * from a case to its anatomy.
 */
package org.iceball.meshes;
