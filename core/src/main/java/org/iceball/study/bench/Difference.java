package org.iceball.study.bench;

/**
 * How far two results lie apart.
 *
 * @param cells that do not agree to the last bit
 * @param of how many
 * @param largest difference of temperature [K]
 */
public record Difference(long cells, long of, double largest) {}
