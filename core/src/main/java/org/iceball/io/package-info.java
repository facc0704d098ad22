/** Case files in, results out. The only package that touches files. */
package org.iceball.io;
