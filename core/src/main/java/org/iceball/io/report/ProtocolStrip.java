package org.iceball.io.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iceball.device.Needle;
import org.iceball.device.Phase;
import org.iceball.io.Words;

/** What each needle does when, as bars on a common clock (SVG). */
final class ProtocolStrip {
  private static final int WIDTH = 1000;
  private static final int LEFT = 130;
  private static final int RIGHT = 985;
  private static final int ROW = 34;
  private static final int NARROW = 64;

  private ProtocolStrip() {}

  static String of(List<Needle> needles) {
    double end = needles.stream().mapToDouble(Needle::end).max().orElse(1);
    int height = needles.size() * ROW + 34;
    StringBuilder svg = new StringBuilder();
    svg.append(
        format(
            "<div class=\"table\"><svg class=\"chart\" role=\"img\" style=\"min-width:560px\""
                + " viewBox=\"0 0 %d %d\" data-x0=\"%d\" data-x1=\"%d\" data-t0=\"0\""
                + " data-t1=\"%s\"><title>Protocol of each needle</title><desc>%s</desc>%n",
            WIDTH, height, LEFT, RIGHT, Words.number(end, 3), Html.text(words(needles))));
    for (int n = 0; n < needles.size(); n++) {
      row(svg, needles.get(n), n * ROW + 4, end);
    }
    double minutes = end > 1800 ? 5 : end > 300 ? 2 : 0.5;
    for (double m = 0; m * 60 <= end * (1 + 1e-9); m += minutes) {
      svg.append(
          format(
              "<text class=\"soft\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
              x(60 * m, end), height - 10, Words.number(m, 1)));
    }
    svg.append(format("<text class=\"soft\" x=\"4\" y=\"%d\">time [min]</text>%n", height - 10));
    svg.append(
        format(
            "<line class=\"cursor\" x1=\"%d\" x2=\"%d\" y1=\"0\" y2=\"%d\""
                + " style=\"display:none\"/>%n",
            LEFT, LEFT, height - 28));
    return svg.append("</svg></div>\n").toString();
  }

  /** The same in words. */
  static String words(List<Needle> needles) {
    List<String> sentences = new ArrayList<>();
    for (Needle n : needles) {
      List<String> phases = new ArrayList<>();
      n.protocol().phases().forEach(p -> phases.add(kind(p) + " " + Words.duration(p.duration())));
      sentences.add(
          n.name()
              + (n.start() > 0 ? " from " + Words.duration(n.start()) : "")
              + ": "
              + String.join(", ", phases)
              + ".");
    }
    return String.join(" ", sentences);
  }

  private static void row(StringBuilder svg, Needle needle, int top, double end) {
    String name =
        needle.name().length() > 15 ? needle.name().substring(0, 14) + "." : needle.name();
    svg.append(format("<text x=\"4\" y=\"%d\">%s</text>%n", top + 18, Html.text(name)));
    double t = needle.start();
    for (Phase p : needle.protocol().phases()) {
      double from = x(t, end);
      double wide = x(t + p.duration(), end) - from;
      svg.append(
          format(
              "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
              style(p), from, top, Math.max(0.5, wide - 1), ROW - 8));
      String said = kind(p) + " " + Words.duration(p.duration());
      if (wide > NARROW) {
        svg.append(
            format(
                "<text class=\"phase\" x=\"%.1f\" y=\"%d\">%s</text>",
                from + 5, top + 17, wide > 7.5 * said.length() ? said : kind(p)));
      }
      svg.append('\n');
      t += p.duration();
    }
  }

  private static double x(double time, double end) {
    return LEFT + (RIGHT - LEFT) * time / end;
  }

  static String kind(Phase phase) {
    return phase.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String style(Phase phase) {
    return switch (phase.kind()) {
      case FREEZE -> "freeze";
      case PASSIVE_THAW -> "thaw";
      case ACTIVE_THAW, HEAT -> "warm";
    };
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
