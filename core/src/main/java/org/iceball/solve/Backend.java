package org.iceball.solve;

/** Holds the state of a run, as one patch or divided by pace, and does arithmetic on it. */
public interface Backend extends Patch, AutoCloseable {

  /** What computes, for people. */
  String name();

  /**
   * Sets what the needles do from now on.
   *
   * @param wall conductivity integral at each needle's wall [W/m] for each material, shape [needle
   *     * materials + material]; NaN where the needle is passive
   */
  void drive(double[] wall);

  /**
   * Divides the cells by pace, as they are now, or keeps the division that fits. After a division
   * has ended, m is not the balance at h.
   *
   * @return null where one pace for all is as good
   */
  default Division divide() {
    return null;
  }

  /** Copies the enthalpy [J/m3] into an array of shape [cells], x fastest. */
  void readEnthalpy(double[] into);

  /** Copies the enthalpy of plane k [J/m3] into an array of shape [nx * ny], x fastest. */
  void readEnthalpy(int k, double[] into);

  /**
   * The cells that are computed, whole rows along x; the others are as they were at the start. It
   * only grows.
   */
  Box window();

  /** Copies temperature [K] into an array of shape [cells]. */
  void readTemperature(float[] into);

  /** Copies the lowest temperature each cell ever had [K] into an array of shape [cells]. */
  void readLowest(float[] into);

  /**
   * Like {@link #readTemperature(float[])}, of the rows of a box; the others keep what they hold.
   */
  default void readTemperature(Box rows, float[] into) {
    readTemperature(into);
  }

  /** Like {@link #readLowest(float[])}, of the rows of a box; the others keep what they hold. */
  default void readLowest(Box rows, float[] into) {
    readLowest(into);
  }

  /** What a stepper that watches its error moves on: all cells, or the near part of them. */
  default Patch inUse() {
    return this;
  }

  /**
   * Looks for an enthalpy that is not finite, between two steps; changes nothing.
   *
   * @param rows whose rows are looked at
   * @return the number of the first such cell in the grid, or -1
   */
  int notFinite(Box rows);

  /** Cells whose balance was evaluated, added up over all evaluations. */
  long cellUpdates();

  /** Total enthalpy [J], summed in a fixed order with compensation. */
  double totalEnthalpy();

  /** Gives everything back. */
  @Override
  void close();
}
