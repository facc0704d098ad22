package org.iceball.validation.cases;

import java.util.List;
import org.iceball.tissue.ThermalLaw;
import org.iceball.tissue.Tissue;
import org.iceball.validation.book.Check;
import org.iceball.validation.book.CheckCase;
import org.iceball.validation.book.ConvergenceStudy;
import org.iceball.validation.book.Measured;
import org.iceball.validation.engine.EngineSolver;
import org.iceball.validation.engine.Solver;
import org.iceball.validation.engine.Specimen;
import org.iceball.validation.exact.PatersonLineSink;
import org.iceball.validation.exact.PerfusedIceball;
import org.iceball.validation.exact.PerfusedMedium;
import org.iceball.validation.exact.QuasiSteadyFront;
import org.iceball.validation.exact.Symmetry;
import org.iceball.validation.oracle.FromCase;
import org.iceball.validation.oracle.RadialReference;
import org.iceball.validation.oracle.RadialSchedule;
import org.iceball.validation.oracle.RadialState;
import org.iceball.validation.oracle.Wall;

/** Endless needles: against exact solutions, and against the radial reference. */
final class NeedleCases {
  private static final Tissue LIVER = Specimen.liver(0.016);
  private static final double LIQUIDUS = 272.15;
  private static final double[] RADII = {0.75e-3, 1.2e-3, 1.7e-3};
  private static final double[][] OFFSETS = {{0, 0}, {0.25, 0.1}, {0.5, 0.5}};
  private static final double[] TIMES = {60, 600};
  private static final double[] ISOTHERMS = {272.15, 273.15};

  private NeedleCases() {}

  static List<CheckCase> all() {
    return List.of(
        new CheckCase(
            "paterson",
            "A line that takes 500 W/m in unperfused tissue at 37 degC, 10 min, cells of 2, 1 and"
                + " 0.5 mm",
            NeedleCases::paterson),
        new CheckCase(
            "quasi-steady-cylinder",
            "Needle of 3 mm at 20 K below the freezing point in tissue at it; the ice holds 55"
                + " times more latent heat than the wall's cold",
            NeedleCases::quasiSteady),
        new CheckCase(
            "perfused-cylinder",
            "Needle of 1.5 mm at -140 degC in liver until the iceball stops growing, 2 h",
            NeedleCases::perfused),
        new CheckCase(
            "needle-radial",
            "Needles of 1.5, 2.4 and 3.4 mm at -140 degC in perfused liver, three positions in the"
                + " cell, 1 and 10 min, isotherms -1 and 0 degC",
            NeedleCases::radial));
  }

  private static Measured paterson() {
    PatersonLineSink exact =
        new PatersonLineSink(
            FreezingCases.ICE,
            FreezingCases.WARM,
            FreezingCases.LATENT,
            500,
            LIQUIDUS,
            Specimen.BODY);
    ConvergenceStudy study =
        ConvergenceStudy.of(
            h -> {
              EndlessNeedle line =
                  new EndlessNeedle(FreezingCases.SHARP, 0.75e-3, 1e-3 * h, 0.25, 0.1);
              try (EngineSolver run = EngineSolver.rkl2(line.sink(500, Specimen.BODY))) {
                run.drive(new double[] {-EndlessNeedle.FAR_WALL}, 100);
                return 1e3 * Math.abs(passage(run, exact, 1e-3 * h));
              }
            },
            2,
            1,
            0.5);
    return Measured.builder()
        .value("radius error at 2 mm", study.levels().get(0).error())
        .value("radius error at 1 mm", study.levels().get(1).error())
        .value("radius error at 0.5 mm", study.levels().get(2).error())
        .value("monotone", study.isMonotone() ? 1 : 0)
        .build();
  }

  /** Mean error of the front [m] while it passes four cells, up to ten minutes. */
  private static double passage(Solver run, PatersonLineSink exact, double spacing) {
    double last = exact.front(600);
    int looks = 40;
    double sum = 0;
    for (int s = 1; s <= looks; s++) {
      double front = last - 4 * spacing * (looks - s) / looks;
      run.to(600 * (front / last) * (front / last));
      sum += EndlessNeedle.radius(run, LIQUIDUS - FreezingCases.NARROW / 2) - front;
    }
    return sum / looks;
  }

  /** Conductivity integral from the cold wall to the liquidus [W/m]. */
  static double coldIntegral() {
    return coldIntegral(LIVER);
  }

  /** The same of any tissue, from {@link Specimen#COLD} to its liquidus [W/m]. */
  static double coldIntegral(Tissue tissue) {
    ThermalLaw law = ThermalLaw.of(tissue);
    int panels = 20_000;
    double width = (law.liquidus() - Specimen.COLD) / panels;
    double sum = 0;
    for (int i = 0; i < panels; i++) {
      sum += width * law.conductivity(Specimen.COLD + (i + 0.5) * width);
    }
    return sum;
  }

  private static Measured quasiSteady() {
    double radius = 1.5e-3;
    double below = 20;
    double latent = 2e9;
    Tissue tissue =
        Specimen.freezing(FreezingCases.ICE, FreezingCases.WARM, latent, LIQUIDUS - 0.02, LIQUIDUS);
    QuasiSteadyFront exact =
        new QuasiSteadyFront(
            Symmetry.CYLINDER, radius, FreezingCases.ICE.conductivity() * below, latent);
    double until = exact.time(10e-3);
    Measured.Builder found = Measured.builder();
    for (double h : new double[] {1, 0.5}) {
      EndlessNeedle needle = new EndlessNeedle(tissue, radius, 1e-3 * h, 0.25, 0.1);
      try (Solver run = EngineSolver.rkl2(needle.model(LIQUIDUS))) {
        run.wall(LIQUIDUS - below);
        run.to(until);
        double front = EndlessNeedle.radius(run, LIQUIDUS - 0.01);
        found.value("radius at " + Check.number(h) + " mm", 1e3 * front);
      }
    }
    return found.build();
  }

  private static Measured perfused() {
    PerfusedMedium medium = PennesCases.MEDIUM;
    double integral = coldIntegral();
    PerfusedIceball exact =
        new PerfusedIceball(Symmetry.CYLINDER, 0.75e-3, integral, medium, LIQUIDUS);
    Measured.Builder found = Measured.builder();
    for (double h : new double[] {2, 1}) {
      EndlessNeedle needle = new EndlessNeedle(LIVER, 0.75e-3, 1e-3 * h, 0.25, 0.1);
      try (Solver run = EngineSolver.rkl2(needle.model(Specimen.BODY))) {
        run.wall(Specimen.COLD);
        run.to(2 * 3600);
        double ratio = EndlessNeedle.radius(run, LIQUIDUS) / exact.radius();
        found.value("radius ratio at " + Check.number(h) + " mm", ratio);
      }
    }
    return found.build();
  }

  private static Measured radial() {
    double[] worst = {0, 0};
    double[] spacings = {1e-3, 2e-3};
    for (double radius : RADII) {
      List<RadialState> exact =
          RadialReference.run(
              FromCase.tissue(LIVER),
              radius,
              RadialSchedule.of(600, Wall.at(Specimen.COLD)),
              TIMES);
      for (int s = 0; s < spacings.length; s++) {
        for (double[] offset : OFFSETS) {
          EndlessNeedle needle =
              new EndlessNeedle(LIVER, radius, spacings[s], offset[0], offset[1]);
          worst[s] = Math.max(worst[s], worst(needle, exact));
        }
      }
    }
    return Measured.builder()
        .value("radius error at 1 mm", worst[0])
        .value("radius error at 2 mm", worst[1])
        .build();
  }

  /** Largest relative error of a radius [1]. */
  private static double worst(EndlessNeedle needle, List<RadialState> exact) {
    double worst = 0;
    try (Solver run = EngineSolver.rkl2(needle.model(Specimen.BODY))) {
      run.wall(Specimen.COLD);
      for (RadialState state : exact) {
        run.to(state.time());
        for (double isotherm : ISOTHERMS) {
          double ratio = EndlessNeedle.radius(run, isotherm) / state.radius(isotherm);
          worst = Math.max(worst, Math.abs(ratio - 1));
        }
      }
    }
    return worst;
  }
}
