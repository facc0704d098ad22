package org.iceball.validation.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.iceball.grid.Vec3;
import org.iceball.io.casefile.CaseReading;
import org.iceball.meshes.AnatomyBuilder;
import org.iceball.model.Anatomy;
import org.iceball.model.Case;
import org.iceball.model.Case.PlannedNeedle;
import org.iceball.plan.Contest;
import org.iceball.plan.EvaluationLog;
import org.iceball.plan.PlanRequest;
import org.iceball.plan.PlanTools;
import org.iceball.plan.PlanWatch;
import org.iceball.plan.Planner;
import org.iceball.plan.Stop;
import org.iceball.solve.Simulation;
import org.iceball.validation.book.CheckCase;
import org.iceball.validation.book.Measured;
import org.iceball.validation.book.Table;

/**
 * Plans beside those of packing and of random search. They are found on cells of 2 mm and judged on
 * cells of 1 mm, with the tissues as they are.
 */
final class PlanCases {
  private static final int TUMOURS = 20;
  private static final int NEEDLES = 2;

  private PlanCases() {}

  static List<CheckCase> all() {
    return List.of(
        new CheckCase(
            "plans-beside-veins",
            "Two short 17 gauge needles in each of 20 tumours of 18 to 28 mm beside veins",
            PlanCases::measure));
  }

  /**
   * A tumour's outcome.
   *
   * @param planned part of the target that dies with the planner's needles [1]
   */
  private record Row(
      int seed,
      PerivascularTumour tumour,
      double planned,
      double packed,
      double random,
      int runs) {}

  private static Measured measure() {
    List<Row> rows = new ArrayList<>();
    for (int seed = 1; seed <= TUMOURS; seed++) {
      rows.add(row(seed));
    }
    return Measured.builder()
        .value("more than packing", count(rows, Row::packed))
        .value("more than random search", count(rows, Row::random))
        .value("mean gain over packing", gain(rows, Row::packed))
        .value("mean gain over random search", gain(rows, Row::random))
        .table(table(rows))
        .build();
  }

  private static double count(List<Row> rows, ToDoubleFunction<Row> rival) {
    return rows.stream().filter(r -> r.planned() > rival.applyAsDouble(r)).count();
  }

  /** Percent of the target. */
  private static double gain(List<Row> rows, ToDoubleFunction<Row> rival) {
    return rows.stream()
        .mapToDouble(r -> 100 * (r.planned() - rival.applyAsDouble(r)))
        .average()
        .orElseThrow();
  }

  private static Row row(int seed) {
    PerivascularTumour tumour = PerivascularTumour.of(seed);
    CaseReading reading = tumour.asked().read();
    Case asked = reading.asked();
    PlanRequest request =
        new PlanRequest(
            asked,
            reading.plan(),
            NEEDLES,
            NEEDLES,
            List.of(),
            seed,
            Runtime.getRuntime().availableProcessors(),
            false);
    PlanTools tools = new PlanTools(AnatomyBuilder::build, o -> o);
    try (Planner planner =
        new Planner(request, tools, EvaluationLog.none(), Stop.NEVER, PlanWatch.NOBODY)) {
      Contest contest = planner.contest(seed);
      return new Row(
          seed,
          tumour,
          judged(asked, contest.planned()),
          judged(asked, contest.packed()),
          judged(asked, contest.random()),
          contest.runs());
    }
  }

  /** Part of the target that dies [1]. */
  private static double judged(Case asked, List<PlannedNeedle> needles) {
    Case fine =
        asked
            .withInjury(List.of())
            .withSnapshotEvery(Double.POSITIVE_INFINITY)
            .withNeedles(needles);
    Anatomy anatomy = AnatomyBuilder.build(fine);
    return Simulation.run(fine, anatomy).coverage().covered();
  }

  private static Table table(List<Row> rows) {
    List<List<String>> cells = new ArrayList<>();
    for (Row r : rows) {
      Vec3 axes = r.tumour().axes();
      cells.add(
          List.of(
              String.valueOf(r.seed()),
              String.format(Locale.ROOT, "%.0f x %.0f x %.0f", axes.x(), axes.y(), axes.z()),
              String.format(Locale.ROOT, "%.1f", r.tumour().wide()),
              String.format(Locale.ROOT, "%.1f", r.tumour().gap()),
              percent(r.planned()),
              percent(r.packed()),
              percent(r.random()),
              String.valueOf(r.runs())));
    }
    return new Table(
        "Part of each tumour below the lethal temperature, two needles, on cells of 1 mm",
        List.of(
            "Tumour",
            "Axes [mm]",
            "Vein [mm]",
            "Gap [mm]",
            "Planner [%]",
            "Packing [%]",
            "Random search [%]",
            "Runs each"),
        cells);
  }

  private static String percent(double part) {
    return String.format(Locale.ROOT, "%.2f", 100 * part);
  }
}
