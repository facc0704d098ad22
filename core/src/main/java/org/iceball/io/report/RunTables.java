package org.iceball.io.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iceball.injury.Coverage;
import org.iceball.injury.InjuryLaw;
import org.iceball.injury.InjuryReport;
import org.iceball.injury.LawZone;
import org.iceball.injury.Zone;
import org.iceball.io.Verdict;
import org.iceball.io.Words;
import org.iceball.solve.Moment;
import org.iceball.solve.Outcome;
import org.iceball.solve.SparedReport;
import org.iceball.solve.VesselReport;

/** The tables of a run's report. */
final class RunTables {
  private RunTables() {}

  static String zones(Outcome outcome) {
    StringBuilder html = new StringBuilder();
    for (int m = outcome.moments().size() - 1; m >= 0 && !outcome.asked().heats(); m--) {
      Moment moment = outcome.moments().get(m);
      List<List<String>> rows = new ArrayList<>();
      for (Zone z : moment.zones()) {
        rows.add(
            List.of(
                Words.celsius(z.threshold()),
                measure(z.volume() * 1e6, z.volumeError() * 1e6, 2),
                axes(z)));
      }
      html.append(
          Html.table(
              moment.name() + " (" + Words.duration(moment.time()) + ")",
              List.of("colder than", "volume [ml]", "axes [mm]"),
              rows));
    }
    String dead = injury(outcome.injury());
    if (dead.isEmpty() && outcome.asked().heats()) {
      html.append(
          Html.paragraph(
              "The case names no law of heat (injury:), so nothing is counted as dead."));
    }
    return html.append(dead).toString();
  }

  private static String axes(Zone z) {
    List<String> axes = new ArrayList<>();
    for (int a = 0; a < z.axes().size(); a++) {
      double error = z.axesErrors().isEmpty() ? Double.NaN : z.axesErrors().get(a);
      axes.add(measure(z.axes().get(a) * 1e3, error * 1e3, 1));
    }
    return String.join(" x ", axes);
  }

  private static String injury(InjuryReport injury) {
    if (injury == null || injury.zones().isEmpty()) {
      return "";
    }
    List<List<String>> rows = new ArrayList<>();
    for (LawZone z : injury.zones()) {
      rows.add(
          List.of(
              z.name(),
              z.cause().name().toLowerCase(Locale.ROOT),
              measure(z.volume() * 1e6, z.volumeError() * 1e6, 2),
              Double.isFinite(z.covered())
                  ? RunVerdict.percent(z.covered(), z.coveredError())
                  : "-"));
    }
    StringBuilder html = new StringBuilder();
    html.append(
        Html.table(
            "Dead by each injury law of the case",
            List.of("law", "cause", "volume [ml]", "of the target"),
            rows));
    for (InjuryLaw.Cause cause : InjuryLaw.Cause.values()) {
      injury.band(cause).filter(b -> b.laws() > 1).ifPresent(b -> html.append(band(b)));
    }
    return html.toString();
  }

  private static String band(InjuryReport.Band b) {
    return Html.paragraph(
        String.format(
            Locale.ROOT,
            "The %d laws of %s call between %.1f ml (%s) and %.1f ml (%s) dead. Which of them holds"
                + " is not known.",
            b.laws(),
            b.cause().name().toLowerCase(Locale.ROOT),
            b.low() * 1e6,
            b.strictest(),
            b.high() * 1e6,
            b.mildest()));
  }

  /** What a vessel is and where, then figures. */
  private static List<String> vessel(VesselReport v, String... figures) {
    List<String> row = new ArrayList<>();
    row.add(v.name());
    row.add(v.model().key());
    row.add(Words.number(v.diameter() * 1e3, 1));
    row.add(Double.isNaN(v.gap()) ? "-" : Words.number(v.gap() * 1e3, 1));
    row.addAll(List.of(figures));
    return row;
  }

  static String vessels(Outcome outcome) {
    if (outcome.vessels().isEmpty()) {
      return "";
    }
    List<List<String>> rows = new ArrayList<>();
    if (outcome.asked().heats()) {
      for (VesselReport v : outcome.vessels()) {
        rows.add(vessel(v, Words.number(-v.heat() / 1e3, 1)));
      }
      return Html.table(
          "Vessels within 15 mm of the target, and the heat that their blood took away",
          List.of("vessel", "model", "calibre [mm]", "from target [mm]", "heat taken [kJ]"),
          rows);
    }
    for (VesselReport v : outcome.vessels()) {
      rows.add(
          vessel(
              v,
              Double.isInfinite(v.lethalApproach())
                  ? "-"
                  : Words.number(v.lethalApproach() * 1e3, 1),
              Double.isInfinite(v.coldestWall()) ? "-" : Words.number(v.coldestWall() - 273.15, 1),
              v.last().map(r -> Words.number(r.targetLeft() * 1e6, 2)).orElse("-"),
              v.last().map(r -> Words.number(r.marginLeft() * 1e6, 2)).orElse("-"),
              v.stasis().isEmpty() ? "no" : "yes"));
    }
    return Html.table(
        "Vessels within 15 mm of the target. What lies within 5 mm of a wall is its shadow.",
        List.of(
            "vessel",
            "model",
            "calibre [mm]",
            "from target [mm]",
            "lethal zone to wall [mm]",
            "coldest wall [degC]",
            "target left in shadow [ml]",
            "margin left in shadow [ml]",
            "froze shut"),
        rows);
  }

  static String spared(Outcome outcome) {
    if (outcome.spared().isEmpty()) {
      return "";
    }
    List<List<String>> rows = new ArrayList<>();
    for (SparedReport s : outcome.spared()) {
      rows.add(
          List.of(
              s.name(),
              Words.number(s.limit() - 273.15, 1),
              Words.number(s.coldest() - 273.15, 1),
              Words.number(s.hottest() - 273.15, 1),
              s.beyond() > 0 ? Words.duration(s.beyond()) : "never",
              Words.place(s.at())));
    }
    return Html.table(
        "Protected structures. A limit is the least temperature that a wall may have.",
        List.of(
            "structure",
            "limit [degC]",
            "coldest wall [degC]",
            "hottest wall [degC]",
            "colder than its limit",
            "where coldest"),
        rows);
  }

  static String uncertainty(Outcome outcome) {
    StringBuilder html = new StringBuilder();
    if (outcome.twin() == null) {
      html.append(
          Html.paragraph("This run has no numerical error bars; run it without --no-error-bar."));
    } else {
      html.append(
          Html.paragraph(
              String.format(
                  Locale.ROOT,
                  "Numerical error: the same case was run on cells of %s mm as well. An error bar is"
                      + " three times the difference, but at least a quarter of a cell on a length:"
                      + " the grid convergence index of a method of first order (Roache 1994).",
                  Words.number(2e3 * outcome.anatomy().labels().grid().spacing(), 2))));
    }
    if (Verdict.hasTarget(outcome)) {
      Coverage c = outcome.coverage();
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of("target covered", RunVerdict.percent(c.covered(), c.coveredError())));
      for (Coverage.Margin m : c.margins()) {
        if (m.margin() > 0) {
          rows.add(
              List.of(
                  "target + " + Words.number(m.margin() * 1e3, 1) + " mm covered",
                  RunVerdict.percent(m.covered(), m.error())));
        }
      }
      rows.add(List.of("least margin", RunVerdict.signed(c.leastMargin(), c.leastMarginError())));
      html.append(Html.table("Error of the grid", List.of("figure", "value"), rows));
    }
    html.append(InputTables.html(outcome));
    return html.toString();
  }

  private static String measure(double value, double error, int decimals) {
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return Double.isFinite(error)
        ? text + String.format(Locale.ROOT, " +/- %." + decimals + "f", error)
        : text;
  }
}
