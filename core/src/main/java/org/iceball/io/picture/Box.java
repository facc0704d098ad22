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
    int cell = 0;
    for (int k = 0; k < grid.nz(); k++) {
      for (int j = 0; j < grid.ny(); j++) {
        for (int i = 0; i < grid.nx(); i++, cell++) {
          if (outcome.lowest()[cell] < warmest || isTarget[anatomy.labels().at(cell)]) {
            box = box.with(grid.centre(i, j, k));
          }
        }
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
    Vec3 low = max(box.low.minus(all(PADDING)), first);
    Vec3 high = min(box.high.plus(all(PADDING)), last);
    return new Box(min(low, last), max(high, first));
  }

  /** Extent along a patient axis [m]. */
  double extent(int axis) {
    return SlicePlane.component(high, axis) - SlicePlane.component(low, axis);
  }

  private Box with(Vec3 p) {
    return new Box(min(low, p), max(high, p));
  }

  private static Vec3 all(double c) {
    return new Vec3(c, c, c);
  }

  private static Vec3 min(Vec3 a, Vec3 b) {
    return new Vec3(Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.min(a.z(), b.z()));
  }

  private static Vec3 max(Vec3 a, Vec3 b) {
    return new Vec3(Math.max(a.x(), b.x()), Math.max(a.y(), b.y()), Math.max(a.z(), b.z()));
  }
}
