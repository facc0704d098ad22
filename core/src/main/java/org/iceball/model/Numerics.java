package org.iceball.model;

/**
 * How the case is solved.
 *
 * @param stepper which time stepper
 * @param precision of the state
 * @param threads number of threads, at least 1; changes no result
 * @param backend {@code cpu}, {@code opencl}, {@code opencl:N} or {@code auto}
 */
public record Numerics(StepperKind stepper, Precision precision, int threads, String backend) {
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
