package org.iceball.io.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iceball.injury.Coverage;
import org.iceball.io.Verdict;
import org.iceball.io.Words;
import org.iceball.solve.Outcome;
import org.iceball.solve.SparedReport;
import org.iceball.solve.VesselReport;

/** The verdict of a run as it stands at the head of its report. */
public final class RunVerdict {
  /** The margin that is named first where the case asks for it: 5 mm [m]. */
  private static final double USUAL_MARGIN = 5e-3;

  /** Less tissue left behind a vessel is not worth a word [m3]. */
  private static final double LITTLE = 0.05e-6;

  private RunVerdict() {}

  /**
   * One sentence: how much of the target with its margin the lethal zone covers, and behind which
   * vessel most of the rest lies.
   */
  public static String sentence(Outcome outcome) {
    if (!Verdict.hasTarget(outcome)) {
      return Verdict.of(outcome);
    }
    Coverage c = outcome.coverage();
    Optional<Coverage.Margin> margin =
        c.margins().stream()
            .filter(m -> m.margin() > 0)
            .min(Comparator.comparingDouble(m -> Math.abs(m.margin() - USUAL_MARGIN)));
    String covers =
        "Covers "
            + percent(c.covered(), c.coveredError())
            + " of the target"
            + margin
                .map(
                    m ->
                        " and "
                            + percent(m.covered(), m.error())
                            + " of target + "
                            + Words.number(m.margin() * 1e3, 1)
                            + " mm")
                .orElse("");
    return covers + behind(outcome) + ".";
  }

  /** Further sentences: the least margin, and what is to be spared. */
  public static List<String> more(Outcome outcome) {
    List<String> sentences = new ArrayList<>();
    if (Verdict.hasTarget(outcome)) {
      Coverage c = outcome.coverage();
      if (Double.isFinite(c.leastMargin())) {
        sentences.add(
            "Least margin "
                + signed(c.leastMargin(), c.leastMarginError())
                + (c.leastMarginAt() == null ? "" : " at " + Words.place(c.leastMarginAt()))
                + (c.leastMargin() < 0 ? ": part of the target is left." : "."));
      }
    }
    for (SparedReport s : outcome.spared()) {
      sentences.add(
          s.beyond() > 0
              ? s.name()
                  + " was beyond its limit of "
                  + Words.celsius(s.limit())
                  + " for "
                  + Words.duration(s.beyond())
                  + ", at the worst at "
                  + Words.celsius(s.coldest())
                  + "."
              : s.name() + " stayed within its limit of " + Words.celsius(s.limit()) + ".");
    }
    return sentences;
  }

  /** What is left behind the vessel with the deepest shadow. */
  private static String behind(Outcome outcome) {
    return outcome.vessels().stream()
        .filter(v -> v.last().isPresent() && left(v) > LITTLE)
        .max(Comparator.comparingDouble(RunVerdict::left))
        .map(
            v ->
                "; "
                    + Words.number(left(v) * 1e6, 1)
                    + " ml left behind the "
                    + v.name()
                    + (v.last().orElseThrow().targetLeft() > LITTLE
                        ? ", "
                            + Words.number(v.last().orElseThrow().targetLeft() * 1e6, 1)
                            + " ml of it target"
                        : ""))
        .orElse("");
  }

  private static double left(VesselReport v) {
    VesselReport.Row last = v.last().orElseThrow();
    return last.targetLeft() + last.marginLeft();
  }

  /** {@code ever below -20 degC}, or above it where the case heats. */
  static String beyond(Outcome outcome, double threshold) {
    return (SceneFrames.isHot(outcome.asked()) ? "ever above " : "ever below ")
        + Words.celsius(threshold);
  }

  /** A fraction with its error [1] in per cent. */
  static String percent(double fraction, double error) {
    String value = Words.percent(fraction);
    return Double.isFinite(fraction) && Double.isFinite(error)
        ? value.replace(" %", String.format(Locale.ROOT, " +/- %.1f %%", error * 100))
        : value;
  }

  /** A length with its error [m] in millimetres, with its sign. */
  static String signed(double metres, double error) {
    return String.format(Locale.ROOT, "%+.1f", metres * 1e3)
        + (Double.isFinite(error) ? String.format(Locale.ROOT, " +/- %.1f", error * 1e3) : "")
        + " mm";
  }
}
