package org.iceball.model;

/**
 * How the case is solved.
 *
 * @param stepper which time stepper
 * @param precision of the state
 * @param threads number of threads, at least 1; changes no result
 * @param backend {@code cpu}, {@code opencl}, {@code opencl:N} or {@code auto}
 * @param tolerance of a step that chooses its own length: estimated error over the change it makes,
 *     both summed over all cells [1]
 */
public record Numerics(
    StepperKind stepper, Precision precision, int threads, String backend, double tolerance) {
  /** Tolerance of ordinary runs [1]; docs/decisions/0003-step-by-error.md says what it keeps. */
  public static final double TOLERANCE = 0.3;

  /** With the tolerance of ordinary runs. */
  public Numerics(StepperKind stepper, Precision precision, int threads, String backend) {
    this(stepper, precision, threads, backend, TOLERANCE);
  }

  /** The time steppers. */
  public enum StepperKind {
    /** First order, the reference. */
    EULER,
    /** Second-order Runge-Kutta-Legendre super-time-stepping (Meyer, Balsara, Aslam 2014). */
    RKL2
  }

  /** Word length of the state. */
  public enum Precision {
    FP64,
    FP32
  }
}
