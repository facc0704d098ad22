package org.iceball.io.checkpoint;

/** A run ended early because it was asked to; its state is kept. */
public final class RunStopped extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final double time;

  /**
   * @param time simulated so far [s]
   */
  RunStopped(double time) {
    super("stopped at " + time + " s");
    this.time = time;
  }

  /** Simulated so far [s]. */
  public double time() {
    return time;
  }
}
