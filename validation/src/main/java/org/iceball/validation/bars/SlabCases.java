package org.iceball.validation.bars;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.model.Model;
import org.iceball.study.ErrorBars;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.Tissue;
import org.iceball.validation.engine.EngineSolver;
import org.iceball.validation.engine.Specimen;
import org.iceball.validation.oracle.FromCase;
import org.iceball.validation.oracle.SelfSimilarFreezing;

/**
 * Freezing of a half space from a cold wall, a row of cells of which the first is held: the depth
 * of isotherms against the self-similar solution of the same law. A narrow freezing range is
 * Neumann's sharp front in all but name.
 */
final class SlabCases {
  private static final double DEPTH = 120e-3;

  /** Freezing ranges [K]. */
  private static final double[] RANGES = {0.2, 2, 7, 15};

  private static final double LIQUIDUS = 272.15;

  private SlabCases() {}

  /** Unperfused liver of a law and a solidus [K]. */
  private static Tissue tissue(FrozenLaw law, double solidus) {
    return Specimen.tissue(law, 1079, 3540, 1800, 0.52, 2, solidus, LIQUIDUS, 250e6, 0);
  }

  /**
   * Runs them.
   *
   * @param spacings [m]
   * @param times ascending [s]
   */
  static List<BarCheck> run(double[] spacings, double[] times) {
    List<BarCheck> checks = new ArrayList<>();
    for (FrozenLaw law : FrozenLaw.values()) {
      for (double range : RANGES) {
        Tissue tissue = tissue(law, LIQUIDUS - range);
        SelfSimilarFreezing exact =
            SelfSimilarFreezing.slab(FromCase.tissue(tissue), Specimen.COLD);
        double[] isotherms = {LIQUIDUS, 253.15, 233.15};
        for (double h : spacings) {
          double[][] fine = depths(tissue, h, times, isotherms);
          double[][] coarse = depths(tissue, 2 * h, times, isotherms);
          for (int t = 0; t < times.length; t++) {
            for (int i = 0; i < isotherms.length; i++) {
              double isotherm = isotherms[i];
              DoubleUnaryOperator depth = s -> exact.isotherm(isotherm, s);
              String what =
                  String.format(
                      Locale.ROOT,
                      "%s, range %.1f K, %.2f mm, %.0f s, depth of %.2f K",
                      law,
                      range,
                      1e3 * h,
                      times[t],
                      isotherm);
              double bar = ErrorBars.ofLength(fine[t][i], coarse[t][i], h);
              boolean resolved = coarse[t][i] >= ErrorBars.RESOLVED * 2 * h;
              checks.add(
                  new BarCheck(
                      "slab",
                      what,
                      fine[t][i],
                      resolved ? bar : Double.NaN,
                      depth.applyAsDouble(times[t])));
            }
          }
        }
      }
    }
    return checks;
  }

  private static double[][] depths(Tissue tissue, double h, double[] times, double[] isotherms) {
    int n = (int) Math.round(DEPTH / h);
    byte[] material = new byte[n];
    material[0] = 1;
    Model model =
        new Model(
            new Grid(n, 1, 1, h, Vec3.ZERO),
            material,
            List.of(
                Specimen.material(tissue, h, Specimen.BODY),
                Specimen.held(tissue, h, Specimen.COLD)),
            List.of(),
            Specimen.INSULATED);
    double[][] depths = new double[times.length][isotherms.length];
    try (EngineSolver run = EngineSolver.rkl2(model)) {
      run.wall(Double.NaN);
      for (int t = 0; t < times.length; t++) {
        run.to(times[t]);
        double[] temperature = run.temperature();
        for (int i = 0; i < isotherms.length; i++) {
          depths[t][i] = h * depth(temperature, isotherms[i]);
        }
      }
    }
    return depths;
  }

  /** Depth of an isotherm [cells]. */
  private static double depth(double[] temperature, double isotherm) {
    int i = temperature.length - 1;
    while (temperature[i] >= isotherm) {
      i--;
    }
    return i + (isotherm - temperature[i]) / (temperature[i + 1] - temperature[i]);
  }
}
