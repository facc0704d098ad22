package org.iceball.validation.cases;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.iceball.grid.Grid;
import org.iceball.model.Material;
import org.iceball.model.Model;
import org.iceball.model.NeedleCells;
import org.iceball.validation.book.CheckCase;
import org.iceball.validation.engine.Solver;
import org.iceball.validation.engine.Specimen;
import org.iceball.validation.exact.PointSource;

/** Heat brought to one cell of perfused tissue: a pulse, and a constant power. */
final class PointCases {
  private PointCases() {}

  static List<CheckCase> all() {
    return List.of(
        new CheckCase(
            "point-pulse",
            "A pulse of heat in one cell of perfused tissue, after 60 s",
            () -> PennesCases.order("pulse", PointCases::pulse, 3e-3, 1.5e-3, 0.75e-3)),
        new CheckCase(
            "point-source",
            "Constant power in one cell of perfused tissue, after 60 s, 6 mm away",
            () -> PennesCases.order("point source", PointCases::steady, 3e-3, 1.5e-3, 0.75e-3)));
  }

  /** Error at all cells of the axis from 6 mm on, over the largest rise there [1]. */
  private static double pulse(double h) {
    double energy = 20;
    int half = (int) Math.round(24e-3 / h);
    int n = 2 * half + 1;
    Grid grid = Specimen.grid(n, n, n, h);
    byte[] kind = new byte[grid.cells()];
    kind[grid.index(half, half, half)] = 1;
    double hot =
        PennesCases.BODY
            + energy / (grid.cellVolume() * PennesCases.MEDIUM.material().heatCapacity());
    Model model =
        Specimen.model(
            grid, kind, PennesCases.liver(h, PennesCases.BODY), PennesCases.liver(h, hot));
    PointSource exact = new PointSource(PennesCases.MEDIUM);
    try (Solver engine = PennesCases.engine(model)) {
      engine.to(60);
      return alongAxis(engine.temperature(), grid, half, r -> exact.afterPulse(energy, r, 60));
    }
  }

  private static double steady(double h) {
    double power = 0.5;
    int half = (int) Math.round(24e-3 / h);
    int n = 2 * half + 1;
    Grid grid = Specimen.grid(n, n, n, h);
    Material body = PennesCases.liver(h, PennesCases.BODY);
    // so far away a wall that the tissue's own temperature does not change the power
    double wall = 1e9;
    NeedleCells source =
        new NeedleCells(
            new int[] {grid.index(half, half, half)},
            new double[] {power / grid.cellVolume() / wall});
    Model model = Specimen.model(grid, new byte[grid.cells()], List.of(body), List.of(source));
    PointSource exact = new PointSource(PennesCases.MEDIUM);
    try (Solver engine = PennesCases.engine(model)) {
      engine.drive(new double[] {wall}, Double.POSITIVE_INFINITY);
      engine.to(60);
      return alongAxis(engine.temperature(), grid, half, r -> exact.underPower(power, r, 60));
    }
  }

  private static double alongAxis(double[] found, Grid grid, int half, DoubleUnaryOperator rise) {
    double error = 0;
    for (int i = (int) Math.round(6e-3 / grid.spacing()); i < half; i++) {
      double exact = PennesCases.BODY + rise.applyAsDouble(i * grid.spacing());
      error = Math.max(error, Math.abs(found[grid.index(half + i, half, half)] - exact));
    }
    return error / rise.applyAsDouble(6e-3);
  }
}
