package org.iceball.model;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * How strongly a needle thinner than a cell is coupled to the grid.
 *
 * <p>The needle is a line whose weight is spread over the cells as a Gaussian. Cell i gets the heat
 * G w_i (Q_wall - Q_i), with the weights of a slice adding up to one. Far from a line that carries
 * the heat q per length the conductivity integral is Q - Q_wall = q / (2 pi) ln(r / r0), with r0
 * the needle's radius. This class finds the one G for which the grid's own steady solution is that
 * profile: on the infinite square lattice, by its Green's function, averaged over positions of the
 * line within the cell. A staircase of cells would be wrong by a good part of a cell instead.
 */
public final class LineConductance {
  /** Weights beyond this many widths are left out [1]. */
  static final double CUT_OFF = 3.5;

  /** Wider kernels than this are so well resolved that scale no longer matters [cells]. */
  private static final double WIDEST_ON_LATTICE = 1.6;

  private static final double[][] OFFSETS = {{0, 0}, {0.5, 0.5}, {0.25, 0.1}, {0.5, 0.2}};

  private LineConductance() {}

  /**
   * Width of the Gaussian [m]: three quarters of a cell, or of the needle's radius where that is
   * more (a narrower kernel would be stiff without being more accurate).
   *
   * @param radius of the needle [m]
   * @param spacing of the grid [m]
   */
  public static double width(double radius, double spacing) {
    return 0.75 * Math.max(spacing, radius);
  }

  /**
   * The calibrated conductance G [1].
   *
   * @param radius of the needle [m]
   * @param width of the Gaussian [m]
   * @param spacing of the grid [m]
   */
  public static double calibrate(double radius, double width, double spacing) {
    double scale = Math.max(spacing, width / WIDEST_ON_LATTICE);
    double sigma = width / scale;
    Slice[] slices = new Slice[OFFSETS.length];
    for (int o = 0; o < OFFSETS.length; o++) {
      slices[o] = new Slice(sigma, OFFSETS[o][0], OFFSETS[o][1]);
    }
    double wanted = StrictMath.log(radius / scale);
    double logG =
        new BrentSolver(1e-10)
            .solve(200, x -> meanLogRadius(slices, StrictMath.exp(x)) - wanted, -7, 14);
    return StrictMath.exp(logG);
  }

  private static double meanLogRadius(Slice[] slices, double conductance) {
    double sum = 0;
    for (Slice s : slices) {
      sum += s.logRadius(conductance);
    }
    return sum / slices.length;
  }

  /** The cells of a slice across the line, and how they feel each other. */
  private static final class Slice {
    private final double[] weight;
    private final double[][] green;

    Slice(double sigma, double offX, double offY) {
      int reach = (int) Math.ceil(CUT_OFF * sigma + 0.5);
      int side = 2 * reach + 1;
      double[] all = new double[side * side];
      int n = 0;
      double sum = 0;
      for (int j = 0; j < side; j++) {
        for (int i = 0; i < side; i++) {
          double x = i - reach - offX;
          double y = j - reach - offY;
          double r2 = (x * x + y * y) / (sigma * sigma);
          double w = r2 > CUT_OFF * CUT_OFF ? 0 : StrictMath.exp(-r2 / 2);
          all[i + side * j] = w;
          sum += w;
          n += w > 0 ? 1 : 0;
        }
      }
      double[][] potential = new double[side][side];
      for (int dj = 0; dj < side; dj++) {
        for (int di = 0; di <= dj; di++) {
          potential[dj][di] = LatticeGreen.potential(di, dj);
          potential[di][dj] = potential[dj][di];
        }
      }
      weight = new double[n];
      int[] cell = new int[n];
      int c = 0;
      for (int at = 0; at < all.length; at++) {
        if (all[at] > 0) {
          weight[c] = all[at] / sum;
          cell[c++] = at;
        }
      }
      green = new double[n][n];
      for (int a = 0; a < n; a++) {
        for (int b = 0; b < n; b++) {
          int di = Math.abs(cell[a] % side - cell[b] % side);
          int dj = Math.abs(cell[a] / side - cell[b] / side);
          green[a][b] = potential[dj][di];
        }
      }
    }

    /** Logarithm of the radius [cells] at which the far field reaches the wall's value. */
    double logRadius(double conductance) {
      int n = weight.length;
      // u = 1 + sum_j green_ij G w_j u_j: the field with unit constant
      DMatrixRMaj a = new DMatrixRMaj(n, n);
      DMatrixRMaj ones = new DMatrixRMaj(n, 1);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          a.set(i, j, (i == j ? 1 : 0) - green[i][j] * conductance * weight[j]);
        }
        ones.set(i, 0, 1);
      }
      LinearSolverDense<DMatrixRMaj> lu = LinearSolverFactory_DDRM.lu(n);
      DMatrixRMaj u = new DMatrixRMaj(n, 1);
      if (!lu.setA(a)) {
        throw new IllegalStateException("needle calibration met a singular matrix");
      }
      lu.solve(ones, u);
      double flux = 0;
      for (int i = 0; i < n; i++) {
        flux += conductance * weight[i] * u.get(i, 0);
      }
      return -2 * Math.PI / flux - LatticeGreen.FAR_CONSTANT;
    }
  }
}
