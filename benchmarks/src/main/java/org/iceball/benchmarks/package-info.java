/** Measurements for engineers: kernels under JMH, the twin in C, programs of other people. */
package org.iceball.benchmarks;
