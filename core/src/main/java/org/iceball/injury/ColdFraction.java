package org.iceball.injury;

import java.util.Arrays;
import org.iceball.grid.Grid;
import org.iceball.grid.Threads;

/**
 * How much of each cell is colder than a threshold, from temperatures interpolated between cell
 * centres. A cell is cut into its eight octants; each looks at the cube of eight cell centres it
 * lies in. Sums of these fractions are smooth in the threshold, unlike counts of cells.
 */
public final class ColdFraction {
  /** Planes that a thread takes at a time. */
  private static final int SLAB = 4;

  /** Linear weights at an octant's centre, a quarter of the way from its own corner. */
  private static final double[] NEAR = {0.75, 0.25};

  /** Products of two of them, by the bits of an index. */
  private static final double[] PAIR = new double[4];

  /** Products of three. */
  private static final double[] TRIPLE = new double[8];

  static {
    for (int bits = 0; bits < 8; bits++) {
      PAIR[bits & 3] = NEAR[bits & 1] * NEAR[bits >> 1 & 1];
      TRIPLE[bits] = NEAR[bits & 1] * NEAR[bits >> 1 & 1] * NEAR[bits >> 2];
    }
  }

  private final int nx;
  private final int ny;
  private final int nz;
  private final float[] temperature;
  private final double threshold;
  private final float[] fraction;
  private final Rows rows;

  /** First and last cold cell of each row; past the row's end and -1 where there is none. */
  private final int[] firstCold;

  private final int[] lastCold;

  private ColdFraction(
      Grid grid, float[] temperature, double threshold, float[] fraction, Rows rows) {
    nx = grid.nx();
    ny = grid.ny();
    nz = grid.nz();
    this.temperature = temperature;
    this.threshold = threshold;
    this.fraction = fraction;
    this.rows = rows;
    firstCold = new int[ny * nz];
    Arrays.fill(firstCold, nx);
    lastCold = new int[ny * nz];
    Arrays.fill(lastCold, -1);
  }

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
    of(grid, temperature, threshold, fraction, Rows.all(grid), Threads.ALONE);
    return fraction;
  }

  /**
   * The same where it is known that no cell outside some rows is colder.
   *
   * @param fraction result, shape [cells], must hold zero; modified
   * @param rows that are looked at
   * @param threads share the planes
   * @return the rows outside which {@code fraction} still holds zero
   */
  static Rows of(
      Grid grid,
      float[] temperature,
      double threshold,
      float[] fraction,
      Rows rows,
      Threads threads) {
    ColdFraction of = new ColdFraction(grid, temperature, threshold, fraction, rows);
    threads.run(rows.k1() - rows.k0(), n -> of.findCold(rows.k0() + n));
    Rows filled = of.coldRows();
    threads.run(
        (filled.k1() - filled.k0() + SLAB - 1) / SLAB,
        n -> {
          int from = filled.k0() + n * SLAB;
          of.fill(from, Math.min(filled.k1(), from + SLAB), filled);
        });
    return filled;
  }

  /** Those with cold cells, and the rows beside them. */
  private Rows coldRows() {
    int j0 = ny;
    int j1 = 0;
    int k0 = nz;
    int k1 = 0;
    for (int row = ny * rows.k0(); row < ny * rows.k1(); row++) {
      if (lastCold[row] >= 0) {
        j0 = Math.min(j0, row % ny);
        j1 = Math.max(j1, row % ny + 1);
        k0 = Math.min(k0, row / ny);
        k1 = row / ny + 1;
      }
    }
    return j1 == 0
        ? Rows.NONE
        : new Rows(
            Math.max(0, j0 - 1), Math.min(ny, j1 + 1), Math.max(0, k0 - 1), Math.min(nz, k1 + 1));
  }

  private void findCold(int k) {
    for (int row = ny * k + rows.j0(); row < ny * k + rows.j1(); row++) {
      int at = row * nx;
      int first = 0;
      while (first < nx && !(temperature[at + first] < threshold)) {
        first++;
      }
      int last = nx - 1;
      while (last > first && !(temperature[at + last] < threshold)) {
        last--;
      }
      firstCold[row] = first;
      lastCold[row] = first < nx ? last : -1;
    }
  }

  /** The fractions of the planes from one up to another, in the cold rows. */
  private void fill(int from, int to, Rows cold) {
    double[] v = new double[8];
    double[] gradients = new double[12];
    // cubes of cell centres; those at the rim repeat the outermost cells
    for (int k = from - 1; k < to; k++) {
      for (int j = cold.j0() - 1; j < cold.j1(); j++) {
        cubes(j, k, from, to, v, gradients);
      }
    }
  }

  /** A row of cubes between the cell centres of rows j and j + 1 of planes k and k + 1. */
  private void cubes(int j, int k, int from, int to, double[] v, double[] gradients) {
    int ja = Math.max(j, 0);
    int jb = Math.min(j + 1, ny - 1);
    int ka = ny * Math.max(k, 0);
    int kb = ny * Math.min(k + 1, nz - 1);
    int r0 = ja + ka;
    int r1 = jb + ka;
    int r2 = ja + kb;
    int r3 = jb + kb;
    int left =
        Math.min(Math.min(firstCold[r0], firstCold[r1]), Math.min(firstCold[r2], firstCold[r3]));
    int right =
        Math.max(Math.max(lastCold[r0], lastCold[r1]), Math.max(lastCold[r2], lastCold[r3]));
    for (int i = left - 1; i <= right; i++) {
      int ia = Math.max(i, 0);
      int ib = Math.min(i + 1, nx - 1);
      v[0] = temperature[r0 * nx + ia];
      v[1] = temperature[r0 * nx + ib];
      v[2] = temperature[r1 * nx + ia];
      v[3] = temperature[r1 * nx + ib];
      v[4] = temperature[r2 * nx + ia];
      v[5] = temperature[r2 * nx + ib];
      v[6] = temperature[r3 * nx + ia];
      v[7] = temperature[r3 * nx + ib];
      int cold = 0;
      for (int c = 0; c < 8; c++) {
        cold += v[c] < threshold ? 1 : 0;
      }
      if (cold == 0) {
        continue;
      }
      if (cold < 8) {
        gradients(v, gradients);
      }
      for (int o = 0; o < 8; o++) {
        int x = i + (o & 1);
        int y = j + (o >> 1 & 1);
        int z = k + (o >> 2);
        if (x >= 0 && x < nx && y >= 0 && y < ny && z >= from && z < to) {
          fraction[x + nx * (y + ny * z)] +=
              (float) (cold == 8 ? 0.125 : 0.125 * octant(v, gradients, o));
        }
      }
    }
  }

  /**
   * The three gradients of a cube's interpolation at the octants' centres: along x by the octant's
   * bits of y and z, then along y by those of x and z, then along z by those of x and y.
   */
  private static void gradients(double[] v, double[] into) {
    for (int o = 0; o < 4; o++) {
      double gx = 0;
      double gy = 0;
      double gz = 0;
      for (int c = 0; c < 8; c++) {
        double x = PAIR[o ^ (c >> 1)] * v[c];
        double y = PAIR[o ^ withoutMiddle(c)] * v[c];
        double z = PAIR[o ^ (c & 3)] * v[c];
        gx += (c & 1) == 0 ? -x : x;
        gy += (c & 2) == 0 ? -y : y;
        gz += (c & 4) == 0 ? -z : z;
      }
      into[o] = gx;
      into[4 + o] = gy;
      into[8 + o] = gz;
    }
  }

  private static int withoutMiddle(int bits) {
    return (bits & 1) | ((bits & 4) >> 1);
  }

  /** Part of an octant below the threshold: a plane through its centre value and gradient. */
  private double octant(double[] v, double[] gradients, int o) {
    double centre = 0;
    for (int c = 0; c < 8; c++) {
      centre += TRIPLE[o ^ c] * v[c];
    }
    double gx = gradients[o >> 1];
    double gy = gradients[4 + withoutMiddle(o)];
    double gz = gradients[8 + (o & 3)];
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
