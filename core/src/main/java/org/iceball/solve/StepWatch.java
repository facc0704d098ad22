package org.iceball.solve;

/**
 * Is told of every step that a stepper accepts; of a division of those of the near part, or of
 * those after which both parts have come together ({@link Division#isAllShown}).
 */
public interface StepWatch {
  /** Nobody watches. */
  StepWatch NOBODY = (patch, tau) -> {};

  /**
   * Called after a step.
   *
   * @param patch that moved on
   * @param tau length of the step [s]
   */
  void stepped(Patch patch, double tau);
}
