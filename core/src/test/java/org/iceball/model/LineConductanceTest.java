package org.iceball.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.iceball.device.Needle;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.solve.Cases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The needle's coupling against a direct solution of the grid's own steady equations: 41 x 41 cells
 * across the needle, with the exact profile of the thin needle round them.
 */
class LineConductanceTest {
  private static final int SIDE = 41;
  private static final double LENGTH = 40e-3;

  /** Heat that the needle draws [W/m] where the profile outside belongs to 1 W/m. */
  private static double flux(double radius, double h, double offX, double offY) {
    int tall = (int) Math.round(LENGTH / h) + 1;
    double mid = (SIDE - 1) / 2.0 * h;
    Grid grid = new Grid(SIDE, SIDE, tall, h, new Vec3(-mid, -mid, -(tall - 1) * h / 2));
    Vec3 tip = new Vec3(offX * h, offY * h, -LENGTH / 2);
    Needle needle =
        new Needle("A", Cases.probe(radius, LENGTH), tip, new Vec3(0, 0, 1), 0, Cases.freeze(60));
    NeedleCells cells = NeedleCells.of(needle, grid);
    double[] g = new double[SIDE * SIDE];
    int plane = (tall / 2) * SIDE * SIDE;
    for (int c = 0; c < cells.cells().length; c++) {
      int at = cells.cells()[c] - plane;
      if (at >= 0 && at < g.length) {
        g[at] = cells.conductance()[c] * h * h;
      }
    }
    // unknowns are the inner cells; the wall's conductivity integral is zero
    int inner = SIDE - 2;
    int n = inner * inner;
    DMatrixRMaj a = new DMatrixRMaj(n, n);
    DMatrixRMaj b = new DMatrixRMaj(n, 1);
    int[][] steps = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};
    for (int j = 1; j <= inner; j++) {
      for (int i = 1; i <= inner; i++) {
        int row = i - 1 + inner * (j - 1);
        a.set(row, row, 4 + g[i + SIDE * j]);
        for (int[] s : steps) {
          int oi = i + s[0];
          int oj = j + s[1];
          if (oi < 1 || oj < 1 || oi > inner || oj > inner) {
            double x = oi * h - mid - tip.x();
            double y = oj * h - mid - tip.y();
            double profile = Math.log(Math.hypot(x, y) / radius) / (2 * Math.PI);
            b.set(row, 0, b.get(row, 0) + profile);
          } else {
            a.set(row, oi - 1 + inner * (oj - 1), -1);
          }
        }
      }
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(n);
    assertThat(solver.setA(a)).isTrue();
    DMatrixRMaj q = new DMatrixRMaj(n, 1);
    solver.solve(b, q);
    double flux = 0;
    for (int j = 1; j <= inner; j++) {
      for (int i = 1; i <= inner; i++) {
        flux += g[i + SIDE * j] * q.get(i - 1 + inner * (j - 1), 0);
      }
    }
    return flux;
  }

  @ParameterizedTest
  @CsvSource({"0.75, 1.0", "1.2, 1.0", "1.7, 1.0", "0.75, 2.0", "1.2, 2.0", "1.7, 2.0", "1.2, 0.5"})
  void theGridCarriesTheHeatOfTheThinNeedle(double radiusMm, double spacingMm) {
    double[][] offsets = {{0, 0}, {0.25, 0.1}, {0.5, 0.5}, {0.37, 0.43}};
    double mean = 0;
    for (double[] o : offsets) {
      double flux = flux(radiusMm * 1e-3, spacingMm * 1e-3, o[0], o[1]);
      assertThat(flux).as("offset %s, %s", o[0], o[1]).isCloseTo(1, within(0.01));
      mean += flux / offsets.length;
    }
    assertThat(mean).isCloseTo(1, within(0.004));
  }

  @ParameterizedTest
  @CsvSource({"0.75, 1.0", "1.7, 2.0", "1.2, 0.5"})
  void theNeedlesConductanceIsItsLengthTimesTheCalibratedOne(double radiusMm, double spacingMm) {
    double h = spacingMm * 1e-3;
    double radius = radiusMm * 1e-3;
    Grid grid = new Grid(33, 35, 37, h, new Vec3(-16 * h, -17 * h, -18 * h));
    Needle needle =
        new Needle(
            "A",
            Cases.probe(radius, 12 * h),
            new Vec3(0.3 * h, 0.2 * h, -6 * h),
            new Vec3(0.3, 0.2, 0.7).unit(),
            0,
            Cases.freeze(60));
    double sum = 0;
    for (double g : NeedleCells.of(needle, grid).conductance()) {
      assertThat(g).isPositive();
      sum += g * grid.cellVolume();
    }
    double sigma = LineConductance.width(radius, h);
    assertThat(sum).isCloseTo(LineConductance.calibrate(radius, sigma, h) * 12 * h, within(1e-12));
  }
}
