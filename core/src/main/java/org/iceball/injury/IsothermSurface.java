package org.iceball.injury;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;

/**
 * Where an isotherm cuts the lines between neighbouring cell centres; all lengths in cells. A cut
 * is found by cubic interpolation. Which of them is outermost is left to chance, so an end of the
 * zone is read off the paraboloid that fits the cuts round the outermost one best.
 */
final class IsothermSurface {
  /** Cuts this far from the outermost, across the direction, take part in the fit [cells]. */
  private static final double REACH = 3;

  /** Cuts this far behind the outermost take part in the fit [cells]. */
  private static final double DEPTH = 1;

  /** Fewer cuts than this are not worth a fit: a paraboloid has six coefficients. */
  private static final int FEWEST = 12;

  /** A fit never moves an end by more than this [cells]. */
  private static final double MOST = 0.5;

  private double[] points = new double[3 * 1024];
  private int[] cells = new int[2 * 1024];
  private double[] parts = new double[1024];
  private int count;

  private IsothermSurface() {}

  /**
   * Finds the cuts. Where the zone reaches the rim of the grid it ends at the outer face.
   *
   * @param t temperature [K], shape [cells]; not modified
   * @param threshold [K]
   * @param rows no cell outside them is colder
   */
  static IsothermSurface of(Grid g, float[] t, double threshold, Rows rows) {
    IsothermSurface surface = new IsothermSurface();
    int[] step = {1, g.nx(), g.nx() * g.ny()};
    int[] size = {g.nx(), g.ny(), g.nz()};
    int[] p = new int[3];
    for (p[2] = rows.k0(); p[2] < rows.k1(); p[2]++) {
      for (p[1] = rows.j0(); p[1] < rows.j1(); p[1]++) {
        int at = g.index(0, p[1], p[2]);
        for (p[0] = 0; p[0] < size[0]; p[0]++, at++) {
          double here = t[at] - threshold;
          if (here < 0) {
            for (int axis = 0; axis < 3; axis++) {
              for (int sign = -1; sign <= 1; sign += 2) {
                int q = p[axis] + sign;
                boolean rim = q < 0 || q >= size[axis];
                double there = rim ? 0 : t[at + sign * step[axis]] - threshold;
                if (rim || !(there < 0)) {
                  boolean inner = p[axis] >= 1 && p[axis] + 1 < size[axis];
                  boolean four = inner && q >= 1 && q + 1 < size[axis];
                  int s = sign * step[axis];
                  double before = four ? t[at - s] - threshold : 2 * here - there;
                  double after = four ? t[at + 2 * s] - threshold : 2 * there - here;
                  double part = rim ? 0.5 : cut(before, here, there, after);
                  surface.add(p, axis, sign, part, at, rim ? -1 : at + s);
                }
              }
            }
          }
        }
      }
    }
    return surface;
  }

  /**
   * Where the cubic through four values at -1, 0, 1 and 2 passes through zero between 0 and 1.
   *
   * @param b at 0, negative
   * @param c at 1, not negative
   */
  private static double cut(double a, double b, double c, double d) {
    double low = 0;
    double high = 1;
    for (int bisection = 0; bisection < 24; bisection++) {
      double x = 0.5 * (low + high);
      double outer = x * (x - 1) / 6 * (d * (x + 1) - a * (x - 2));
      double inner = (x + 1) * (x - 2) / 2 * (b * (x - 1) - c * x);
      if (outer + inner < 0) {
        low = x;
      } else {
        high = x;
      }
    }
    return 0.5 * (low + high);
  }

  private void add(int[] cell, int axis, int sign, double part, int cold, int warm) {
    if (count == parts.length) {
      points = Arrays.copyOf(points, 2 * points.length);
      cells = Arrays.copyOf(cells, 2 * cells.length);
      parts = Arrays.copyOf(parts, 2 * parts.length);
    }
    for (int a = 0; a < 3; a++) {
      points[3 * count + a] = cell[a] + (a == axis ? sign * part : 0);
    }
    cells[2 * count] = cold;
    cells[2 * count + 1] = warm;
    parts[count] = part;
    count++;
  }

  /** Looks at a cut between two neighbouring cells. */
  interface Cut {
    /**
     * A cut inside the grid.
     *
     * @param cold the cell below the threshold
     * @param warm the cell above it
     * @param part where the cut lies between their centres, from 0 at the cold one to 1
     */
    void at(int cold, int warm, double part);
  }

  /** Shows all cuts but those at the rim of the grid. */
  void forEachCut(Cut look) {
    for (int n = 0; n < count; n++) {
      if (cells[2 * n + 1] >= 0) {
        look.at(cells[2 * n], cells[2 * n + 1], parts[n]);
      }
    }
  }

  /** Length of the surface along a unit vector [cells]; there is at least one cut. */
  double extent(Vec3 direction) {
    return end(direction) + end(direction.times(-1));
  }

  /** How far it reaches along a unit vector, from the first cell's centre [cells]. */
  private double end(Vec3 d) {
    int outermost = 0;
    double most = -Double.MAX_VALUE;
    for (int n = 0; n < count; n++) {
      double s = along(n, d);
      if (s > most) {
        most = s;
        outermost = n;
      }
    }
    Vec3 u = (Math.abs(d.x()) < 0.6 ? new Vec3(1, 0, 0) : new Vec3(0, 1, 0)).cross(d).unit();
    Vec3 v = d.cross(u);
    double u0 = along(outermost, u);
    double v0 = along(outermost, v);
    double[] near = new double[0];
    int found = 0;
    for (int n = 0; n < count; n++) {
      double s = along(n, d) - most;
      if (s >= -DEPTH) {
        double x = along(n, u) - u0;
        double y = along(n, v) - v0;
        if (x * x + y * y <= REACH * REACH) {
          if (3 * found == near.length) {
            near = Arrays.copyOf(near, Math.max(96, 2 * near.length));
          }
          near[3 * found] = x;
          near[3 * found + 1] = y;
          near[3 * found + 2] = s;
          found++;
        }
      }
    }
    return most + (found < FEWEST ? 0 : Math.max(-MOST, Math.min(MOST, summit(near, found))));
  }

  private double along(int n, Vec3 d) {
    return points[3 * n] * d.x() + points[3 * n + 1] * d.y() + points[3 * n + 2] * d.z();
  }

  /** Height of the paraboloid that fits n points (x, y, s) best, at its top or over its points. */
  private static double summit(double[] near, int n) {
    DMatrixRMaj terms = new DMatrixRMaj(n, 6);
    DMatrixRMaj heights = new DMatrixRMaj(n, 1);
    for (int p = 0; p < n; p++) {
      double[] t = terms(near[3 * p], near[3 * p + 1]);
      for (int c = 0; c < 6; c++) {
        terms.set(p, c, t[c]);
      }
      heights.set(p, 0, near[3 * p + 2]);
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.leastSquares(n, 6);
    DMatrixRMaj fit = new DMatrixRMaj(6, 1);
    if (!solver.setA(terms) || solver.quality() < 1e-8) {
      return 0;
    }
    solver.solve(heights, fit);
    double[] c = fit.data;
    double bend = 4 * c[3] * c[5] - c[4] * c[4];
    if (bend > 0 && c[3] < 0) {
      double x = (c[4] * c[2] - 2 * c[5] * c[1]) / bend;
      double y = (c[4] * c[1] - 2 * c[3] * c[2]) / bend;
      if (x * x + y * y <= REACH * REACH) {
        return height(c, terms(x, y));
      }
    }
    double most = -Double.MAX_VALUE;
    for (int p = 0; p < n; p++) {
      most = Math.max(most, height(c, terms(near[3 * p], near[3 * p + 1])));
    }
    return most;
  }

  private static double[] terms(double x, double y) {
    return new double[] {1, x, y, x * x, x * y, y * y};
  }

  private static double height(double[] coefficients, double[] terms) {
    double sum = 0;
    for (int c = 0; c < 6; c++) {
      sum += coefficients[c] * terms[c];
    }
    return sum;
  }
}
