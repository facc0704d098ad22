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

  /** 1 where the cell has one of the chosen labels, 0 elsewhere, shape [nu*nv], u fastest. */
  double[] indicator(boolean[] chosen) {
    double[] indicator = new double[labels.length];
    for (int c = 0; c < labels.length; c++) {
      indicator[c] = chosen[labels[c]] ? 1 : 0;
    }
    return indicator;
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

  /**
   * The label with the largest bilinear weight at a position, which rounds the corners of cells off
   * for the eye.
   */
  int labelAt(double u, double v) {
    int i = lower(u, nu);
    int j = lower(v, nv);
    double fu = fraction(u, i, nu);
    double fv = fraction(v, j, nv);
    int i1 = Math.min(i + 1, nu - 1);
    int j1 = Math.min(j + 1, nv - 1);
    int[] label = {
      labels[i + nu * j], labels[i1 + nu * j], labels[i + nu * j1], labels[i1 + nu * j1]
    };
    double[] weight = {(1 - fu) * (1 - fv), fu * (1 - fv), (1 - fu) * fv, fu * fv};
    int best = label[0];
    double most = -1;
    for (int a = 0; a < 4; a++) {
      double sum = 0;
      for (int b = 0; b < 4; b++) {
        sum += label[b] == label[a] ? weight[b] : 0;
      }
      if (sum > most) {
        most = sum;
        best = label[a];
      }
    }
    return best;
  }

  private static int lower(double index, int n) {
    return Math.min(Math.max(0, (int) Math.floor(index)), Math.max(0, n - 2));
  }

  private static double fraction(double index, int lower, int n) {
    return n == 1 ? 0 : Math.min(1, Math.max(0, index - lower));
  }
}
