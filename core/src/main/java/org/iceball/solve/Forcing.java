package org.iceball.solve;

import org.iceball.grid.Grid;

/** What drives the cells from outside; every kernel that computes some of them is told of it. */
final class Forcing {
  /** Conductivity integral of each wall [W/m], as for {@link Backend#drive}; null at first. */
  double[] walls;

  /** Part of each material's perfusion that flows [1]; null where all does. */
  double[] perfused;

  /** Heat of a current at an amplitude of one [W/m3], shape [cells]; null without. */
  double[] heat;

  /** How much of that heat there is [1]. */
  double amplitude;

  /** True where other walls than now would be passive, or colder than the liquidus. */
  boolean pullsOtherwise(double[] wall) {
    if (walls == null) {
      return true;
    }
    for (int w = 0; w < wall.length; w++) {
      if (wall[w] < 0 != walls[w] < 0 || Double.isNaN(wall[w]) != Double.isNaN(walls[w])) {
        return true;
      }
    }
    return false;
  }

  /**
   * True where a needle or wall is colder than the liquidus.
   *
   * @param walls as for {@link Backend#drive}; not modified
   */
  static boolean isCold(int needle, double[] walls, int materials) {
    for (int m = 0; m < materials; m++) {
      if (walls[needle * materials + m] < 0) {
        return true;
      }
    }
    return false;
  }

  /** Tells a kernel that computes a box of the cells. */
  void apply(HeatKernel kernel, Box box, Grid grid) {
    if (walls != null) {
      kernel.drive(walls);
    }
    if (perfused != null) {
      kernel.perfuse(perfused);
    }
    heat(kernel, box, grid);
  }

  /** Tells it of the heat of the current alone. */
  void heat(HeatKernel kernel, Box box, Grid grid) {
    if (heat != null) {
      kernel.source(box.cut(heat, grid));
      kernel.amplitude(amplitude);
    }
  }
}
