package org.iceball.solve;

/** Is told of every step that a stepper accepts, also of those of the near part of a division. */
public interface StepWatch {
  /** Nobody watches. */
  StepWatch NOBODY = (patch, tau) -> {};

  /**
   * Called after a step.
   *
   * @param patch that moved on; of a division the near part, which holds all cells that are cold
   * @param tau length of the step [s]
   */
  void stepped(Patch patch, double tau);
}
