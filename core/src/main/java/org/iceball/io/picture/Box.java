package org.iceball.io.picture;

import org.iceball.device.Needle;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.model.Anatomy;
import org.iceball.model.Region;
import org.iceball.solve.Outcome;

/**
 * The part of the patient that is shown.
 *
 * @param low corner with the smallest coordinates [m], RAS
 * @param high the opposite corner [m], RAS
 */
record Box(Vec3 low, Vec3 high) {
  private static final double PADDING = 10e-3;

  /** Ice, target and active zones with 10 mm round them, within the grid. */
  static Box around(Outcome outcome) {
    Anatomy anatomy = outcome.anatomy();
    Grid grid = anatomy.labels().grid();
    boolean[] isTarget = Palette.labelsOf(outcome.asked().regions(), Region.Role.TARGET);
    double warmest = outcome.asked().thresholds().stream().mapToDouble(t -> t).max().orElse(273.15);
    Box box = new Box(all(Double.POSITIVE_INFINITY), all(Double.NEGATIVE_INFINITY));
    for (int cell = 0; cell < grid.cells(); cell++) {
      if (outcome.lowest()[cell] < warmest || isTarget[anatomy.labels().at(cell)]) {
        box = box.with(grid.centre(cell));
      }
    }
    for (Needle needle : outcome.needles()) {
      box = box.with(needle.tip()).with(needle.activeEnd());
    }
    Vec3 half = all(grid.spacing() / 2);
    Vec3 first = grid.origin().minus(half);
    Vec3 last = grid.centre(grid.nx() - 1, grid.ny() - 1, grid.nz() - 1).plus(half);
    if (box.low.x() > box.high.x()) {
      return new Box(first, last);
    }
    Vec3 low = Vec3.most(box.low.minus(all(PADDING)), first);
    Vec3 high = Vec3.least(box.high.plus(all(PADDING)), last);
    return new Box(Vec3.least(low, last), Vec3.most(high, first));
  }

  /** Extent along a patient axis [m]. */
  double extent(int axis) {
    return SlicePlane.component(high, axis) - SlicePlane.component(low, axis);
  }

  private Box with(Vec3 p) {
    return new Box(Vec3.least(low, p), Vec3.most(high, p));
  }

  private static Vec3 all(double c) {
    return new Vec3(c, c, c);
  }
}
