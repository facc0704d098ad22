package org.iceball.validation.cases;

import java.util.List;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.injury.ColdFraction;
import org.iceball.injury.ZoneMetrics;
import org.iceball.model.Model;
import org.iceball.tissue.Tissue;
import org.iceball.validation.book.CheckCase;
import org.iceball.validation.book.Measured;
import org.iceball.validation.engine.EngineSolver;
import org.iceball.validation.engine.Solver;
import org.iceball.validation.engine.Specimen;
import org.iceball.validation.exact.PerfusedIceball;
import org.iceball.validation.exact.QuasiSteadyFront;
import org.iceball.validation.exact.Symmetry;

/** A cold ball made of held cells, an eighth of it: freezing in three dimensions. */
final class BallCases {
  private static final Tissue LIVER = Specimen.liver(0.016);
  private static final double LIQUIDUS = 272.15;
  private static final double RADIUS = 5e-3;

  private BallCases() {}

  static List<CheckCase> all() {
    return List.of(
        new CheckCase(
            "quasi-steady-sphere",
            "Ball of 10 mm, 20 K below the freezing point in tissue at it; the ice holds 55 times"
                + " more latent heat than the wall's cold; cells of 1 mm",
            BallCases::quasiSteady),
        new CheckCase(
            "perfused-sphere",
            "Ball of 10 mm at -140 degC in perfused liver until the iceball stops growing, 1 h;"
                + " cells of 1 mm",
            BallCases::perfused));
  }

  private static Model ball(Tissue tissue, double wall, double start, int cells, double h) {
    Grid grid = new Grid(cells, cells, cells, h, new Vec3(h / 2, h / 2, h / 2));
    byte[] kind = new byte[grid.cells()];
    for (int c = 0; c < kind.length; c++) {
      double r = grid.centre(c % cells, c / cells % cells, c / cells / cells).norm();
      kind[c] = (byte) (r < RADIUS ? 0 : 1);
    }
    return Specimen.model(
        grid, kind, Specimen.held(tissue, h, wall), Specimen.material(tissue, h, start));
  }

  /** Radius of the ball with eight times the volume that is colder than an isotherm [K] [m]. */
  private static double radius(Solver run, double isotherm) {
    Grid grid = run.model().grid();
    double[] exact = run.temperature();
    float[] temperature = new float[exact.length];
    for (int c = 0; c < exact.length; c++) {
      temperature[c] = (float) exact[c];
    }
    double volume = 8 * ZoneMetrics.volume(grid, ColdFraction.of(grid, temperature, isotherm));
    return Math.cbrt(volume * 3 / (4 * Math.PI));
  }

  private static Measured quasiSteady() {
    double below = 20;
    double latent = 2e9;
    Tissue tissue =
        Specimen.freezing(FreezingCases.ICE, FreezingCases.WARM, latent, LIQUIDUS - 0.02, LIQUIDUS);
    QuasiSteadyFront exact =
        new QuasiSteadyFront(
            Symmetry.SPHERE, RADIUS, FreezingCases.ICE.conductivity() * below, latent);
    Model model = ball(tissue, LIQUIDUS - below, LIQUIDUS, 14, 1e-3);
    try (Solver run = EngineSolver.rkl2(model)) {
      run.to(exact.time(10e-3));
      return Measured.builder().value("radius", 1e3 * radius(run, LIQUIDUS - 0.01)).build();
    }
  }

  private static Measured perfused() {
    PerfusedIceball exact =
        new PerfusedIceball(
            Symmetry.SPHERE, RADIUS, NeedleCases.coldIntegral(), PennesCases.MEDIUM, LIQUIDUS);
    Model model = ball(LIVER, Specimen.COLD, Specimen.BODY, 24, 1e-3);
    try (Solver run = EngineSolver.rkl2(model)) {
      run.to(3600);
      return Measured.builder()
          .value("radius ratio", radius(run, LIQUIDUS) / exact.radius())
          .build();
    }
  }
}
