package org.iceball.io.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.iceball.io.Words;
import org.iceball.solve.SparedReport;
import org.iceball.study.compare.ArmResult;
import org.iceball.study.compare.Pairing;
import org.iceball.study.compare.Residual;

/**
 * Both arms of a pairing side by side, in words and figures.
 *
 * @param title what the arms have in common
 * @param columns names of the arms, then of the difference
 * @param rows from the target outward
 */
public record CompareTable(String title, List<String> columns, List<Row> rows) {
  public CompareTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * A row.
   *
   * @param name what, with its unit
   * @param first the first arm's figure
   * @param second the second arm's
   * @param difference second less first; empty where that means nothing
   */
  public record Row(String name, String first, String second, String difference) {}

  /** The table of a pairing. */
  public static CompareTable of(Pairing pairing) {
    ArmResult a = pairing.first();
    ArmResult b = pairing.second();
    Table table = new Table(a, b);
    for (double margin : Residual.MARGINS) {
      table.rows.add(
          new Row(
              "left of " + target(margin) + " [%]",
              percent(a.uncovered(margin), a.uncoveredError(margin), ""),
              percent(b.uncovered(margin), b.uncoveredError(margin), ""),
              percent(pairing.difference(margin), pairing.differenceError(margin), "+")));
    }
    for (int s = 0; s < Residual.MARGINS.size(); s++) {
      int shell = s;
      table.millilitres(
          "left " + shell(a.residual().shells().get(s)) + " [ml]",
          r -> r.residual().shells().get(shell).left());
    }
    for (int v = 0; v < a.residual().sectors().size(); v++) {
      int vessel = v;
      Residual.Sector sector = a.residual().sectors().get(v);
      table.percent(
          String.format(
              Locale.ROOT,
              "left facing %s, %.1f mm wide, gap %.1f mm [%%]",
              sector.vessel(),
              sector.diameter() * 1e3,
              sector.gap() * 1e3),
          r -> r.residual().sectors().get(vessel).uncovered());
    }
    table.millilitres("dead [ml]", r -> r.residual().dead());
    table.millilitres(
        String.format(Locale.ROOT, "dead beyond target + %.0f mm [ml]", Residual.USUAL * 1e3),
        r -> r.residual().outside());
    table.millilitres("dead outside organ and target [ml]", r -> r.residual().elsewhere());
    for (SparedReport s : a.outcome().spared()) {
      table.celsius("coldest at " + s.name() + " [degC]", r -> spared(r, s.name()).coldest());
      table.celsius("hottest at " + s.name() + " [degC]", r -> spared(r, s.name()).hottest());
    }
    table.plain("applicators", r -> r.outcome().needles().size(), 0);
    table.plain("minutes", r -> r.arm().duration() / 60, 1);
    return new CompareTable(
        title(pairing), List.of(a.arm().name(), b.arm().name(), "difference"), table.rows);
  }

  /** How the arms were matched, in a sentence or two. */
  private static String title(Pairing p) {
    String rule = p.title() + ": " + p.rule();
    return p.reach()
        .map(
            r ->
                String.format(
                    Locale.ROOT,
                    "%s; %s works for %.0f %% of its time, %s for %.0f %%, %.1f and %.1f ml there",
                    rule,
                    p.first().arm().name(),
                    100 * r.first(),
                    p.second().arm().name(),
                    100 * r.second(),
                    r.firstVolume() * 1e6,
                    r.secondVolume() * 1e6))
        .orElse(rule);
  }

  /** The target, or the target with a margin [m], as people say it. */
  public static String target(double margin) {
    return margin > 0 ? "target + " + Words.number(margin * 1e3, 1) + " mm" : "target";
  }

  private static String shell(Residual.Shell s) {
    return s.to() > 0
        ? Words.number(s.from() * 1e3, 1) + " to " + Words.number(s.to() * 1e3, 1) + " mm outside"
        : "in the target";
  }

  private static SparedReport spared(ArmResult result, String name) {
    Optional<SparedReport> found =
        result.outcome().spared().stream().filter(s -> s.name().equals(name)).findFirst();
    return found.orElseThrow();
  }

  private static String percent(double value, double error, String sign) {
    return String.format(Locale.ROOT, "%" + sign + ".1f +/- %.1f", 100 * value, 100 * error);
  }

  /** The rows while they are made. */
  private record Table(ArmResult a, ArmResult b, List<Row> rows) {
    Table(ArmResult a, ArmResult b) {
      this(a, b, new ArrayList<>());
    }

    void millilitres(String name, ToDoubleFunction<ArmResult> figure) {
      plain(name, r -> 1e6 * figure.applyAsDouble(r), 2);
    }

    void percent(String name, ToDoubleFunction<ArmResult> figure) {
      plain(name, r -> 100 * figure.applyAsDouble(r), 1);
    }

    void celsius(String name, ToDoubleFunction<ArmResult> figure) {
      plain(name, r -> figure.applyAsDouble(r) - 273.15, 1);
    }

    void plain(String name, ToDoubleFunction<ArmResult> figure, int decimals) {
      double first = figure.applyAsDouble(a);
      double second = figure.applyAsDouble(b);
      String form = "%." + decimals + "f";
      String difference =
          Math.abs(second - first) < 0.5 * Math.pow(10, -decimals)
              ? ""
              : String.format(Locale.ROOT, "%+." + decimals + "f", second - first);
      rows.add(
          new Row(
              name,
              String.format(Locale.ROOT, form, first),
              String.format(Locale.ROOT, form, second),
              difference));
    }
  }
}
