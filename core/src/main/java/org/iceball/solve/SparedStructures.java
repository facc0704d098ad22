package org.iceball.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.iceball.grid.Grid;
import org.iceball.grid.Labels;
import org.iceball.grid.Vec3;
import org.iceball.model.Region;

/** Watches the walls of the structures that are to be spared. */
final class SparedStructures {
  private final Grid grid;
  private final List<Watched> watched = new ArrayList<>();

  /** A structure and what was seen of it. */
  private static final class Watched {
    final Region region;
    final int[] wall;
    double time;
    double before = Double.NaN;
    double beyond;
    double since = Double.NaN;
    double hottest = Double.NEGATIVE_INFINITY;

    Watched(Region region, int[] wall) {
      this.region = region;
      this.wall = wall;
    }

    /** Adds the time beyond the limit since the last look, the coldest point being interpolated. */
    void see(double now, double coldest) {
      double limit = region.limit();
      if (!Double.isNaN(before)) {
        double step = now - time;
        double a = limit - before;
        double b = limit - coldest;
        double part = (Math.max(a, 0) + Math.max(b, 0)) / (Math.abs(a) + Math.abs(b));
        double share = a > 0 && b > 0 ? 1 : a <= 0 && b <= 0 ? 0 : part;
        beyond += share * step;
        if (Double.isNaN(since) && share > 0) {
          since = a > 0 ? time : now - share * step;
        }
      }
      time = now;
      before = coldest;
    }
  }

  SparedStructures(Labels labels, List<Region> regions) {
    grid = labels.grid();
    for (Region r : regions) {
      int[] wall = r.isSpared() ? wall(labels, r.label()) : new int[0];
      if (wall.length > 0) {
        watched.add(new Watched(r, wall));
      }
    }
  }

  /** Cells of the label with a neighbour of another. */
  private static int[] wall(Labels labels, int label) {
    Grid g = labels.grid();
    int[] step = {1, g.nx(), g.nx() * g.ny()};
    int[] size = {g.nx(), g.ny(), g.nz()};
    int[] found = new int[g.cells()];
    int n = 0;
    for (int c = 0; c < found.length; c++) {
      if (labels.at(c) != label) {
        continue;
      }
      int[] at = {c % g.nx(), c / g.nx() % g.ny(), c / g.nx() / g.ny()};
      boolean rim = false;
      for (int axis = 0; axis < 3; axis++) {
        rim |= at[axis] > 0 && labels.at(c - step[axis]) != label;
        rim |= at[axis] < size[axis] - 1 && labels.at(c + step[axis]) != label;
      }
      if (rim) {
        found[n++] = c;
      }
    }
    return Arrays.copyOf(found, n);
  }

  /**
   * Looks at a moment.
   *
   * @param time [s]
   * @param temperature [K], shape [cells]; not modified
   */
  void see(double time, float[] temperature) {
    for (Watched w : watched) {
      w.see(time, temperature[coldest(w.wall, temperature)]);
      for (int c : w.wall) {
        w.hottest = Math.max(w.hottest, temperature[c]);
      }
    }
  }

  private static int coldest(int[] wall, float[] temperature) {
    int at = wall[0];
    for (int c : wall) {
      at = temperature[c] < temperature[at] ? c : at;
    }
    return at;
  }

  /**
   * The reports.
   *
   * @param lowest lowest temperature each cell ever had [K], shape [cells]; not modified
   */
  List<SparedReport> reports(float[] lowest) {
    List<SparedReport> reports = new ArrayList<>();
    for (Watched w : watched) {
      int at = coldest(w.wall, lowest);
      Vec3 where = grid.centre(at);
      reports.add(
          new SparedReport(
              w.region.name(), w.region.limit(), lowest[at], w.hottest, where, w.beyond, w.since));
    }
    return List.copyOf(reports);
  }

  /** A warning for each structure that was not spared. */
  static List<String> warnings(List<SparedReport> reports) {
    List<String> warnings = new ArrayList<>();
    for (SparedReport r : reports) {
      if (r.coldest() < r.limit()) {
        warnings.add(
            String.format(
                Locale.ROOT,
                "The wall of %s, to be spared, fell to %.1f degC, below its limit of %.1f degC,"
                    + " and was beyond it for %.1f min.",
                r.name(),
                r.coldest() - 273.15,
                r.limit() - 273.15,
                r.beyond() / 60));
      }
    }
    return warnings;
  }
}
