package org.iceball.meshes;

import java.util.Arrays;
import java.util.Locale;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;

/** An axis-aligned box that grows over what it is to hold; empty at first. */
final class Bounds {
  /** Most cells of a simulation grid. */
  static final long MAX_CELLS = 100_000_000;

  /** A box that is longer than whole cells by less than this gets no further cell [cells]. */
  private static final double ROUNDING = 1e-6;

  private final double[] low = new double[3];
  private final double[] high = new double[3];

  Bounds() {
    Arrays.fill(low, Double.POSITIVE_INFINITY);
    Arrays.fill(high, Double.NEGATIVE_INFINITY);
  }

  boolean isEmpty() {
    return low[0] > high[0];
  }

  /** Grows over a point and a box of these half edges [m] round it. */
  void include(Vec3 point, Vec3 half) {
    include(0, point.x(), half.x());
    include(1, point.y(), half.y());
    include(2, point.z(), half.z());
  }

  private void include(int axis, double at, double half) {
    low[axis] = Math.min(low[axis], at - half);
    high[axis] = Math.max(high[axis], at + half);
  }

  /** Grows over another box. */
  void include(Bounds other) {
    if (!other.isEmpty()) {
      include(new Vec3(other.low[0], other.low[1], other.low[2]), Vec3.ZERO);
      include(new Vec3(other.high[0], other.high[1], other.high[2]), Vec3.ZERO);
    }
  }

  /** Grows by so much on every side [m]. */
  void grow(double by) {
    for (int axis = 0; axis < 3; axis++) {
      low[axis] -= by;
      high[axis] += by;
    }
  }

  /**
   * The grid with the fewest cells that covers the box and has its centre.
   *
   * @param spacing edge of a cell [m]
   * @throws CaseException where it would have more than {@link #MAX_CELLS} cells
   */
  Grid grid(double spacing) {
    double cells = cells(spacing);
    if (!(cells <= MAX_CELLS)) {
      throw overBudget(spacing, cells);
    }
    int nx = (int) count(0, spacing);
    int ny = (int) count(1, spacing);
    int nz = (int) count(2, spacing);
    return new Grid(
        nx,
        ny,
        nz,
        spacing,
        new Vec3(first(0, nx, spacing), first(1, ny, spacing), first(2, nz, spacing)));
  }

  private double count(int axis, double spacing) {
    return Math.max(1, Math.ceil((high[axis] - low[axis]) / spacing - ROUNDING));
  }

  /** Number of cells of that edge [m]. */
  double cells(double spacing) {
    return count(0, spacing) * count(1, spacing) * count(2, spacing);
  }

  private double first(int axis, int n, double spacing) {
    return (low[axis] + high[axis]) / 2 - (n - 1) * spacing / 2;
  }

  private CaseException overBudget(double spacing, double cells) {
    double step = 0.05e-3;
    double fits = Math.ceil(spacing / step) * step;
    while (cells(fits) > MAX_CELLS) {
      fits = Math.max(fits + step, Math.floor(fits * 1.01 / step) * step);
    }
    return new CaseException(
        Finding.of(
            Complaint.OVER_BUDGET,
            "grid",
            String.format(
                Locale.ROOT,
                "a spacing of %.4g mm would make %.3g million cells, more than the %d million allowed",
                spacing * 1e3,
                cells / 1e6,
                MAX_CELLS / 1_000_000),
            String.format(
                Locale.ROOT,
                "Use a spacing of %.2f mm or more, or keep less of the anatomy around the target",
                fits * 1e3)));
  }
}
