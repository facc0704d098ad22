package org.iceball.validation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.model.Model;
import org.iceball.model.Numerics.Precision;
import org.iceball.solve.CpuBackend;
import org.iceball.solve.EulerStepper;
import org.iceball.solve.Rkl2Stepper;
import org.iceball.solve.Stepper;
import org.iceball.tissue.EnthalpyCurve;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.Tissue;
import org.iceball.validation.exact.LunardiniSlab;
import org.iceball.validation.exact.Material;
import org.iceball.validation.exact.NeumannSlab;
import org.iceball.validation.oracle.FromCase;
import org.iceball.validation.oracle.SelfSimilarFreezing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Freezing of a half space from a cold wall: a row of cells of which the first is held. */
class NeumannAgainstEngineTest {
  private static final Material ICE = new Material(2, 1.8e6);
  private static final Material MUSH = new Material(1.25, 2.7e6);
  private static final Material WARM = new Material(0.5, 3.6e6);
  private static final double LATENT = 250e6;
  private static final double SOLIDUS = 265.15;
  private static final double LIQUIDUS = 272.15;
  private static final double DEPTH = 120e-3;
  private static final double[] TIMES = {60, 300, 600, 900};

  private static Tissue tissue(double solidus) {
    return Specimen.tissue(
        FrozenLaw.CONSTANT, 1000, 3600, 1800, 0.5, 2, solidus, LIQUIDUS, LATENT, 0);
  }

  /**
   * Errors of the depth of an isotherm [m] at the times, each a mean over the passage of the front
   * through about four cells, so over its positions between cells.
   */
  private static double[] errors(
      Tissue tissue, double h, Stepper stepper, double isotherm, DoubleUnaryOperator exact) {
    int n = (int) Math.round(DEPTH / h);
    Grid grid = new Grid(n, 1, 1, h, Vec3.ZERO);
    byte[] labels = new byte[n];
    labels[0] = 1;
    Model plain = Specimen.model(tissue, 2, grid, labels);
    var body = plain.materials().get(0);
    EnthalpyCurve curve = body.curve();
    var wall =
        new org.iceball.model.Material(
            "wall", curve, body.perfusion(), true, curve.enthalpy(Specimen.COLD));
    Model model = new Model(grid, plain.material(), List.of(body, wall), List.of(), plain.faces());
    double[] error = new double[TIMES.length];
    double[] enthalpy = new double[n];
    try (CpuBackend backend = new CpuBackend(model, Precision.FP64, 1)) {
      Specimen.Run run = new Specimen.Run(model, backend, stepper, Double.NaN);
      for (int t = 0; t < TIMES.length; t++) {
        // times at which the exact front stands at evenly spread depths
        double[] each = new double[40];
        for (int s = 0; s < each.length; s++) {
          double depth = exact.applyAsDouble(TIMES[t]) + 4 * h * (s - each.length) / each.length;
          double share = depth / exact.applyAsDouble(TIMES[t]);
          run.to(TIMES[t] * share * share);
          backend.readEnthalpy(enthalpy);
          each[s] = front(curve, enthalpy, h, isotherm) - depth;
        }
        error[t] = Specimen.mean(each);
      }
    }
    return error;
  }

  private static double front(EnthalpyCurve curve, double[] enthalpy, double h, double isotherm) {
    int i = enthalpy.length - 1;
    while (curve.temperature(enthalpy[i]) > isotherm) {
      i--;
    }
    double cold = curve.temperature(enthalpy[i]);
    double warm = curve.temperature(enthalpy[i + 1]);
    return h * (i + (isotherm - cold) / (warm - cold));
  }

  private static Stepper stepper(String name) {
    return name.equals("EULER") ? new EulerStepper(0.95) : new Rkl2Stepper(Rkl2Stepper.TOLERANCE);
  }

  @ParameterizedTest
  @CsvSource({"1, EULER, 0.2", "1, RKL2, 0.2", "0.5, EULER, 0.1", "0.5, RKL2, 0.1"})
  void theFrontFollowsNeumann(double spacingMm, String stepper, double boundMm) {
    NeumannSlab exact = new NeumannSlab(ICE, WARM, LATENT, Specimen.COLD, LIQUIDUS, 310.15);
    Tissue narrow = tissue(LIQUIDUS - 0.2);
    double[] error =
        errors(narrow, 1e-3 * spacingMm, stepper(stepper), LIQUIDUS - 0.1, exact::front);
    report("Neumann", spacingMm, stepper, error);
    for (double e : error) {
      assertThat(1e3 * Math.abs(e)).isLessThanOrEqualTo(boundMm);
    }
  }

  /** Lunardini's freezing zone has one conductivity, the tissue's falls: they agree less well. */
  @ParameterizedTest
  @CsvSource({"1, EULER", "1, RKL2"})
  void solidusAndLiquidusFollowLunardini(double spacingMm, String stepper) {
    LunardiniSlab exact =
        new LunardiniSlab(ICE, MUSH, WARM, LATENT, Specimen.COLD, SOLIDUS, LIQUIDUS, 310.15);
    assertFollows("Lunardini", spacingMm, stepper, 0.2, exact::liquidusFront, exact::solidusFront);
  }

  @ParameterizedTest
  @CsvSource({"1, EULER, 0.2", "1, RKL2, 0.2", "0.5, EULER, 0.1", "0.5, RKL2, 0.1"})
  void solidusAndLiquidusFollowTheSelfSimilarSolution(
      double spacingMm, String stepper, double boundMm) {
    SelfSimilarFreezing exact =
        SelfSimilarFreezing.slab(FromCase.tissue(tissue(SOLIDUS)), Specimen.COLD);
    assertFollows(
        "self-similar",
        spacingMm,
        stepper,
        boundMm,
        exact::liquidus,
        t -> exact.isotherm(SOLIDUS, t));
  }

  private static void assertFollows(
      String what,
      double spacingMm,
      String stepper,
      double boundMm,
      DoubleUnaryOperator liquidus,
      DoubleUnaryOperator solidus) {
    double h = 1e-3 * spacingMm;
    double[] first = errors(tissue(SOLIDUS), h, stepper(stepper), LIQUIDUS, liquidus);
    double[] last = errors(tissue(SOLIDUS), h, stepper(stepper), SOLIDUS, solidus);
    report(what + " liquidus", spacingMm, stepper, first);
    report(what + " solidus", spacingMm, stepper, last);
    for (int t = 0; t < TIMES.length; t++) {
      assertThat(1e3 * Math.abs(first[t])).as("liquidus").isLessThanOrEqualTo(boundMm);
      assertThat(1e3 * Math.abs(last[t])).as("solidus").isLessThanOrEqualTo(boundMm);
    }
  }

  private static void report(String what, double spacingMm, String stepper, double[] error) {
    StringBuilder line = new StringBuilder();
    for (int t = 0; t < TIMES.length; t++) {
      line.append(String.format(Locale.ROOT, "  %.0f s %+.4f mm", TIMES[t], 1e3 * error[t]));
    }
    System.out.printf(Locale.ROOT, "%s, cells %.1f mm, %s:%s%n", what, spacingMm, stepper, line);
  }
}
