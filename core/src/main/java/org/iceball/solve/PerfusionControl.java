package org.iceball.solve;

/** A backend whose perfusion can be turned down while it runs, as an inflow clamp does. */
public interface PerfusionControl {

  /**
   * Sets the part of its normal perfusion that each material gets from now on; metabolism and
   * stasis stay as they are. Holds for the next evaluation of the balance.
   *
   * @param part factor on term (2) for each material of the model [1], shape [materials]; not kept
   */
  void perfuse(double[] part);
}
