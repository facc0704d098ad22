package org.iceball.io;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.iceball.injury.Coverage;
import org.iceball.injury.InjuryLaw;
import org.iceball.injury.InjuryReport;
import org.iceball.solve.Outcome;

/** What a run says about the target, in a sentence or two. */
public final class Verdict {
  private Verdict() {}

  /** True where there is a target for ice to cover; what heat covers, its laws say. */
  public static boolean hasTarget(Outcome outcome) {
    return !outcome.asked().heats()
        && outcome.coverage() != null
        && outcome.coverage().targetVolume() > 0;
  }

  /** How much of target and margins the lethal zone covers, and the least margin; ASCII. */
  public static String of(Outcome outcome) {
    if (outcome.asked().heats()) {
      return ofHeat(outcome);
    }
    if (!hasTarget(outcome)) {
      return "The case has no target, so there is no coverage to judge.";
    }
    Coverage coverage = outcome.coverage();
    String margins =
        coverage.margins().stream()
            .filter(m -> m.margin() > 0)
            .map(m -> percent(m.covered(), m.error()) + " of target + " + mm(m.margin()))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "The %s zone covers %s of the target (%s ml)%s.%s",
        Words.celsius(outcome.asked().lethal()),
        percent(coverage.covered(), coverage.coveredError()),
        Words.number(coverage.targetVolume() * 1e6, 1),
        margins.isEmpty() ? "" : ", " + margins,
        leastMargin(coverage));
  }

  /** From the least to the most that the laws of heat call dead. */
  private static String ofHeat(Outcome outcome) {
    Optional<InjuryReport.Band> found =
        Optional.ofNullable(outcome.injury()).flatMap(r -> r.band(InjuryLaw.Cause.HEAT));
    if (found.isEmpty()) {
      return "The case names no law of heat, so nothing is counted as dead.";
    }
    InjuryReport.Band band = found.get();
    String volume =
        String.format(
            Locale.ROOT,
            "Heat kills %.1f ml (%s) to %.1f ml (%s)",
            band.low() * 1e6,
            band.strictest(),
            band.high() * 1e6,
            band.mildest());
    if (band.margins().isEmpty()) {
      return volume + ". The case has no target, so there is no coverage to judge.";
    }
    String margins =
        band.margins().stream()
            .filter(m -> m.margin() > 0)
            .map(m -> range(m.low(), m.high()) + " of target + " + mm(m.margin()))
            .collect(Collectors.joining(", "));
    return volume
        + ": "
        + range(band.coveredLow(), band.coveredHigh())
        + " of the target"
        + (margins.isEmpty() ? "." : ", " + margins + ".");
  }

  private static String range(double low, double high) {
    return Words.percent(low).replace(" %", "") + " to " + Words.percent(high);
  }

  private static String leastMargin(Coverage coverage) {
    double margin = coverage.leastMargin();
    if (!Double.isFinite(margin)) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        " Least margin %+.1f%s mm%s%s.",
        margin * 1e3,
        Double.isFinite(coverage.leastMarginError())
            ? String.format(Locale.ROOT, " +/- %.1f", coverage.leastMarginError() * 1e3)
            : "",
        coverage.leastMarginAt() == null ? "" : " at " + Words.place(coverage.leastMarginAt()),
        margin < 0 ? ": part of the target is left" : "");
  }

  /** A fraction and, where it is known, its error, in per cent. */
  private static String percent(double fraction, double error) {
    String value = Words.percent(fraction);
    return Double.isFinite(fraction) && Double.isFinite(error)
        ? value.replace(" %", String.format(Locale.ROOT, " +/- %.1f %%", error * 100))
        : value;
  }

  private static String mm(double metres) {
    return Words.number(metres * 1e3, 1) + " mm";
  }
}
