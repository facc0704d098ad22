package org.iceball.study.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.iceball.device.Protocol;
import org.iceball.grid.Grid;
import org.iceball.injury.Zone;
import org.iceball.model.Anatomy;
import org.iceball.model.Case;
import org.iceball.model.Numerics;
import org.iceball.model.Numerics.Precision;
import org.iceball.solve.Moment;
import org.iceball.solve.Outcome;
import org.iceball.solve.Simulation;

/**
 * Times whole runs, from the case to the outcome. The runs of a study take turns, so that whatever
 * else the machine does meanwhile falls on all of them alike.
 */
final class RunBench {
  private static final double BOX = 0.1;

  private final BenchCase bench;
  private final BenchPlan plan;
  private final Consumer<String> progress;
  private final Set<String> warm = new TreeSet<>();
  final List<RunRow> rows = new ArrayList<>();

  RunBench(BenchCase bench, BenchPlan plan, Consumer<String> progress) {
    this.bench = bench;
    this.plan = plan;
    this.progress = progress;
  }

  /** One of the runs that take turns. */
  private record Variant(
      RunRow.Study study, double factor, Device device, Precision precision, Grid grid) {}

  private record Timed(Outcome outcome, double seconds) {}

  /** 10-5-10 in a box of 100 mm at these spacings [m]. */
  void procedures(List<Double> spacings) {
    List<Variant> variants = new ArrayList<>();
    for (double h : spacings) {
      Grid grid = BenchCase.cube((int) Math.round(BOX / h), h);
      for (Precision p : plan.precisions()) {
        for (Device d : plan.devices()) {
          variants.add(new Variant(RunRow.Study.PROCEDURE, 1, d, p, grid));
        }
      }
    }
    run(variants, plan.repeats());
  }

  /**
   * The same box of 100 mm on finer and finer grids, on the first device of the plan.
   *
   * @param factor of the protocol's times [1]
   */
  void scaling(double factor) {
    List<Variant> variants = new ArrayList<>();
    for (Precision p : plan.precisions()) {
      for (int edge : plan.grids()) {
        Grid grid = BenchCase.cube(edge, BOX / edge);
        Device first = plan.devices().get(0);
        variants.add(new Variant(RunRow.Study.SCALING, factor, first, p, grid));
      }
    }
    run(variants, Math.min(plan.repeats(), 3));
  }

  /**
   * Boxes of 100 and 256 mm at the same spacing, on the first device of the plan.
   *
   * @param spacings [m]
   */
  void windows(List<Double> spacings) {
    List<Variant> variants = new ArrayList<>();
    for (Precision p : plan.precisions()) {
      for (double h : spacings) {
        for (double box : List.of(BOX, 0.256)) {
          Grid grid = BenchCase.cube((int) Math.round(box / h), h);
          Device first = plan.devices().get(0);
          variants.add(new Variant(RunRow.Study.WINDOW, 1, first, p, grid));
        }
      }
    }
    run(variants, plan.repeats());
  }

  private void run(List<Variant> variants, int repeats) {
    List<List<Double>> seconds = new ArrayList<>();
    List<Outcome> outcomes = new ArrayList<>();
    for (Variant v : variants) {
      seconds.add(new ArrayList<>());
      outcomes.add(null);
      if (warm.add(v.precision() + v.device().name())) {
        progress.accept(say(v) + ": warming up");
        Grid small = BenchCase.cube(50, BOX / 50);
        once(new Variant(v.study(), 1, v.device(), v.precision(), small));
        once(new Variant(v.study(), 1, v.device(), v.precision(), small));
      }
    }
    for (int r = 0; r < repeats; r++) {
      for (int v = 0; v < variants.size(); v++) {
        progress.accept(say(variants.get(v)) + ": " + (r + 1) + " of " + repeats);
        Timed timed = once(variants.get(v));
        seconds.get(v).add(timed.seconds());
        if (r == 0) {
          outcomes.set(v, timed.outcome());
        }
      }
    }
    for (int v = 0; v < variants.size(); v++) {
      rows.add(row(variants, outcomes, v, new Samples(seconds.get(v))));
    }
  }

  /** Runs a variant; the anatomy is given, so labelling the cells is not timed. */
  private Timed once(Variant v) {
    Numerics numerics =
        new Numerics(Numerics.StepperKind.RKL2, v.precision(), plan.threads(), v.device().name());
    Protocol protocol = BenchCase.protocol(v.factor());
    Case asked = bench.procedure(v.grid(), protocol, numerics);
    Anatomy anatomy = BenchCase.anatomy(v.grid());
    long began = System.nanoTime();
    Outcome outcome = Simulation.run(asked, anatomy);
    return new Timed(outcome, (System.nanoTime() - began) * 1e-9);
  }

  private static RunRow row(
      List<Variant> variants, List<Outcome> outcomes, int at, Samples seconds) {
    Variant v = variants.get(at);
    Outcome o = outcomes.get(at);
    Difference difference = null;
    for (int other = 0; other < variants.size(); other++) {
      Variant w = variants.get(other);
      boolean reference = w.device().isCpu() && !v.device().isCpu();
      if (reference && w.precision() == v.precision() && w.grid().equals(v.grid())) {
        difference = difference(outcomes.get(other).lowest(), o.lowest());
      }
    }
    List<Moment> moments = o.moments();
    return new RunRow(
        v.study(),
        String.format(
            Locale.ROOT, "%.3g-%.3g-%.3g min", 10 * v.factor(), 5 * v.factor(), 10 * v.factor()),
        v.device().name(),
        v.precision(),
        v.grid().nx(),
        v.grid().spacing(),
        seconds,
        o.stats().evaluations(),
        o.stats().cellUpdatesPerSecond() * o.stats().wall(),
        volume(moments.get(moments.size() - 2), o.asked().thresholds().get(0)),
        volume(moments.get(moments.size() - 1), o.asked().lethal()),
        difference);
  }

  private static double volume(Moment moment, double threshold) {
    return moment.zones().stream()
        .filter(z -> z.threshold() == threshold)
        .mapToDouble(Zone::volume)
        .sum();
  }

  private static Difference difference(float[] a, float[] b) {
    long cells = 0;
    double largest = 0;
    for (int c = 0; c < a.length; c++) {
      if (a[c] != b[c]) {
        cells++;
        largest = Math.max(largest, Math.abs((double) a[c] - b[c]));
      }
    }
    return new Difference(cells, a.length, largest);
  }

  private static String say(Variant v) {
    return String.format(
        Locale.ROOT,
        "%s on %d^3 cells of %.3g mm, %s, %s",
        v.study().name().toLowerCase(Locale.ROOT),
        v.grid().nx(),
        v.grid().spacing() * 1e3,
        v.device().name(),
        KernelBench.word(v.precision()));
  }
}
