package org.iceball.io.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iceball.device.Needle;
import org.iceball.grid.Grid;
import org.iceball.injury.Zone;
import org.iceball.io.Disclaimer;
import org.iceball.io.Verdict;
import org.iceball.io.Words;
import org.iceball.solve.Moment;
import org.iceball.solve.NeedleReport;
import org.iceball.solve.Outcome;
import org.iceball.solve.RunStats;
import org.iceball.study.WhatIf;

/** The outcome in words, to be read in 20 seconds: {@code summary.txt}. ASCII only. */
public final class SummaryText {
  private static final int LINE = 96;

  private SummaryText() {}

  /** The text, lines ended by a line feed. */
  public static String of(Outcome outcome, Provenance provenance) {
    return of(outcome, null, provenance);
  }

  /**
   * The text with what a longer freeze and one needle more would change.
   *
   * @param whatIf null where nobody asked
   */
  public static String of(Outcome outcome, WhatIf whatIf, Provenance provenance) {
    StringBuilder text = new StringBuilder();
    String title = outcome.asked().title();
    text.append(title).append('\n').append("=".repeat(title.length())).append("\n\n");
    text.append(wrapped(Verdict.of(outcome), "")).append('\n');
    boolean heats = outcome.asked().heats();
    for (int i = outcome.moments().size() - 1; i >= 0 && !heats; i--) {
      zones(text, outcome, outcome.moments().get(i));
    }
    text.append(InjuryText.of(outcome));
    text.append("Needles\n");
    List<NeedleReport> reports = NeedleReport.of(outcome.needles(), outcome.history());
    for (int i = 0; i < outcome.needles().size(); i++) {
      Needle needle = outcome.needles().get(i);
      text.append(
          Words.line(
              "  %d  %s (%s), tip at %s",
              i + 1, needle.name(), needle.probe().name(), Words.place(needle.tip())));
      if (heats && Double.isNaN(reports.get(i).coldestWall())) {
        continue;
      }
      text.append(
          Words.line(
              "     took %.1f kJ out of the tissue, at most %.1f W; its wall went down to %s",
              outcome.energy().takenByNeedles().get(i) / 1e3,
              reports.get(i).mostHeat(),
              Double.isNaN(reports.get(i).coldestWall())
                  ? "nothing"
                  : Words.celsius(reports.get(i).coldestWall())));
    }
    text.append('\n');
    text.append(CurrentText.of(outcome.current()));
    text.append(VesselText.vessels(outcome));
    text.append(VesselStudyText.whatIf(whatIf));
    text.append(VesselText.spared(outcome.spared()));
    run(text, outcome, provenance);
    bullets(text, "Warnings", outcome.warnings());
    bullets(text, "Limits of use", limits(outcome));
    return text.toString();
  }

  private static void zones(StringBuilder text, Outcome outcome, Moment moment) {
    text.append(Words.line("Zones, %s (%s)", moment.name(), Words.duration(moment.time())));
    text.append(Words.line("  %-16s %18s %44s %9s", "", "volume [ml]", "axes [mm]", "of liver"));
    for (Zone zone : moment.zones()) {
      text.append(
          Words.line(
              "  %-16s %18s %44s %9s",
              zone.name(),
              Words.withError(zone.volume() * 1e6, zone.volumeError() * 1e6, 2),
              axes(zone),
              ofOrgan(zone, outcome)));
    }
    text.append('\n');
  }

  private static String axes(Zone zone) {
    List<String> axes = new ArrayList<>();
    for (int a = 0; a < zone.axes().size(); a++) {
      double error = zone.axesErrors().isEmpty() ? Double.NaN : zone.axesErrors().get(a);
      axes.add(Words.withError(zone.axes().get(a) * 1e3, error * 1e3, 1));
    }
    return String.join(" x ", axes);
  }

  private static String ofOrgan(Zone zone, Outcome outcome) {
    double organ = outcome.anatomy().organVolume();
    return organ > 0 ? Words.percent(zone.volume() / organ) : "-";
  }

  private static void run(StringBuilder text, Outcome outcome, Provenance provenance) {
    RunStats stats = outcome.stats();
    Grid grid = outcome.anatomy().labels().grid();
    text.append("Run\n");
    text.append(
        Words.line(
            "  %s simulated in %s on %s, %s, %d thread%s; iceball %s",
            Words.duration(stats.simulated()),
            Words.duration(stats.wall()),
            stats.backend(),
            outcome.asked().numerics().precision().name().toLowerCase(Locale.ROOT),
            outcome.asked().numerics().threads(),
            outcome.asked().numerics().threads() == 1 ? "" : "s",
            provenance.version()));
    text.append(
        Words.line(
            "  %d x %d x %d cells of %s mm; energy balance closed to %.1e of what was exchanged",
            grid.nx(),
            grid.ny(),
            grid.nz(),
            Words.number(grid.spacing() * 1e3, 2),
            outcome.energy().imbalanceRelative()));
    if (outcome.twin() != null) {
      text.append(
          Words.line(
              "  error bars from cells of %s mm in %s",
              Words.number(2e3 * grid.spacing(), 2), Words.duration(outcome.twin().wall())));
    }
    text.append('\n');
  }

  private static List<String> limits(Outcome outcome) {
    String errors =
        outcome.twin() == null
            ? "No numerical error bar is known; a run on a finer grid tells how far to trust the figures."
            : String.format(
                Locale.ROOT,
                "What stands after +/- is three times the difference from the same case on cells of"
                    + " %s mm. It is the error of the grid; tissue, blood flow and needle vary beyond"
                    + " it.",
                Words.number(2e3 * outcome.anatomy().labels().grid().spacing(), 2));
    return List.of(Disclaimer.TEXT, errors);
  }

  private static void bullets(StringBuilder text, String heading, List<String> sentences) {
    if (sentences.isEmpty()) {
      return;
    }
    text.append(heading).append('\n');
    sentences.forEach(s -> text.append(wrapped("- " + s, "  ")));
    text.append('\n');
  }

  /** The sentence in lines of at most {@link #LINE} characters, each ended by a line feed. */
  private static String wrapped(String sentence, String indent) {
    StringBuilder text = new StringBuilder();
    StringBuilder current = new StringBuilder(indent);
    for (String word : sentence.split(" ")) {
      if (current.length() + word.length() > LINE) {
        text.append(current.toString().stripTrailing()).append('\n');
        current = new StringBuilder(indent).append(sentence.startsWith("- ") ? "  " : "");
      }
      current.append(word).append(' ');
    }
    return text.append(current.toString().stripTrailing()).append('\n').toString();
  }
}
