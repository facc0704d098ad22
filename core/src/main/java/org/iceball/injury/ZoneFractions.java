package org.iceball.injury;

import org.iceball.grid.Grid;

/** Parts of cells that lie in several zones, and values that a cell has none of its own for. */
final class ZoneFractions {
  private ZoneFractions() {}

  /**
   * The part of each cell that lies in both of two zones, one of which lies well inside the other.
   *
   * @param one part of each cell [1]; becomes the result
   * @param other the same; not modified
   */
  static float[] both(float[] one, float[] other) {
    for (int c = 0; c < one.length; c++) {
      one[c] = Math.min(one[c], other[c]);
    }
    return one;
  }

  /**
   * The part of each cell that lies in one zone or another, one of which holds the other there.
   *
   * @param one part of each cell [1]; becomes the result
   * @param other the same; not modified
   */
  static void orElse(float[] one, float[] other) {
    for (int c = 0; c < one.length; c++) {
      one[c] = Math.max(one[c], other[c]);
    }
  }

  /**
   * Gives cells without a value the smallest of those of the six cells beside them.
   *
   * @param values shape [cells]; modified
   * @param without what stands where there is no value; stays where no neighbour has one either
   */
  static void lend(Grid g, float[] values, float without) {
    float[] own = values.clone();
    int[] step = {1, g.nx(), g.nx() * g.ny()};
    int[] size = {g.nx(), g.ny(), g.nz()};
    for (int c = 0; c < own.length; c++) {
      if (own[c] == without) {
        for (int axis = 0; axis < 3; axis++) {
          int p = c / step[axis] % size[axis];
          if (p > 0) {
            values[c] = Math.min(values[c], own[c - step[axis]]);
          }
          if (p + 1 < size[axis]) {
            values[c] = Math.min(values[c], own[c + step[axis]]);
          }
        }
      }
    }
  }
}
