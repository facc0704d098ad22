package org.iceball.plan;

import java.util.ArrayList;
import java.util.List;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.injury.TargetMask;
import org.iceball.model.Anatomy;
import org.iceball.model.Region;

/**
 * The cells at which the surrogate looks: of target and margin, of the healthy organ round it, and
 * of the structures to be spared.
 *
 * @param cells indices on the grid, shape [samples]; not modified
 * @param x their centres [m], shape [samples]; not modified
 * @param y [m]
 * @param z [m]
 * @param kind of each: one of the constants; not modified
 * @param limit of each spared cell [K], NaN elsewhere
 * @param healthyVolume of organ that a healthy sample stands for [m3]
 */
record Samples(
    int[] cells,
    double[] x,
    double[] y,
    double[] z,
    byte[] kind,
    double[] limit,
    double healthyVolume) {
  static final byte TARGET = 0;
  static final byte MARGIN = 1;
  static final byte HEALTHY = 2;
  static final byte SPARED = 3;

  private static final int MOST_COVERED = 2500;
  private static final int MOST_HEALTHY = 1500;
  private static final int MOST_SPARED = 600;

  /** Healthy organ further out than this is hardly ever frozen [m]. */
  private static final double FAR = 25e-3;

  static Samples of(Ranker ranker, double margin) {
    Grid g = ranker.grid();
    TargetMask mask = ranker.mask();
    List<Integer> covered = new ArrayList<>();
    List<Integer> healthy = new ArrayList<>();
    List<Integer> spared = new ArrayList<>();
    double[] limits = new double[256];
    java.util.Arrays.fill(limits, Double.NaN);
    for (Region r : ranker.asked().regions()) {
      limits[r.label()] = r.limit();
    }
    Anatomy anatomy = ranker.anatomy();
    for (int c = 0; c < g.cells(); c++) {
      double d = mask.distance(c);
      if (mask.counts(c) && d <= margin) {
        covered.add(c);
      } else if (mask.counts(c) && d <= FAR) {
        healthy.add(c);
      }
      if (!Double.isNaN(limits[anatomy.labels().at(c)])) {
        spared.add(c);
      }
    }
    double each = healthy.isEmpty() ? 0 : (double) healthy.size();
    covered = thinned(covered, MOST_COVERED);
    healthy = thinned(healthy, MOST_HEALTHY);
    spared = thinned(spared, MOST_SPARED);
    each = healthy.isEmpty() ? 0 : each / healthy.size() * g.cellVolume();
    int n = covered.size() + healthy.size() + spared.size();
    Samples s =
        new Samples(
            new int[n],
            new double[n],
            new double[n],
            new double[n],
            new byte[n],
            new double[n],
            each);
    int at = 0;
    for (int c : covered) {
      s.put(at++, c, g, mask.isTarget(c) ? TARGET : MARGIN, Double.NaN);
    }
    for (int c : healthy) {
      s.put(at++, c, g, HEALTHY, Double.NaN);
    }
    for (int c : spared) {
      s.put(at++, c, g, SPARED, limits[anatomy.labels().at(c)]);
    }
    return s;
  }

  private void put(int at, int cell, Grid g, byte of, double kelvin) {
    Vec3 p = g.centre(cell);
    cells[at] = cell;
    x[at] = p.x();
    y[at] = p.y();
    z[at] = p.z();
    kind[at] = of;
    limit[at] = kelvin;
  }

  /** At most so many of them, evenly taken. */
  private static List<Integer> thinned(List<Integer> all, int most) {
    if (all.size() <= most) {
      return all;
    }
    List<Integer> some = new ArrayList<>();
    for (int n = 0; n < most; n++) {
      some.add(all.get((int) ((long) n * all.size() / most)));
    }
    return some;
  }
}
