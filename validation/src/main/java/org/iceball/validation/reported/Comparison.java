package org.iceball.validation.reported;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.iceball.model.Case;
import org.iceball.study.ErrorBars;

/** Runs every reported case, and its inputs' intervals, and puts the figures side by side. */
public final class Comparison {
  /** A bar of the grid's error reaches the truth in 95 % of cases: two standard uncertainties. */
  private static final double BAR = 2;

  private final ReportedTable table;
  private final int samples;
  private final Consumer<String> progress;

  /**
   * @param samples of the inputs of each case
   * @param progress gets a line a case
   */
  public Comparison(ReportedTable table, int samples, Consumer<String> progress) {
    this.table = table;
    this.samples = samples;
    this.progress = progress;
  }

  /** All rows beside the engine's figures. */
  public List<Judged> run() {
    List<ReportedRow> rows = table.rows();
    Map<String, Figures> fine = new LinkedHashMap<>();
    Map<String, Figures> coarse = new LinkedHashMap<>();
    List<Map<String, Figures>> drawn = new ArrayList<>();
    for (int i = 0; i < samples; i++) {
      drawn.add(new LinkedHashMap<>());
    }
    for (String name : Figures.cases(rows)) {
      progress.accept(name);
      Case asked = Trial.named(name);
      coarse.put(name, Figures.of(name, Trial.run(asked), rows));
      Case finer = asked.withSpacing(asked.spacing() / 2);
      fine.put(name, Figures.of(name, Trial.run(finer), rows));
      List<Case> draws = new InputDraws(name, asked, table.inputs().get(name)).draws(samples);
      for (int i = 0; i < samples; i++) {
        drawn.get(i).put(name, Figures.of(name, Trial.run(draws.get(i)), rows));
      }
    }
    List<Judged> judged = new ArrayList<>();
    for (ReportedRow row : rows) {
      double s = Figures.of(row, fine);
      double grid = ErrorBars.SAFETY * Math.abs(s - Figures.of(row, coarse)) / BAR;
      judged.add(new Judged(row, s, grid, spread(row, drawn)));
    }
    return List.copyOf(judged);
  }

  private double spread(ReportedRow row, List<Map<String, Figures>> drawn) {
    SummaryStatistics statistics = new SummaryStatistics();
    drawn.forEach(runs -> statistics.addValue(Figures.of(row, runs)));
    return samples > 1 ? statistics.getStandardDeviation() : 0;
  }

  /** Rows by use, in the order of the uses. */
  public static Map<ReportedRow.Use, List<Judged>> byUse(List<Judged> judged) {
    Map<ReportedRow.Use, List<Judged>> uses = new EnumMap<>(ReportedRow.Use.class);
    judged.forEach(j -> uses.computeIfAbsent(j.row().use(), u -> new ArrayList<>()).add(j));
    return uses;
  }
}
