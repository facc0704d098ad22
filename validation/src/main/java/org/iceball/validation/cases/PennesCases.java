package org.iceball.validation.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.model.Faces;
import org.iceball.model.Material;
import org.iceball.model.Model;
import org.iceball.solve.Rkl2Stepper;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;
import org.iceball.validation.book.Chart;
import org.iceball.validation.book.CheckCase;
import org.iceball.validation.book.ConvergenceStudy;
import org.iceball.validation.book.Measured;
import org.iceball.validation.engine.EngineSolver;
import org.iceball.validation.engine.Solver;
import org.iceball.validation.engine.Specimen;
import org.iceball.validation.exact.BoxMode;
import org.iceball.validation.exact.PennesHalfSpace;
import org.iceball.validation.exact.PennesSlab;
import org.iceball.validation.exact.PennesSphere;
import org.iceball.validation.exact.PerfusedMedium;

/** Perfused living tissue without ice: Pennes' equation, whose solutions are known. */
final class PennesCases {
  private static final Tissue LIVER = Specimen.liver(0.016);
  static final double BODY = Specimen.BODY;
  private static final double COOL = 293.15;

  /** So short that time has no share in the errors [s]. */
  private static final double STEP = 0.25;

  static final PerfusedMedium MEDIUM =
      new PerfusedMedium(
          new org.iceball.validation.exact.Material(0.52, 1079 * 3540.0),
          0.016 * Tissue.Blood.HEAT_CAPACITY,
          BODY,
          0);

  private PennesCases() {}

  static List<CheckCase> all() {
    return List.of(
        new CheckCase(
            "pennes-half-space",
            "Perfused half space whose surface is held at 20 degC, after 60 s",
            () -> order("half space", PennesCases::halfSpace, 2e-3, 1e-3, 0.5e-3, 0.25e-3)),
        new CheckCase(
            "pennes-slab",
            "Perfused slab of 24 mm between faces held at 20 and 37 degC, steady",
            () -> order("slab", PennesCases::slab, 2e-3, 1e-3, 0.5e-3, 0.25e-3)),
        new CheckCase(
            "pennes-sphere",
            "Perfused tissue round a ball of 6 mm, made of cells, held at 20 degC, after 120 s; up"
                + " to 5 cells per perfusion length",
            () -> order("sphere", PennesCases::sphere, 1.5e-3, 1e-3, 0.75e-3, 0.6e-3)),
        new CheckCase(
            "pennes-sphere-fine",
            "The same with 20 cells per perfusion length",
            () -> order("sphere", PennesCases::sphere, 0.6e-3, 0.3e-3, 0.145e-3)),
        new CheckCase(
            "box-mode",
            "Slowest mode of a perfused cube of 30 mm whose faces are held at its resting temperature, after 30 s",
            () -> order("box mode", PennesCases::boxMode, 6e-3, 3e-3, 1.5e-3)));
  }

  static Measured order(String what, DoubleUnaryOperator error, double... spacings) {
    ConvergenceStudy study = ConvergenceStudy.of(error, spacings);
    return Measured.builder()
        .value("order", study.finestPair())
        .value("fitted order", study.leastSquares())
        .value("error", study.finestError())
        .chart(
            new Chart(
                "Pennes, " + what + ": error against spacing",
                "Spacing [m]",
                "Error over the step [1]",
                true,
                List.of(
                    study.points("engine"),
                    study.slope("first order", 1),
                    study.slope("second order", 2))))
        .build();
  }

  static Material liver(double h, double start) {
    return Specimen.material(LIVER, h, start);
  }

  static Solver engine(Model model) {
    return new EngineSolver(model, new Rkl2Stepper(0.003), STEP);
  }

  /** Largest error over the step [1]; the surface lies at the held cell's centre. */
  private static double halfSpace(double h) {
    PennesHalfSpace exact = new PennesHalfSpace(MEDIUM, COOL);
    int others = (int) Math.round(48e-3 / h);
    Model model = Row.behindWall(Specimen.held(LIVER, h, COOL), liver(h, BODY), others, h);
    try (Solver engine = engine(model)) {
      engine.to(60);
      double[] found = engine.temperature();
      double[] wanted = new double[found.length];
      for (int i = 0; i < wanted.length; i++) {
        wanted[i] = i == 0 ? COOL : exact.temperature(i * h, 60);
      }
      return Norms.max(found, wanted) / (BODY - COOL);
    }
  }

  private static double slab(double h) {
    double thickness = 24e-3;
    PennesSlab exact = new PennesSlab(MEDIUM, thickness, COOL, BODY);
    int last = (int) Math.round(thickness / h);
    byte[] kind = new byte[last + 1];
    kind[0] = 1;
    kind[last] = 2;
    Model model =
        Specimen.model(
            Specimen.grid(kind.length, 1, 1, h),
            kind,
            liver(h, BODY),
            Specimen.held(LIVER, h, COOL),
            Specimen.held(LIVER, h, BODY));
    try (Solver engine = EngineSolver.rkl2(model)) {
      engine.to(2000);
      double[] found = engine.temperature();
      double[] wanted = new double[found.length];
      for (int i = 0; i < wanted.length; i++) {
        wanted[i] = exact.steady(i * h);
      }
      return Norms.max(found, wanted) / (BODY - COOL);
    }
  }

  /** Mean error, over the step, in a shell one perfusion length outside the ball [1]. */
  private static double sphere(double h) {
    double radius = 6e-3;
    double shell = radius + MEDIUM.length();
    PennesSphere exact = new PennesSphere(MEDIUM, radius, COOL);
    int n = (int) Math.round(18e-3 / h);
    // an eighth of the ball: three faces of the box are planes of symmetry
    Grid grid = new Grid(n, n, n, h, new Vec3(h / 2, h / 2, h / 2));
    byte[] kind = new byte[grid.cells()];
    double[] r = new double[grid.cells()];
    for (int c = 0; c < kind.length; c++) {
      r[c] = grid.centre(c % n, c / n % n, c / n / n).norm();
      kind[c] = (byte) (r[c] < radius ? 0 : 1);
    }
    Model model = Specimen.model(grid, kind, Specimen.held(LIVER, h, COOL), liver(h, BODY));
    try (Solver engine = EngineSolver.rkl2(model)) {
      engine.to(120);
      double[] found = engine.temperature();
      double sum = 0;
      int count = 0;
      for (int c = 0; c < kind.length; c++) {
        if (Math.abs(r[c] - shell) < 0.75e-3) {
          sum += (found[c] - exact.temperature(r[c], 120)) / (BODY - COOL);
          count++;
        }
      }
      return Math.abs(sum / count);
    }
  }

  private static double boxMode(double h) {
    double side = 30e-3;
    // metabolism keeps the tissue at rest well above the blood: closer to body temperature than 1
    // K,
    // a start is taken to be a living body's, in balance with its blood
    Tissue busy = Specimen.with(LIVER, TissueProperty.METABOLIC_HEAT, 0.3e6);
    PerfusedMedium medium = new PerfusedMedium(MEDIUM.material(), MEDIUM.perfusion(), BODY, 0.3e6);
    BoxMode exact = new BoxMode(medium, side, 5);
    int n = (int) Math.round(side / h);
    Grid grid = Specimen.grid(n, n, n, h);
    List<Material> materials = new ArrayList<>();
    byte[] kind = new byte[grid.cells()];
    double[] wanted = new double[grid.cells()];
    int[] known = new int[n * n * n];
    Arrays.fill(known, -1);
    for (int c = 0; c < kind.length; c++) {
      // cells that mirror images or swapped axes bring together start alike
      int[] at = {fold(c % n, n), fold(c / n % n, n), fold(c / n / n, n)};
      Arrays.sort(at);
      int key = at[0] + n * (at[1] + n * at[2]);
      if (known[key] < 0) {
        known[key] = materials.size();
        double start =
            exact.temperature((at[0] + 0.5) * h, (at[1] + 0.5) * h, (at[2] + 0.5) * h, 0);
        materials.add(Specimen.material(busy, h, start));
      }
      kind[c] = (byte) known[key];
      wanted[c] = exact.temperature((at[0] + 0.5) * h, (at[1] + 0.5) * h, (at[2] + 0.5) * h, 30);
    }
    Model model =
        new Model(
            grid, kind, materials, List.of(), new Faces(Faces.Kind.HELD, medium.restTemperature()));
    try (Solver engine = engine(model)) {
      engine.to(30);
      return Norms.max(engine.temperature(), wanted) / (5 * exact.decay(30));
    }
  }

  private static int fold(int i, int n) {
    return Math.min(i, n - 1 - i);
  }
}
