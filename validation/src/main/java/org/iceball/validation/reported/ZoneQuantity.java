package org.iceball.validation.reported;

import java.util.ArrayList;
import java.util.List;
import org.iceball.device.Needle;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.injury.ColdFraction;
import org.iceball.injury.ZoneMetrics;
import org.iceball.solve.Outcome;

/** A length that studies report of a zone, at the end of a run. All needles run along z. */
public enum ZoneQuantity {
  /** Mean of the two shorter axes. */
  WIDTH("width") {
    @Override
    double of(Outcome o, double threshold) {
      List<Double> axes = axes(o, threshold);
      return (axes.get(1) + axes.get(2)) / 2;
    }
  },
  /** The longest axis. */
  LENGTH("length") {
    @Override
    double of(Outcome o, double threshold) {
      return axes(o, threshold).get(0);
    }
  },
  /** Diameter of a circle with the area of the zone in the plane across the needles' middles. */
  PLANE_DIAMETER("plane diameter") {
    @Override
    double of(Outcome o, double threshold) {
      return 2 * StrictMath.sqrt(plane(o, threshold) / Math.PI);
    }
  },
  /** Half of what that diameter at 0 degC is more. */
  PLANE_GAP("plane gap to 0 degC") {
    @Override
    double of(Outcome o, double threshold) {
      return (PLANE_DIAMETER.of(o, 273.15) - PLANE_DIAMETER.of(o, threshold)) / 2;
    }
  },
  /** Half of that diameter less the mean distance of the needles from their centre. */
  PLANE_REACH("plane reach") {
    @Override
    double of(Outcome o, double threshold) {
      Vec3 centre = Vec3.ZERO;
      for (Needle n : o.needles()) {
        centre = centre.plus(n.tip().times(1.0 / o.needles().size()));
      }
      double out = 0;
      for (Needle n : o.needles()) {
        out += n.tip().minus(centre).norm() / o.needles().size();
      }
      return PLANE_DIAMETER.of(o, threshold) / 2 - out;
    }
  };

  private final String key;

  ZoneQuantity(String key) {
    this.key = key;
  }

  /** Its name in the table. */
  public String key() {
    return key;
  }

  /** The quantity of that name. */
  static ZoneQuantity named(String key) {
    for (ZoneQuantity q : values()) {
      if (q.key.equals(key)) {
        return q;
      }
    }
    throw new IllegalArgumentException("no quantity is called " + key);
  }

  /**
   * The length [m] in an outcome whose run ended with its last freeze.
   *
   * @param threshold [K]
   */
  abstract double of(Outcome outcome, double threshold);

  private static List<Double> axes(Outcome o, double threshold) {
    return ZoneMetrics.measure(o.anatomy().labels().grid(), o.temperature(), threshold).axes();
  }

  /** Area of the zone in the plane across the middles of the active zones [m2]. */
  private static double plane(Outcome o, double threshold) {
    Grid grid = o.anatomy().labels().grid();
    float[] fraction = ColdFraction.of(grid, o.temperature(), threshold);
    Needle first = o.needles().get(0);
    Vec3 middle = first.tip().plus(first.activeEnd()).times(0.5);
    double k = grid.toIndex(middle).z();
    int below = (int) Math.floor(k);
    List<Double> areas = new ArrayList<>();
    for (int plane = below; plane <= below + 1; plane++) {
      double sum = 0;
      int cells = grid.nx() * grid.ny();
      for (int c = 0; c < cells; c++) {
        sum += fraction[plane * cells + c];
      }
      areas.add(sum * grid.spacing() * grid.spacing());
    }
    return areas.get(0) + (k - below) * (areas.get(1) - areas.get(0));
  }
}
