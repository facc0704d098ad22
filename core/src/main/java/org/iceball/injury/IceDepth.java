package org.iceball.injury;

import org.iceball.grid.Grid;

/**
 * How far cells lie inside an isotherm. Beside the isotherm the distance follows from where it cuts
 * the grid lines; from there inward the equation |grad d| = 1 is solved by sweeps in eight
 * directions (Zhao, Math. Comp. 74 (2005) 603), first order.
 */
final class IceDepth {
  private static final int ROUNDS = 1;

  private final Grid grid;
  private final float[] depth;
  private final boolean[] known;
  private final int[] step;

  private IceDepth(Grid g) {
    grid = g;
    depth = new float[g.cells()];
    known = new boolean[g.cells()];
    step = new int[] {1, g.nx(), g.nx() * g.ny()};
  }

  /**
   * Distances inward from an isotherm.
   *
   * @param temperature [K], shape [cells]; not modified
   * @param threshold what is colder is inside [K]
   * @return [m], shape [cells]; minus the distance in cells outside that lie beside the isotherm,
   *     and minus one cell further out. The rim of the grid is no edge.
   */
  static float[] of(Grid g, float[] temperature, double threshold) {
    IceDepth d = new IceDepth(g);
    d.begin(temperature, threshold);
    for (int round = 0; round < ROUNDS; round++) {
      for (int direction = 0; direction < 8; direction++) {
        d.sweep(direction);
      }
    }
    return d.depth;
  }

  private void begin(float[] t, double threshold) {
    int[] size = {grid.nx(), grid.ny(), grid.nz()};
    double h = grid.spacing();
    for (int c = 0; c < t.length; c++) {
      boolean inside = t[c] < threshold;
      double inverse = 0;
      for (int axis = 0; axis < 3; axis++) {
        double nearest = Double.POSITIVE_INFINITY;
        int p = c / step[axis] % size[axis];
        for (int sign = -1; sign <= 1; sign += 2) {
          if (p + sign >= 0 && p + sign < size[axis]) {
            double there = t[c + sign * step[axis]];
            if (there < threshold != inside) {
              nearest = Math.min(nearest, h * (t[c] - threshold) / (t[c] - there));
            }
          }
        }
        inverse += 1 / Math.max(nearest * nearest, 1e-12 * h * h);
      }
      known[c] = inverse > 0 || !inside;
      double near = inverse > 0 ? 1 / Math.sqrt(inverse) : inside ? Double.MAX_VALUE : h;
      depth[c] = (float) (inside ? near : -Math.min(near, h));
    }
  }

  private void sweep(int direction) {
    int nx = grid.nx();
    int ny = grid.ny();
    int nz = grid.nz();
    for (int kk = 0; kk < nz; kk++) {
      int k = (direction & 4) == 0 ? kk : nz - 1 - kk;
      for (int jj = 0; jj < ny; jj++) {
        int j = (direction & 2) == 0 ? jj : ny - 1 - jj;
        int row = nx * (j + ny * k);
        for (int ii = 0; ii < nx; ii++) {
          int i = (direction & 1) == 0 ? ii : nx - 1 - ii;
          if (!known[row + i]) {
            relax(row + i, i, j, k);
          }
        }
      }
    }
  }

  private void relax(int c, int i, int j, int k) {
    double a = least(c, 1, i, grid.nx());
    double b = least(c, step[1], j, grid.ny());
    double e = least(c, step[2], k, grid.nz());
    double x = Math.min(a, Math.min(b, e));
    double z = Math.max(a, Math.max(b, e));
    double y = Math.max(Math.min(a, b), Math.min(Math.max(a, b), e));
    double h = grid.spacing();
    double d = x + h;
    if (d > y) {
      d = 0.5 * (x + y + Math.sqrt(2 * h * h - (x - y) * (x - y)));
      if (d > z) {
        double sum = x + y + z;
        double squares = x * x + y * y + z * z;
        d = (sum + Math.sqrt(Math.max(0, sum * sum - 3 * (squares - h * h)))) / 3;
      }
    }
    depth[c] = (float) Math.min(depth[c], d);
  }

  private double least(int c, int stride, int p, int n) {
    double before = p > 0 ? depth[c - stride] : Double.MAX_VALUE;
    double after = p + 1 < n ? depth[c + stride] : Double.MAX_VALUE;
    return Math.min(before, after);
  }
}
