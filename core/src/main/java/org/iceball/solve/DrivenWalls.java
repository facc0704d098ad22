package org.iceball.solve;

/** The walls that drive the cells, as a stepper sees them. */
public interface DrivenWalls {
  /** Temperature of the coldest one [K], or positive infinity. */
  double coldest();

  /**
   * Lets the walls of cold needles follow the tissue after a step of the cells near them.
   *
   * @param powers of the last evaluation of the balance of those cells [W], see {@link Powers}
   * @return whether one of them moved, so that the balance has to be evaluated anew
   */
  boolean follow(double[] powers);

  /** Walls that do not follow anything, the coldest of which has a temperature [K]. */
  static DrivenWalls held(double coldest) {
    return new DrivenWalls() {
      @Override
      public double coldest() {
        return coldest;
      }

      @Override
      public boolean follow(double[] powers) {
        return false;
      }
    };
  }
}
