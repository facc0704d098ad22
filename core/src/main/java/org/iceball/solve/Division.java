package org.iceball.solve;

/**
 * The cells divided by pace: the near part, where ice conducts and needles pull, needs short steps;
 * the far part, unfrozen and far from needles, can take long ones. Over one far step the heat that
 * crosses between them is found by the far part and flows evenly into the near part, so that none
 * is lost; docs/numerics.md says what that costs.
 */
public interface Division {
  /** Needs short steps. */
  Patch near();

  /** Takes one long step, before the near part takes its short ones. */
  Patch far();

  /** The longest far step that keeps the two in touch [s]. */
  double pace();

  /**
   * True where both parts are to be shown to who watches steps, when they have come together; false
   * where the near part alone is, at each of its steps.
   */
  boolean isAllShown();

  /** After a far step of a length [s], before the near steps that cover it. */
  void handOver(double tau);

  /** After the near steps. */
  void join();
}
