package org.iceball.study.bench;

import org.iceball.model.Numerics.Precision;

/**
 * What a device did at best while the kernels were timed.
 *
 * @param device its name
 * @param precision of the numbers
 * @param edge the arrays were as long as a field on a cube of this edge [cells]
 * @param copy [B/s]
 * @param triad [B/s]
 * @param multiplyAdds fused, in registers [1/s]
 */
public record RoofRow(
    String device,
    Precision precision,
    int edge,
    Samples copy,
    Samples triad,
    Samples multiplyAdds) {}
