package org.iceball.grid;

import java.util.function.IntPredicate;

/**
 * Exact Euclidean distance to a set of voxels, in linear time, by lower envelopes of parabolas axis
 * after axis (Felzenszwalb and Huttenlocher, "Distance transforms of sampled functions", Theory of
 * Computing 8, 415-428, 2012).
 *
 * <p>A voxel is a box here, not its centre: the gap along an axis between voxels p and q is |p - q|
 * less half a voxel, so that the surface of the set lies between voxels. In one dimension that is
 * the published algorithm with each value placed at both ends of its voxel.
 */
public final class DistanceTransform {
  /** Squared distance where the set has no voxel at all [m2]. */
  public static final float FAR = 1e30f;

  private final double[] line;
  private final double[] value;
  private final double[] position;
  private final double[] from;

  private DistanceTransform(int longest) {
    line = new double[longest];
    value = new double[longest + 1];
    position = new double[longest + 1];
    from = new double[longest + 2];
  }

  /**
   * Distances from the centre of each cell to the nearest cell of a set [m], shape [cells]; 0 in
   * it.
   *
   * @param grid of the cells
   * @param set whether a cell, by its number, belongs to it
   */
  public static float[] of(Grid grid, IntPredicate set) {
    float[] distance = squared(grid, set, Threads.ALONE);
    for (int c = 0; c < distance.length; c++) {
      distance[c] = (float) Math.sqrt(distance[c]);
    }
    return distance;
  }

  /**
   * The squares of {@link #of} [m2], for who goes on in double precision; shape [cells].
   *
   * @param threads share the lines of cells
   */
  public static float[] squared(Grid grid, IntPredicate set, Threads threads) {
    float[] f = new float[grid.cells()];
    for (int c = 0; c < f.length; c++) {
      f[c] = set.test(c) ? 0 : FAR;
    }
    double h = grid.spacing();
    squared(f, grid.nx(), grid.ny(), grid.nz(), h, h, h, threads);
    return f;
  }

  /**
   * Squared distances from the centre of each voxel to the nearest box of the set.
   *
   * @param f 0 in the set and {@link #FAR} outside, shape [nx*ny*nz], i fastest; becomes the
   *     squared distance [m2], *modified*
   * @param hx edge of a voxel along i [m]
   * @param hy edge along j [m]
   * @param hz edge along k [m]
   * @param threads share the lines of voxels
   */
  public static void squared(
      float[] f, int nx, int ny, int nz, double hx, double hy, double hz, Threads threads) {
    threads.run(
        nz,
        k -> {
          DistanceTransform transform = new DistanceTransform(Math.max(nx, ny));
          int plane = k * nx * ny;
          for (int j = 0; j < ny; j++) {
            transform.along(f, plane + j * nx, 1, nx, hx);
          }
          for (int i = 0; i < nx; i++) {
            transform.along(f, plane + i, nx, ny, hy);
          }
        });
    threads.run(
        ny,
        j -> {
          DistanceTransform transform = new DistanceTransform(nz);
          for (int i = 0; i < nx; i++) {
            transform.along(f, j * nx + i, nx * ny, nz, hz);
          }
        });
  }

  private void along(float[] f, int start, int stride, int n, double h) {
    float least = FAR;
    float most = 0;
    for (int p = 0, at = start; p < n; p++, at += stride) {
      float v = f[at];
      line[p] = v;
      least = Math.min(least, v);
      most = Math.max(most, v);
    }
    if (least == FAR || most == 0) {
      return;
    }
    int last = envelope(n, h * h);
    int k = 0;
    for (int p = 0, at = start; p < n; p++, at += stride) {
      while (k < last && from[k + 1] < p) {
        k++;
      }
      double gap = p - position[k];
      f[at] = (float) Math.min(line[p], h * h * gap * gap + value[k]);
    }
  }

  /** Lower envelope of the parabolas at the voxels' ends; returns the index of the last one. */
  private int envelope(int n, double h2) {
    int k = -1;
    for (int end = 0; end <= n; end++) {
      double left = end > 0 ? line[end - 1] : FAR;
      double g = end < n ? Math.min(left, line[end]) : left;
      if (g >= FAR) {
        continue;
      }
      double x = end - 0.5;
      double meet = Double.NEGATIVE_INFINITY;
      while (k >= 0) {
        double xk = position[k];
        meet = ((g - value[k]) / h2 + x * x - xk * xk) / (2 * (x - xk));
        if (meet > from[k]) {
          break;
        }
        k--;
      }
      k++;
      position[k] = x;
      value[k] = g;
      from[k] = k == 0 ? Double.NEGATIVE_INFINITY : meet;
    }
    return k;
  }
}
