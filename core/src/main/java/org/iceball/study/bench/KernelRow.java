package org.iceball.study.bench;

import org.iceball.model.Numerics.Precision;

/**
 * The speed of the bare kernel: super-steps on all cells of a cube.
 *
 * @param device its name
 * @param precision of the state
 * @param edge of the cube [cells]
 * @param cellSteps evaluations of the balance times cells over time [1/s]
 * @param ofRoof the time that {@link #FIELDS} numbers a cell step take at the triad's bandwidth,
 *     measured in turn with the kernel, over the time it took [1]; null where the device has no
 *     roof
 * @param ofCpu speed over that of the CPU backend, measured in turn [1]; null for the CPU itself
 *     and where it was not asked for
 * @param difference from the CPU after the same steps, null like {@code ofCpu}
 */
public record KernelRow(
    String device,
    Precision precision,
    int edge,
    Samples cellSteps,
    Samples ofRoof,
    Samples ofCpu,
    Difference difference) {
  /** Fields that a cell step has to move at least: one read, one read and then written. */
  public static final int FIELDS = 3;
}
