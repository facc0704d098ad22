package org.iceball.io.result;

import java.util.List;
import java.util.Locale;
import org.iceball.io.Words;
import org.iceball.solve.Outcome;
import org.iceball.solve.SparedReport;
import org.iceball.solve.VesselReport;

/** Heat sinks and structures to be spared, as tables of {@code summary.txt}. ASCII only. */
final class VesselText {
  private VesselText() {}

  /** The vessels near the target; empty where there are none. */
  static String vessels(Outcome outcome) {
    if (outcome.vessels().isEmpty()) {
      return "";
    }
    double margin = outcome.asked().margins().stream().filter(m -> m > 0).findFirst().orElse(5e-3);
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "Vessels within %s mm of the target; alive: target and %s mm margin within %s mm of the"
                + " wall%n",
            mm(VesselReport.NEAR, 0),
            mm(margin, 0),
            mm(VesselReport.SHADOW, 0)));
    text.append(
        row(
            "",
            "model",
            "calibre",
            "gap",
            "lethal to",
            "coldest",
            "ice in",
            "frozen",
            "alive target",
            "margin",
            "heat"));
    text.append(
        row("", "", "[mm]", "[mm]", "[mm]", "wall", "it [mm]", "round", "[ml]", "[ml]", "[kJ]"));
    boolean heats = outcome.asked().heats(); // what cold left alive says nothing there
    for (VesselReport v : outcome.vessels()) {
      text.append(
          row(
              v.name(),
              v.model().key(),
              mm(v.diameter(), 1),
              v.gap() > 0 ? mm(v.gap(), 1) : "touches",
              mm(v.lethalApproach(), 1),
              Words.celsius(v.coldestWall()),
              v.ice() > 0 ? mm(v.ice(), 1) : "-",
              v.round() > 0 ? Words.percent(v.round()) : "-",
              v.last()
                  .filter(r -> !heats)
                  .map(r -> Words.fixed(r.targetLeft() * 1e6, 2))
                  .orElse("-"),
              v.last()
                  .filter(r -> !heats)
                  .map(r -> Words.fixed(r.marginLeft() * 1e6, 2))
                  .orElse("-"),
              Words.fixed(v.heat() / 1e3, 1)));
    }
    return text.append('\n').toString().replace("\r\n", "\n");
  }

  /** The structures to be spared; empty where there are none. */
  static String spared(List<SparedReport> spared) {
    StringBuilder text = new StringBuilder();
    for (SparedReport s : spared) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %s: coldest wall %s, limit %s, beyond it for %s\n",
              s.name(),
              Words.celsius(s.coldest()),
              Words.celsius(s.limit()),
              Words.duration(s.beyond())));
    }
    return spared.isEmpty() ? "" : "To be spared\n" + text + "\n";
  }

  private static String row(String... cells) {
    String name = cells[0].length() > 24 ? cells[0].substring(0, 23) + "." : cells[0];
    return String.format(
                Locale.ROOT,
                "  %-24s %-10s %7s %8s %9s %9s %8s %7s %12s %7s %6s",
                name,
                cells[1],
                cells[2],
                cells[3],
                cells[4],
                cells[5],
                cells[6],
                cells[7],
                cells[8],
                cells[9],
                cells[10])
            .stripTrailing()
        + "\n";
  }

  private static String mm(double metres, int decimals) {
    return Words.fixed(metres * 1e3, decimals);
  }
}
