package org.iceball.validation.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.iceball.tissue.Tissue;
import org.iceball.validation.book.Chart;
import org.iceball.validation.book.CheckCase;
import org.iceball.validation.book.Measured;
import org.iceball.validation.engine.EngineSolver;
import org.iceball.validation.engine.Solver;
import org.iceball.validation.engine.SolverFactory;
import org.iceball.validation.engine.Specimen;
import org.iceball.validation.oracle.FromCase;
import org.iceball.validation.oracle.PlainScheme;
import org.iceball.validation.oracle.RadialReference;
import org.iceball.validation.oracle.RadialSchedule;
import org.iceball.validation.oracle.RadialState;
import org.iceball.validation.oracle.Wall;

/**
 * A needle freezes for three minutes and then does nothing. How fast the ice goes depends on
 * whether blood comes back to tissue that has thawed; it must not.
 */
final class ThawCases {
  private static final Tissue LIVER = Specimen.liver(0.016);
  private static final double LIQUIDUS = 272.15;
  private static final double FREEZE = 180;
  private static final double THAW = 240;
  private static final double EVERY = 20;

  private ThawCases() {}

  static List<CheckCase> all() {
    String what = "Needle of 1.5 mm in perfused liver, 3 min at -140 degC and 4 min passive: ";
    return List.of(
        new CheckCase("thaw", what + "the engine", () -> thaw(EngineSolver::rkl2)),
        new CheckCase(
            "thaw-plain",
            what + "the plain scheme, without a defect",
            () -> thaw(PlainScheme::new)),
        new CheckCase(
            "thaw-no-stasis",
            what + "the plain scheme with blood that comes back",
            () ->
                thaw(
                    model ->
                        new PlainScheme(
                            model,
                            Double.POSITIVE_INFINITY,
                            Set.of(PlainScheme.Defect.PERFUSION_RETURNS)))));
  }

  private static Measured thaw(SolverFactory solver) {
    double[] times = new double[(int) ((FREEZE + THAW) / EVERY)];
    for (int i = 0; i < times.length; i++) {
      times[i] = EVERY * (i + 1);
    }
    List<RadialState> exact =
        RadialReference.run(
            FromCase.tissue(LIVER),
            0.75e-3,
            RadialSchedule.of(FREEZE, Wall.at(Specimen.COLD)).then(THAW, Wall.insulated()),
            times);
    List<Double> minutes = new ArrayList<>();
    List<Double> found = new ArrayList<>();
    List<Double> wanted = new ArrayList<>();
    EndlessNeedle needle = new EndlessNeedle(LIVER, 0.75e-3, 1e-3, 0.25, 0.1);
    double worst = 0;
    try (Solver run = solver.open(needle.model(Specimen.BODY))) {
      run.wall(Specimen.COLD);
      for (RadialState state : exact) {
        run.to(state.time());
        double radius = EndlessNeedle.radius(run, LIQUIDUS);
        double exactly = state.radius(LIQUIDUS);
        minutes.add(state.time() / 60);
        found.add(1e3 * radius);
        wanted.add(1e3 * exactly);
        if (state.time() > FREEZE) {
          worst = Math.max(worst, 1e3 * Math.abs(radius - exactly));
        }
        if (state.time() == FREEZE) {
          run.wall(Double.NaN);
        }
      }
    }
    double[] x = array(minutes);
    return Measured.builder()
        .value("ice radius error while thawing", worst)
        .chart(
            new Chart(
                "Freeze and passive thaw: radius of the ice",
                "Time [min]",
                "Radius [mm]",
                false,
                List.of(
                    new Chart.Series("radial reference", true, x, array(wanted)),
                    new Chart.Series("cells of 1 mm", false, x, array(found)))))
        .build();
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
