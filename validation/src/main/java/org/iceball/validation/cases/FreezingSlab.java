package org.iceball.validation.cases;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.iceball.model.Model;
import org.iceball.tissue.EnthalpyCurve;
import org.iceball.tissue.Tissue;
import org.iceball.validation.book.Chart;
import org.iceball.validation.engine.Solver;
import org.iceball.validation.engine.SolverFactory;
import org.iceball.validation.engine.Specimen;

/**
 * Freezing of a half space from a cold wall: a row of cells of which the first is held.
 *
 * @param tissue unperfused
 * @param spacing of the cells [m]
 * @param solver what solves it
 */
record FreezingSlab(Tissue tissue, double spacing, SolverFactory solver) {
  private static final double DEPTH = 120e-3;
  private static final double[] TIMES = {60, 300, 600, 900};

  /** Cells that the front passes during a measurement, and looks at it meanwhile. */
  private static final int PASSAGE = 4;

  private static final int LOOKS = 40;

  /**
   * How far an isotherm runs ahead of where it should be.
   *
   * @param time of the measurements [s], shape [n]
   * @param error mean over a passage [m], shape [n]
   * @param looks times of all looks [s], shape [m]
   * @param front depth then [m], shape [m]
   */
  record Found(double[] time, double[] error, double[] looks, double[] front) {
    /** Largest error [mm]. */
    double worst() {
      return 1e3 * Norms.max(error);
    }

    /** The looks as points of a chart: minutes and millimetres. */
    Chart.Series points(String name) {
      return new Chart.Series(
          name,
          false,
          Arrays.stream(looks).map(t -> t / 60).toArray(),
          Arrays.stream(front).map(x -> 1e3 * x).toArray());
    }
  }

  /** The exact depth of an isotherm as a line of a chart: minutes and millimetres. */
  static Chart.Series line(String name, DoubleUnaryOperator exact) {
    double[] minutes = new double[91];
    double[] depth = new double[91];
    for (int i = 0; i < minutes.length; i++) {
      minutes[i] = i * 15.2 / 90;
      depth[i] = i == 0 ? 0 : 1e3 * exact.applyAsDouble(60 * minutes[i]);
    }
    return new Chart.Series(name, true, minutes, depth);
  }

  /**
   * Follows an isotherm for 15 minutes. Each error is a mean over the passage through four cells,
   * so over the front's positions between cells.
   *
   * @param isotherm [K]
   * @param exact its depth [m] as function of time [s], a multiple of the root of time
   */
  Found follow(double isotherm, DoubleUnaryOperator exact) {
    int others = (int) Math.round(DEPTH / spacing) - 1;
    Model model =
        Row.behindWall(
            Specimen.held(tissue, spacing, Specimen.COLD),
            Specimen.material(tissue, spacing, Specimen.BODY),
            others,
            spacing);
    EnthalpyCurve curve = model.materials().get(1).curve();
    double[] error = new double[TIMES.length];
    double[] looks = new double[TIMES.length * LOOKS];
    double[] front = new double[looks.length];
    try (Solver run = solver.open(model)) {
      run.wall(Double.NaN);
      for (int t = 0; t < TIMES.length; t++) {
        double middle = exact.applyAsDouble(TIMES[t]);
        for (int s = 0; s < LOOKS; s++) {
          double depth = middle + PASSAGE * spacing * (s - LOOKS) / LOOKS;
          double time = TIMES[t] * (depth / middle) * (depth / middle);
          run.to(time);
          int look = t * LOOKS + s;
          looks[look] = time;
          front[look] = depthOf(isotherm, run.enthalpy(), curve);
          error[t] += (front[look] - depth) / LOOKS;
        }
      }
    }
    return new Found(TIMES.clone(), error, looks, front);
  }

  private double depthOf(double isotherm, double[] enthalpy, EnthalpyCurve curve) {
    int i = enthalpy.length - 1;
    while (curve.temperature(enthalpy[i]) > isotherm) {
      i--;
    }
    double cold = curve.temperature(enthalpy[i]);
    double warm = curve.temperature(enthalpy[i + 1]);
    return spacing * (i + (isotherm - cold) / (warm - cold));
  }
}
