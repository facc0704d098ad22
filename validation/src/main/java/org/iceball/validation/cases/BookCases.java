package org.iceball.validation.cases;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.iceball.model.Faces;
import org.iceball.model.Model;
import org.iceball.solve.Outcome;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.Tissue;
import org.iceball.validation.book.CheckCase;
import org.iceball.validation.book.Measured;
import org.iceball.validation.engine.EngineSolver;
import org.iceball.validation.engine.Specimen;
import org.iceball.validation.exact.TwoTissueSlab;

/** What must hold to rounding: energy, flux between tissues, bounds, threads. */
final class BookCases {
  private static final String FILE = "two-needles.yaml";

  private BookCases() {}

  static List<CheckCase> all() {
    return List.of(
        new CheckCase(
            "ledger",
            "Two needles, a tumour, a vein and fat; freeze, thaw, freeze, active thaw",
            () -> ledger(UserCase.of(FILE))),
        new CheckCase(
            "ledger-euler",
            "The same with Euler",
            () -> ledger(UserCase.of(FILE).with("threads: 1", "threads: 1, stepper: euler"))),
        new CheckCase(
            "ledger-fp32",
            "The same in single precision",
            () -> ledger(UserCase.of(FILE).with("threads: 1", "threads: 1, precision: fp32"))),
        new CheckCase("threads", "The same with 1, 2, 3, 7 and 16 threads", BookCases::threads),
        new CheckCase(
            "two-tissue-slab",
            "Steady conduction through two tissues between held faces",
            BookCases::twoTissues),
        new CheckCase(
            "bounds-euler",
            "Needle in unperfused tissue: temperatures outside wall and start, Euler",
            () -> bounds(false)),
        new CheckCase(
            "bounds-rkl2", "The same with RKL2 as ordinary runs use it", () -> bounds(true)),
        new CheckCase(
            "bounds-face",
            "A cube of 16 mm whose outer faces are 50 K colder at once, RKL2",
            BookCases::face),
        new CheckCase(
            "bounds-wall",
            "A row of cells of 0.5 mm of which the first is held at -140 degC, RKL2",
            BookCases::wall));
  }

  private static Measured ledger(UserCase asked) {
    Outcome outcome = asked.run();
    return Measured.builder()
        .value("imbalance", outcome.energy().imbalanceRelative())
        .value("ice volume", outcome.moments().get(0).zones().get(0).volume() * 1e6)
        .build();
  }

  private static Measured threads() {
    Set<String> hashes = new LinkedHashSet<>();
    for (int n : new int[] {1, 2, 3, 7, 16}) {
      UserCase asked = UserCase.of(FILE).with("threads: 1", "threads: " + n);
      hashes.add(
          asked
              .with(
                  "freeze 3 min, thaw 2 min passive, freeze 2 min, thaw 1 min active",
                  "freeze 1 min")
              .run()
              .stats()
              .stateHash());
    }
    return Measured.builder().value("different states", hashes.size()).build();
  }

  private static Measured twoTissues() {
    int left = 7;
    int right = 9;
    double h = 1e-3;
    Tissue a = tissue(0.52);
    Tissue b = tissue(0.21);
    double cool = 293.15;
    double warm = 308.15;
    byte[] kind = new byte[left + right];
    Arrays.fill(kind, 0, left, (byte) 1);
    Arrays.fill(kind, left, kind.length, (byte) 2);
    kind[0] = 0;
    kind[kind.length - 1] = 3;
    Model model =
        Specimen.model(
            Specimen.grid(kind.length, 1, 1, h),
            kind,
            Specimen.held(a, h, cool),
            Specimen.material(a, h, cool),
            Specimen.material(b, h, warm),
            Specimen.held(b, h, warm));
    // from the first cell's centre to the face between the tissues, and on to the last one's centre
    TwoTissueSlab exact =
        new TwoTissueSlab(0.52, (left - 0.5) * h, 0.21, (right - 0.5) * h, cool, warm);
    try (EngineSolver engine = EngineSolver.rkl2(model)) {
      engine.to(20_000);
      double[] found = engine.temperature();
      double[] wanted = new double[found.length];
      for (int i = 0; i < wanted.length; i++) {
        wanted[i] = exact.temperature(i * h);
      }
      double flux = 0.52 * (found[1] - found[0]) / h;
      return Measured.builder()
          .value("temperature error over the step", Norms.max(found, wanted) / (warm - cool))
          .value("flux error", Math.abs(flux / exact.flux() - 1))
          .build();
    }
  }

  private static Tissue tissue(double conductivity) {
    return Specimen.tissue(
        FrozenLaw.CONSTANT, 1000, 3600, 1800, conductivity, 2, 265.15, 272.15, 250e6, 0);
  }

  private static Measured bounds(boolean rkl2) {
    EndlessNeedle needle = new EndlessNeedle(Specimen.liver(0), 0.75e-3, 1e-3, 0.25, 0.1);
    Model model = needle.model(Specimen.BODY);
    double beyond = 0;
    try (EngineSolver engine = rkl2 ? EngineSolver.rkl2(model) : EngineSolver.euler(model)) {
      engine.wall(Specimen.COLD);
      double time = 0;
      while (time < 60) {
        time = engine.step(60);
        double[] t = engine.temperature();
        double low = Arrays.stream(t).min().orElseThrow();
        double high = Arrays.stream(t).max().orElseThrow();
        beyond = Math.max(beyond, Math.max(Specimen.COLD - low, high - Specimen.BODY));
        if (60 - time < 1e-6) {
          break;
        }
      }
    }
    // the table itself gives temperatures to a few ulp
    return Measured.builder().value("overshoot", Math.max(0, beyond)).build();
  }

  private static Measured face() {
    double h = 1e-3;
    int n = 16;
    double face = Specimen.BODY - 50;
    Model model =
        new Model(
            Specimen.grid(n, n, n, h),
            new byte[n * n * n],
            List.of(Specimen.material(Specimen.liver(0), h, Specimen.BODY)),
            List.of(),
            new Faces(Faces.Kind.HELD, face));
    return below(model, face);
  }

  private static Measured wall() {
    double h = 0.5e-3;
    Tissue tissue = Specimen.liver(0);
    Model model =
        Row.behindWall(
            Specimen.held(tissue, h, Specimen.COLD),
            Specimen.material(tissue, h, Specimen.BODY),
            200,
            h);
    return below(model, Specimen.COLD);
  }

  /** How far RKL2 goes below the coldest there is, in two minutes [K]. */
  private static Measured below(Model model, double coldest) {
    double beyond = 0;
    try (EngineSolver engine = EngineSolver.rkl2(model)) {
      double time = 0;
      while (120 - time > 1e-6) {
        time = engine.step(120);
        double low = Arrays.stream(engine.temperature()).min().orElseThrow();
        beyond = Math.max(beyond, coldest - low);
      }
    }
    return Measured.builder().value("overshoot", beyond).build();
  }
}
