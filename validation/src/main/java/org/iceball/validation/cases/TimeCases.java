package org.iceball.validation.cases;

import java.util.List;
import java.util.function.Supplier;
import org.iceball.model.Model;
import org.iceball.solve.EulerStepper;
import org.iceball.solve.Rkl2Stepper;
import org.iceball.solve.Stepper;
import org.iceball.tissue.Tissue;
import org.iceball.validation.book.Chart;
import org.iceball.validation.book.CheckCase;
import org.iceball.validation.book.ConvergenceStudy;
import org.iceball.validation.book.Measured;
import org.iceball.validation.engine.EngineSolver;
import org.iceball.validation.engine.Specimen;

/**
 * The order in time, without phase change. A row of 32 cells starts as a sum of a constant and
 * three cosines, each of which the grid lets decay at a rate that is known in closed form; so the
 * grid has no error here, and what is left is that of the time stepper.
 */
final class TimeCases {
  private static final int CELLS = 32;
  private static final double SPACING = 1e-3;
  private static final double PERFUSION = 1e-3;
  private static final int[] WAVES = {1, 2, 5};
  private static final double AMPLITUDE = 3;

  /** So far above the blood that no cell counts as a living body at rest [K]. */
  private static final double ABOVE = 12;

  private static final double LOOSE = 1e12;

  private TimeCases() {}

  static List<CheckCase> all() {
    return List.of(
        new CheckCase(
            "time-euler",
            "Three decaying cosines on 32 cells, Euler, step halved four times from 0.8 of the"
                + " stability limit",
            () -> study("Euler", () -> new EulerStepper(1), 1, 64, 0.8)),
        new CheckCase(
            "time-rkl2",
            "The same with RKL2 from twice the explicit limit on, three stages",
            () -> study("RKL2, three stages", () -> new Rkl2Stepper(LOOSE), 2, 128, 2)),
        new CheckCase(
            "time-rkl2-long",
            "The same with RKL2 from 64 times the explicit limit on, three to 17 stages",
            () -> study("RKL2, long steps", () -> new Rkl2Stepper(LOOSE), 2, 1024, 64)));
  }

  private static Measured study(
      String name, Supplier<Stepper> stepper, int order, double limits, double coarsest) {
    ConvergenceStudy study =
        ConvergenceStudy.of(
            share -> error(stepper.get(), limits, share),
            coarsest,
            coarsest / 2,
            coarsest / 4,
            coarsest / 8,
            coarsest / 16);
    return Measured.builder()
        .value("order", study.finestPair())
        .value("fitted order", study.leastSquares())
        .value("error", study.finestError())
        .chart(
            new Chart(
                name + ": error against step",
                "Step over the explicit limit [1]",
                "Error [K]",
                true,
                List.of(study.points("engine"), study.slope("order " + order, order))))
        .build();
  }

  /** Largest error [K] after so many explicit limits, in equal steps of so many limits each. */
  private static double error(Stepper stepper, double limits, double share) {
    Tissue liver = Specimen.liver(PERFUSION);
    Row row = new Row(SPACING);
    for (int i = 0; i < CELLS; i++) {
      row.cell(Specimen.material(liver, SPACING, temperature(i, 0)));
    }
    Model model = row.model();
    double limit;
    try (EngineSolver probe = new EngineSolver(model, new EulerStepper(1), Double.MAX_VALUE)) {
      limit = probe.eulerLimit();
    }
    try (EngineSolver engine = new EngineSolver(model, stepper, share * limit)) {
      double end = limits * limit;
      engine.to(end);
      double[] wanted = new double[CELLS];
      for (int i = 0; i < CELLS; i++) {
        wanted[i] = temperature(i, end);
      }
      return Norms.max(engine.temperature(), wanted);
    }
  }

  /** What the grid makes of the cosines in exact time [K]. */
  private static double temperature(int cell, double time) {
    double capacity = 1079 * 3540.0;
    double diffusion = 0.52 / capacity / (SPACING * SPACING);
    double blood = PERFUSION * Tissue.Blood.HEAT_CAPACITY / capacity;
    double sum = Tissue.Blood.TEMPERATURE + ABOVE * Math.exp(-blood * time);
    for (int wave : WAVES) {
      double angle = Math.PI * wave / CELLS;
      double rate = diffusion * (2 - 2 * Math.cos(angle)) + blood;
      sum += AMPLITUDE * Math.cos(angle * (cell + 0.5)) * Math.exp(-rate * time);
    }
    return sum;
  }
}
