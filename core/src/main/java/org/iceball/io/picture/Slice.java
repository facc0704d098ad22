package org.iceball.io.picture;

import org.iceball.grid.Grid;
import org.iceball.grid.Labels;
import org.iceball.grid.Vec3;

/**
 * Temperatures and labels on a plane through the grid. Positions on it are fractional cell indices
 * (u, v) [1] along the plane's two axes; whole numbers are cell centres.
 */
final class Slice {
  /** Number of cells along u. */
  final int nu;

  /** Number of cells along v. */
  final int nv;

  private final double[] temperature;
  private final int[] labels;

  private Slice(int nu, int nv) {
    this.nu = nu;
    this.nv = nv;
    this.temperature = new double[nu * nv];
    this.labels = new int[nu * nv];
  }

  /**
   * Cuts the grid.
   *
   * @param labels on the grid
   * @param field temperatures [K], shape [cells]; interpolated linearly between the two layers
   *     beside the plane. The labels are those of the nearer layer
   * @param plane which way
   * @param through a point of the plane [m], RAS
   */
  static Slice cut(Labels labels, float[] field, SlicePlane plane, Vec3 through) {
    Grid grid = labels.grid();
    int[] n = {grid.nx(), grid.ny(), grid.nz()};
    Slice slice = new Slice(n[plane.across], n[plane.up]);
    int last = n[plane.normal] - 1;
    double depth =
        Math.min(last, Math.max(0, SlicePlane.component(grid.toIndex(through), plane.normal)));
    int below = Math.min((int) depth, Math.max(0, last - 1));
    int above = Math.min(below + 1, last);
    double weight = depth - below;
    int[] at = new int[3];
    for (int v = 0; v < slice.nv; v++) {
      for (int u = 0; u < slice.nu; u++) {
        at[plane.across] = u;
        at[plane.up] = v;
        at[plane.normal] = below;
        int a = grid.index(at[0], at[1], at[2]);
        at[plane.normal] = above;
        int b = grid.index(at[0], at[1], at[2]);
        slice.temperature[u + slice.nu * v] = (1 - weight) * field[a] + weight * field[b];
        slice.labels[u + slice.nu * v] = labels.at(weight < 0.5 ? a : b);
      }
    }
    return slice;
  }

  /** Temperatures at the cell centres [K], shape [nu*nv], u fastest; not to be modified. */
  double[] temperatures() {
    return temperature;
  }

  /**
   * How much a position belongs to the chosen labels, 0 to 1 [1]: their cells weighted with the
   * quadratic B-spline. Its 0.5 line keeps straight walls and one-cell strips where they are and
   * rounds off the steps between cells.
   */
  double belonging(boolean[] chosen, double u, double v) {
    double sum = 0;
    for (int b = -1; b <= 1; b++) {
      for (int a = -1; a <= 1; a++) {
        sum += chosen[near(u, v, a, b)] ? spline(u, a) * spline(v, b) : 0;
      }
    }
    return sum;
  }

  /** The label a position belongs to most, in the sense of {@link #belonging}. */
  int labelAt(double u, double v) {
    int best = near(u, v, 0, 0);
    double most = 0;
    int[] label = new int[9];
    double[] weight = new double[9];
    boolean uniform = true;
    for (int n = 0; n < 9; n++) {
      label[n] = near(u, v, n % 3 - 1, n / 3 - 1);
      weight[n] = spline(u, n % 3 - 1) * spline(v, n / 3 - 1);
      uniform &= label[n] == best;
    }
    for (int n = 0; n < 9 && !uniform; n++) {
      double sum = 0;
      for (int m = 0; m < 9; m++) {
        sum += label[m] == label[n] ? weight[m] : 0;
      }
      if (sum > most) {
        most = sum;
        best = label[n];
      }
    }
    return best;
  }

  private int near(double u, double v, int a, int b) {
    int i = Math.min(nu - 1, Math.max(0, (int) Math.round(u) + a));
    int j = Math.min(nv - 1, Math.max(0, (int) Math.round(v) + b));
    return labels[i + nu * j];
  }

  /** Weight [1] of the cell {@code step} away from the nearest, at an index [1]. */
  private static double spline(double index, int step) {
    double d = index - Math.round(index);
    return step == 0 ? 0.75 - d * d : 0.5 * (0.5 + step * d) * (0.5 + step * d);
  }

  /** Temperature at a position [K], bilinear; held constant beyond the outermost centres. */
  double temperatureAt(double u, double v) {
    int i = lower(u, nu);
    int j = lower(v, nv);
    double fu = fraction(u, i, nu);
    double fv = fraction(v, j, nv);
    int i1 = Math.min(i + 1, nu - 1);
    int j1 = Math.min(j + 1, nv - 1);
    return (1 - fv) * ((1 - fu) * temperature[i + nu * j] + fu * temperature[i1 + nu * j])
        + fv * ((1 - fu) * temperature[i + nu * j1] + fu * temperature[i1 + nu * j1]);
  }

  private static int lower(double index, int n) {
    return Math.min(Math.max(0, (int) Math.floor(index)), Math.max(0, n - 2));
  }

  private static double fraction(double index, int lower, int n) {
    return n == 1 ? 0 : Math.min(1, Math.max(0, index - lower));
  }
}
