package org.iceball.solve;

/**
 * What a device does at best, measured on it: no kernel can be faster.
 *
 * @param copy bytes that a copy of one array to another moves, those included that a processor
 *     reads only because they are about to be overwritten [B/s]
 * @param triad the same for a = b + s c [B/s]
 * @param multiplyAdds fused multiply-adds on values that stay in registers [1/s]
 */
public record Roof(double copy, double triad, double multiplyAdds) {}
