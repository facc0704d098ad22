package org.iceball.io.result;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iceball.injury.Coverage;
import org.iceball.injury.InjuryLaw;
import org.iceball.injury.InjuryReport;
import org.iceball.injury.LawZone;
import org.iceball.io.Words;
import org.iceball.solve.Outcome;

/** The dead by each injury law as a table, and how far the laws disagree. ASCII only. */
final class InjuryText {
  private InjuryText() {}

  /** The table; empty where a case names no laws. */
  static String of(Outcome outcome) {
    InjuryReport report = outcome.injury();
    if (report == null) {
      return "";
    }
    List<Coverage.Margin> margins = report.zones().get(0).margins();
    StringBuilder text = new StringBuilder("Dead by each injury law (iceball injuries)\n");
    StringBuilder head =
        new StringBuilder(String.format(Locale.ROOT, "  %-16s %18s", "", "volume [ml]"));
    if (!margins.isEmpty()) {
      head.append(String.format(Locale.ROOT, " %16s", "of target"));
      for (Coverage.Margin m : margins) {
        if (m.margin() > 0) {
          String name = "+ " + Words.number(m.margin() * 1e3, 1) + " mm";
          head.append(String.format(Locale.ROOT, " %16s", name));
        }
      }
    }
    text.append(head).append('\n');
    report.zones().forEach(zone -> text.append(zone(zone)));
    for (InjuryLaw.Cause cause : InjuryLaw.Cause.values()) {
      Optional<InjuryReport.Band> band = report.band(cause);
      band.filter(b -> b.laws() > 1).ifPresent(b -> text.append(band(b)));
    }
    return text.append('\n').toString();
  }

  private static String zone(LawZone zone) {
    StringBuilder row = new StringBuilder();
    String volume = Words.withError(zone.volume() * 1e6, zone.volumeError() * 1e6, 2);
    row.append(String.format(Locale.ROOT, "  %-16s %18s", zone.name(), volume));
    if (!zone.margins().isEmpty()) {
      row.append(percent(zone.covered(), zone.coveredError()));
      for (Coverage.Margin m : zone.margins()) {
        if (m.margin() > 0) {
          row.append(percent(m.covered(), m.error()));
        }
      }
    }
    return row.toString().stripTrailing() + "\n";
  }

  private static String percent(double part, double error) {
    String text = Double.isFinite(part) ? Words.percent(part) : "-";
    if (Double.isFinite(part) && Double.isFinite(error)) {
      String bar = String.format(Locale.ROOT, " +/- %.1f %%", error * 100);
      text = text.replace(" %", bar);
    }
    return String.format(Locale.ROOT, " %16s", text);
  }

  private static String band(InjuryReport.Band band) {
    StringBuilder text = new StringBuilder();
    text.append(
        Words.line(
            "  The %d laws of %s disagree: %.2f ml (%s) to %.2f ml (%s)%s",
            band.laws(),
            band.cause().name().toLowerCase(Locale.ROOT),
            band.low() * 1e6,
            band.strictest(),
            band.high() * 1e6,
            band.mildest(),
            band.margins().isEmpty() ? "." : ";"));
    if (!band.margins().isEmpty()) {
      text.append("  ")
          .append(range(band.coveredLow(), band.coveredHigh()))
          .append(" of the target");
      for (InjuryReport.MarginBand m : band.margins()) {
        if (m.margin() > 0) {
          String margin = Words.number(m.margin() * 1e3, 1);
          text.append(", ").append(range(m.low(), m.high())).append(" with ").append(margin);
          text.append(" mm");
        }
      }
      text.append(".\n");
    }
    return text.toString();
  }

  private static String range(double low, double high) {
    return Words.percent(low).replace(" %", "") + " to " + Words.percent(high);
  }
}
