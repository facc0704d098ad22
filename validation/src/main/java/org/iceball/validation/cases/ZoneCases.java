package org.iceball.validation.cases;

import java.util.List;
import java.util.SplittableRandom;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.injury.ColdFraction;
import org.iceball.injury.ZoneMetrics;
import org.iceball.solve.Outcome;
import org.iceball.validation.book.CheckCase;
import org.iceball.validation.book.Measured;

/** What counts as frozen or killed where the temperature is known. */
final class ZoneCases {
  private static final long SEED = 20261124;

  private ZoneCases() {}

  static List<CheckCase> all() {
    return List.of(
        new CheckCase(
            "held-below",
            "Tissue that is at -20.5 degC throughout, lethal at -20 degC",
            () -> held("-20.5 degC")),
        new CheckCase("held-above", "The same tissue at -19.5 degC", () -> held("-19.5 degC")),
        new CheckCase(
            "read-out",
            "A ball of 20 mm in a field that is known, at 50 places in the grid; seed " + SEED,
            ZoneCases::readOut));
  }

  /** A needle far from the target and for a second only; the tissue keeps its temperature. */
  private static Measured held(String temperature) {
    Outcome outcome =
        UserCase.of("two-needles.yaml")
            .with(
                "{from: target_centre, offset: [0 mm, 5 mm, 0 mm]}",
                "{point: [-25 mm, 22 mm, 0 mm]}")
            .with(
                "{from: target_centre, offset: [0 mm, -5 mm, 0 mm]}",
                "{point: [-25 mm, -22 mm, 0 mm]}")
            .with("freeze 3 min, thaw 2 min passive, freeze 2 min, thaw 1 min active", "freeze 1 s")
            .with("tissue: blood, role: vessel", "tissue: liver, role: organ")
            .with("around: everything", "around: everything\n  faces: insulated")
            .with("title:", "start_temperature: " + temperature + "\ntitle:")
            .run();
    return Measured.builder().value("covered", outcome.coverage().covered()).build();
  }

  private static Measured readOut() {
    double h = 1e-3;
    double radius = 10e-3;
    SplittableRandom random = new SplittableRandom(SEED);
    double worst = 0;
    for (int n = 0; n < 50; n++) {
      Grid grid =
          new Grid(
              31,
              31,
              31,
              h,
              new Vec3(
                  -15e-3 + h * random.nextDouble(),
                  -15e-3 + h * random.nextDouble(),
                  -15e-3 + h * random.nextDouble()));
      float[] t = new float[grid.cells()];
      for (int c = 0; c < t.length; c++) {
        double r = grid.centre(c % 31, c / 31 % 31, c / 31 / 31).norm();
        t[c] = (float) (273.15 + 4000 * (r - radius));
      }
      double volume = ZoneMetrics.volume(grid, ColdFraction.of(grid, t, 273.15));
      double found = Math.cbrt(volume * 3 / (4 * Math.PI));
      worst = Math.max(worst, Math.abs(found - radius) / h);
    }
    return Measured.builder().value("radius error over spacing", worst).build();
  }
}
