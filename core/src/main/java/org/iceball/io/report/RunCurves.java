package org.iceball.io.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.iceball.device.Needle;
import org.iceball.device.Phase;
import org.iceball.io.Verdict;
import org.iceball.io.Words;
import org.iceball.solve.CurrentReading;
import org.iceball.solve.EnergyReport;
import org.iceball.solve.HistoryRow;
import org.iceball.solve.Outcome;

/** What a run's report shows against time, and its ledger. */
final class RunCurves {
  private RunCurves() {}

  static String protocol(Outcome outcome) {
    return ProtocolStrip.of(outcome.needles()) + Html.note(ProtocolStrip.words(outcome.needles()));
  }

  static String curves(Outcome outcome) {
    List<HistoryRow> rows = outcome.history();
    List<LineChart.Band> freezes = freezes(outcome);
    HistoryRow last = rows.get(rows.size() - 1);
    double most = rows.stream().mapToDouble(HistoryRow::iceVolume).max().orElse(0);
    List<LineChart> charts = new ArrayList<>();
    if (outcome.asked().heats()) {
      charts.add(generator("Power of the generator [W]", outcome, CurrentReading::power));
      charts.add(generator("Impedance [ohm]", outcome, CurrentReading::impedance));
      charts.add(generator("Current [mA]", outcome, c -> 1e3 * c.current()));
      charts.add(generator("Metal of the electrodes [degC]", outcome, c -> c.metal() - 273.15));
      return charts(charts, "Shaded: the generator works.");
    }
    charts.add(
        new LineChart(
            "Volume [ml]",
            List.of(
                series("frozen now", rows, r -> r.iceVolume() * 1e6, r -> r.iceVolumeError() * 1e6),
                series(
                    RunVerdict.beyond(outcome, outcome.asked().lethal()),
                    rows,
                    r -> r.lethalVolume() * 1e6,
                    r -> r.lethalVolumeError() * 1e6)),
            freezes,
            String.format(
                Locale.ROOT,
                "The iceball grows to %.1f ml; %.1f ml were lethal at the end.",
                most * 1e6,
                last.lethalVolume() * 1e6)));
    if (Verdict.hasTarget(outcome)) {
      charts.add(
          new LineChart(
              "Target covered [%]",
              List.of(series("covered", rows, r -> r.covered() * 100, r -> r.coveredError() * 100)),
              freezes,
              "Part of the target that ever reached the lethal temperature, "
                  + Words.percent(last.covered())
                  + " at the end."));
    }
    charts.add(
        needles(
            outcome,
            "Heat taken by each needle [W]",
            (row, n) -> row.needleHeat().get(n),
            "Heat each needle takes out of the tissue; negative while it warms."));
    charts.add(
        needles(
            outcome,
            "Wall of each needle [degC]",
            (row, n) -> row.wallTemperature().get(n) - 273.15,
            "Temperature of each needle's wall; no line while it is passive."));
    charts.add(taken(outcome));
    return charts(charts, "Shaded: some needle freezes.");
  }

  private static LineChart generator(
      String title, Outcome outcome, ToDoubleFunction<CurrentReading> value) {
    return new LineChart(
        title,
        List.of(
            series(
                "generator",
                outcome.history(),
                r -> r.current() == null ? Double.NaN : value.applyAsDouble(r.current()),
                null)),
        freezes(outcome),
        title + " against time; no line while it is off.");
  }

  private static String charts(List<LineChart> charts, String shaded) {
    StringBuilder html = new StringBuilder("<div class=\"charts\">\n");
    charts.forEach(c -> html.append(c.html()));
    return html.append("</div>\n")
        .append(
            Html.note(
                shaded
                    + " Pale bands round a curve are numerical error bars. A click in a chart moves the clock of the views."))
        .toString();
  }

  /** A value of a needle at a row. */
  private interface OfNeedle {
    double at(HistoryRow row, int needle);
  }

  private static LineChart needles(Outcome outcome, String title, OfNeedle value, String summary) {
    List<LineChart.Series> series = new ArrayList<>();
    for (int n = 0; n < outcome.needles().size(); n++) {
      int needle = n;
      String name = outcome.needles().get(n).name();
      series.add(series(name, outcome.history(), r -> value.at(r, needle), null));
    }
    return new LineChart(title, series, freezes(outcome), summary);
  }

  /** Heat that left the tissue through the needles so far. */
  private static LineChart taken(Outcome outcome) {
    List<HistoryRow> rows = outcome.history();
    double[] sum = new double[rows.size()];
    for (int n = 1; n < sum.length; n++) {
      double power = rows.get(n).needleHeat().stream().mapToDouble(Double::doubleValue).sum();
      sum[n] = sum[n - 1] + power * (rows.get(n).time() - rows.get(n - 1).time()) * 1e-3;
    }
    double[] times = rows.stream().mapToDouble(HistoryRow::time).toArray();
    return new LineChart(
        "Heat taken by all needles so far [kJ]",
        List.of(new LineChart.Series("taken", times, sum, null)),
        freezes(outcome),
        "Sum over the needles, " + Words.number(sum[sum.length - 1], 1) + " kJ at the end.");
  }

  static String energy(Outcome outcome) {
    EnergyReport e = outcome.energy();
    List<Bars.Bar> bars = new ArrayList<>();
    for (int n = 0; n < outcome.needles().size(); n++) {
      String name = "needle " + outcome.needles().get(n).name();
      bars.add(new Bars.Bar(name, -e.takenByNeedles().get(n) / 1e3));
    }
    if (outcome.asked().heats()) {
      bars.add(new Bars.Bar("current", e.current() / 1e3));
    }
    bars.add(new Bars.Bar("perfusion", e.perfusion() / 1e3));
    bars.add(new Bars.Bar("vessels", e.vessels() / 1e3));
    bars.add(new Bars.Bar("metabolism", e.metabolism() / 1e3));
    bars.add(new Bars.Bar("outer faces", e.boundary() / 1e3));
    bars.add(new Bars.Bar("stored in the tissue", e.stored() / 1e3));
    return Bars.of("Energy ledger", "kJ", bars)
        + Html.paragraph(
            String.format(
                Locale.ROOT,
                "Heat into the tissue counts as positive. Of what is stored, %.1f kJ are bound in ice"
                    + " at the end. All entries but the last add up to it; the ledger closes to %.1e"
                    + " of all that was exchanged.",
                e.latent() / 1e3,
                e.imbalanceRelative()));
  }

  private static LineChart.Series series(
      String name,
      List<HistoryRow> rows,
      ToDoubleFunction<HistoryRow> value,
      ToDoubleFunction<HistoryRow> error) {
    return new LineChart.Series(
        name,
        rows.stream().mapToDouble(HistoryRow::time).toArray(),
        rows.stream().mapToDouble(value).toArray(),
        error == null ? null : rows.stream().mapToDouble(error).toArray());
  }

  /** When some needle freezes or heats. */
  static List<LineChart.Band> freezes(Outcome outcome) {
    List<LineChart.Band> bands = new ArrayList<>();
    for (Needle needle : outcome.needles()) {
      double t = needle.start();
      for (Phase p : needle.protocol().phases()) {
        LineChart.Band band = new LineChart.Band(t, t + p.duration());
        boolean works = p.kind() == Phase.Kind.FREEZE || p.kind() == Phase.Kind.HEAT;
        if (works && !bands.contains(band)) {
          bands.add(band);
        }
        t += p.duration();
      }
    }
    return bands;
  }
}
