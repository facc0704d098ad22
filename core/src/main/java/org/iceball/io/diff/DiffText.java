package org.iceball.io.diff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.iceball.injury.Zone;
import org.iceball.io.Verdict;
import org.iceball.io.Words;
import org.iceball.io.diff.StoredRun.Figure;
import org.iceball.solve.Moment;
import org.iceball.solve.Outcome;
import org.iceball.study.CaseWalk;

/** Differences in words. ASCII only, lines ended by a line feed. */
public final class DiffText {
  private DiffText() {}

  /** What differs between two cases. */
  public static String changes(List<Change> changes) {
    if (changes.isEmpty()) {
      return "The two cases say the same.\n";
    }
    StringBuilder text = new StringBuilder();
    text.append(
        changes.size() == 1 ? "One value differs.\n" : changes.size() + " values differ.\n");
    changes.forEach(c -> text.append("  - ").append(c.words()).append('\n'));
    return text.toString();
  }

  /** What differs between two runs, and how their figures moved. */
  public static String runs(StoredRun a, StoredRun b) {
    List<Change> changes = Change.between(a.explained(), b.explained());
    StringBuilder text = new StringBuilder(changes(changes));
    if (!a.engine().equals(b.engine())) {
      text.append(Words.line("Run by %s in A, by %s in B.", a.engine(), b.engine()));
    }
    if (a.state().equals(b.state()) && !a.state().isEmpty()) {
      return text.append("Their final states are the same, bit for bit.\n").toString();
    }
    text.append('\n').append(Words.line("%-28s %18s %18s %10s", "", "A", "B", "moved"));
    a.figures()
        .forEach(
            (name, before) -> {
              Figure after = b.figures().get(name);
              if (after != null) {
                text.append(moved(name, before, after));
              }
            });
    int causes = changes.size() + (a.engine().equals(b.engine()) ? 0 : 1);
    text.append('\n');
    text.append(
        causes == 1
            ? "There is one difference, so that is what moved them.\n"
            : "Which of the differences moved them these runs don't tell; `iceball diff` of the two"
                + " case files takes them one at a time.\n");
    return text.toString();
  }

  private static String moved(String name, Figure a, Figure b) {
    double by = b.value() - a.value();
    double bars = Math.hypot(a.error(), b.error());
    String judged =
        Double.isNaN(bars)
            ? ""
            : Math.abs(by) > bars ? "  beyond the error bars" : "  within the error bars";
    return Words.line(
        "%-28s %18s %18s %+10.2f%s", name + " [" + a.unit() + "]", value(a), value(b), by, judged);
  }

  private static String value(Figure f) {
    return Words.withError(f.value(), f.error(), 2);
  }

  /** How each difference on the way from one case to another moved coverage and volumes. */
  public static String walk(CaseWalk walk) {
    StringBuilder text = new StringBuilder();
    Outcome first = walk.steps().get(0).outcome();
    text.append(
        Words.line(
            "One difference at a time, on cells of %s mm, each in addition to those above it:",
            Words.number(first.asked().spacing() * 1e3, 2)));
    Map<String, Double> before = figures(first);
    text.append(Words.line("%-34s %s", "A", told(before, null)));
    for (CaseWalk.Step step : walk.steps().subList(1, walk.steps().size())) {
      Map<String, Double> now = figures(step.outcome());
      text.append(Words.line("%-34s %s", step.change(), told(now, before)));
      before = now;
    }
    text.append(Words.line("%-34s %s", "B, all of them", told(before, figures(first))));
    return text.toString();
  }

  private static String told(Map<String, Double> now, Map<String, Double> before) {
    StringBuilder text = new StringBuilder();
    now.forEach(
        (name, value) -> {
          text.append(text.isEmpty() ? "" : "; ").append(name).append(' ');
          text.append(String.format(Locale.ROOT, "%.1f", value));
          if (before != null && before.containsKey(name)) {
            text.append(String.format(Locale.ROOT, " (%+.1f)", value - before.get(name)));
          }
        });
    return text.toString();
  }

  private static Map<String, Double> figures(Outcome outcome) {
    Map<String, Double> figures = new LinkedHashMap<>();
    if (Verdict.hasTarget(outcome)) {
      figures.put("target [%]", 100 * outcome.coverage().covered());
      outcome.coverage().margins().stream()
          .filter(m -> m.margin() > 0)
          .findFirst()
          .ifPresent(
              m ->
                  figures.put(
                      "+ " + Words.number(m.margin() * 1e3, 1) + " mm [%]", 100 * m.covered()));
      figures.put("least margin [mm]", 1e3 * outcome.coverage().leastMargin());
    }
    List<Moment> moments = outcome.moments();
    for (Zone z : moments.get(moments.size() - 1).zones()) {
      figures.put(Words.celsius(z.threshold()) + " [ml]", z.volume() * 1e6);
    }
    return figures;
  }
}
