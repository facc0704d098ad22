package org.iceball.io.result;

import java.util.stream.Collectors;
import org.iceball.io.Words;
import org.iceball.solve.CurrentReport;

/** What the generator gave, in words. ASCII only. */
final class CurrentText {
  /** More roll-offs than this are only counted. */
  private static final int LISTED = 6;

  private CurrentText() {}

  /** A paragraph; empty where no electrode heats. */
  static String of(CurrentReport r) {
    if (r == null) {
      return "";
    }
    StringBuilder text = new StringBuilder("Generator\n");
    text.append(
        Words.line(
            "  gave %.1f kJ in %s with current: %.1f kJ in tissue, %.1f kJ in blood, %.1f kJ beyond"
                + " the grid",
            r.energy() / 1e3,
            Words.duration(r.secondsOn()),
            r.inTissue() / 1e3,
            r.inBlood() / 1e3,
            r.beyond() / 1e3));
    text.append(
        Words.line(
            "  at most %.0f W and %.0f mA; %.0f ohm at first, %.0f ohm at least, %.0f ohm at last",
            r.mostPower(),
            1e3 * r.mostCurrent(),
            r.firstImpedance(),
            r.leastImpedance(),
            r.lastImpedance()));
    int n = r.rollOffs().size();
    if (n > 0) {
      String times =
          r.rollOffs().stream()
              .limit(LISTED)
              .map(Words::duration)
              .collect(Collectors.joining(", "));
      text.append(
          Words.line(
              "  its impedance rolled off %d time%s: at %s%s",
              n, n == 1 ? "" : "s", times, n > LISTED ? " and later" : ""));
    }
    if (!Double.isNaN(r.reachedAt())) {
      text.append(
          Words.line("  the target temperature was reached at %s", Words.duration(r.reachedAt())));
    }
    return text.append('\n').toString();
  }
}
