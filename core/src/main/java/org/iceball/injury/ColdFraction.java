package org.iceball.injury;

import java.util.Arrays;
import org.iceball.grid.Grid;

/**
 * How much of each cell is colder than a threshold, from temperatures interpolated between cell
 * centres. A cell is cut into its eight octants; each looks at the cube of eight cell centres it
 * lies in. Sums of these fractions are smooth in the threshold, unlike counts of cells.
 */
public final class ColdFraction {
  /** Linear weights at an octant's centre, a quarter of the way from its own corner. */
  private static final double[] NEAR = {0.75, 0.25};

  private ColdFraction() {}

  /**
   * The fractions.
   *
   * @param grid of the cells
   * @param temperature [K], shape [cells]; not modified
   * @param threshold [K]
   * @return fraction of each cell below the threshold [1], shape [cells]
   */
  public static float[] of(Grid grid, float[] temperature, double threshold) {
    float[] fraction = new float[grid.cells()];
    of(grid, temperature, threshold, fraction, 0, grid.ny(), 0, grid.nz());
    return fraction;
  }

  /**
   * The same where it is known that no cell outside some rows is colder: a run looks often, and at
   * few rows of a large grid.
   *
   * @param fraction result, shape [cells]; modified in these rows and those beside them, the others
   *     must hold zero
   * @param j0 first row along y; {@code j1} behind the last
   * @param k0 first plane; {@code k1} behind the last
   */
  public static void of(
      Grid grid,
      float[] temperature,
      double threshold,
      float[] fraction,
      int j0,
      int j1,
      int k0,
      int k1) {
    int nx = grid.nx();
    int ny = grid.ny();
    int nz = grid.nz();
    double[] v = new double[8];
    int[] cell = new int[8];
    for (int k = Math.max(0, k0 - 1); k < Math.min(nz, k1 + 1); k++) {
      int plane = nx * ny * k;
      int first = plane + nx * Math.max(0, j0 - 1);
      Arrays.fill(fraction, first, plane + nx * Math.min(ny, j1 + 1), 0);
    }
    boolean[] cold = coldRows(temperature, threshold, nx, ny, new int[] {j0, j1, k0, k1});
    // cubes of cell centres; those at the rim repeat the outermost cells
    for (int k = k0 - 1; k < k1; k++) {
      int ka = Math.max(k, 0);
      int kb = Math.min(k + 1, nz - 1);
      for (int j = j0 - 1; j < j1; j++) {
        int ja = Math.max(j, 0);
        int jb = Math.min(j + 1, ny - 1);
        int r0 = nx * (ja + ny * ka);
        int r1 = nx * (jb + ny * ka);
        int r2 = nx * (ja + ny * kb);
        int r3 = nx * (jb + ny * kb);
        if (!(cold[ja + ny * ka]
            || cold[jb + ny * ka]
            || cold[ja + ny * kb]
            || cold[jb + ny * kb])) {
          continue;
        }
        boolean left = false;
        for (int i = -1; i < nx; i++) {
          int ib = Math.min(i + 1, nx - 1);
          boolean right =
              temperature[r0 + ib] < threshold
                  || temperature[r1 + ib] < threshold
                  || temperature[r2 + ib] < threshold
                  || temperature[r3 + ib] < threshold;
          if (left || right) {
            int ia = Math.max(i, 0);
            cell[0] = r0 + ia;
            cell[1] = r0 + ib;
            cell[2] = r1 + ia;
            cell[3] = r1 + ib;
            cell[4] = r2 + ia;
            cell[5] = r2 + ib;
            cell[6] = r3 + ia;
            cell[7] = r3 + ib;
            addOctants(temperature, threshold, cell, v, fraction, i, j, k, nx, ny, nz);
          }
          left = right;
        }
      }
    }
  }

  /** Which rows of all have a cold cell; only some are looked at. */
  private static boolean[] coldRows(
      float[] temperature, double threshold, int nx, int ny, int[] rows) {
    boolean[] cold = new boolean[temperature.length / nx];
    for (int k = rows[2]; k < rows[3]; k++) {
      for (int row = ny * k + rows[0]; row < ny * k + rows[1]; row++) {
        int end = (row + 1) * nx;
        for (int c = row * nx; c < end && !cold[row]; c++) {
          cold[row] = temperature[c] < threshold;
        }
      }
    }
    return cold;
  }

  private static void addOctants(
      float[] temperature,
      double threshold,
      int[] cell,
      double[] v,
      float[] fraction,
      int i,
      int j,
      int k,
      int nx,
      int ny,
      int nz) {
    boolean all = true;
    for (int c = 0; c < 8; c++) {
      v[c] = temperature[cell[c]];
      all &= v[c] < threshold;
    }
    for (int o = 0; o < 8; o++) {
      int di = o & 1;
      int dj = (o >> 1) & 1;
      int dk = o >> 2;
      boolean inside =
          i + di >= 0 && i + di < nx && j + dj >= 0 && j + dj < ny && k + dk >= 0 && k + dk < nz;
      if (inside) {
        fraction[cell[o]] += (float) (all ? 0.125 : 0.125 * octant(v, o, threshold));
      }
    }
  }

  /** Part of an octant below the threshold: a plane through its centre value and gradient. */
  private static double octant(double[] v, int o, double threshold) {
    double centre = 0;
    double gx = 0;
    double gy = 0;
    double gz = 0;
    for (int c = 0; c < 8; c++) {
      int differs = o ^ c;
      double x = NEAR[differs & 1];
      double y = NEAR[differs >> 1 & 1];
      double z = NEAR[differs >> 2];
      double at = v[c];
      centre += x * y * z * at;
      gx += (c & 1) == 0 ? -(y * z * at) : y * z * at;
      gy += (c & 2) == 0 ? -(x * z * at) : x * z * at;
      gz += (c & 4) == 0 ? -(x * y * at) : x * y * at;
    }
    double steep = Math.sqrt(gx * gx + gy * gy + gz * gz);
    if (steep <= 0) {
      return centre < threshold ? 1 : 0;
    }
    // the octant is half a cell wide; along the gradient its mean width is a little more
    double width = 0.5 * (Math.abs(gx) + Math.abs(gy) + Math.abs(gz)) / steep;
    double depth = (threshold - centre) / steep;
    return Math.min(1, Math.max(0, 0.5 + depth / width));
  }
}
