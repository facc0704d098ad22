package org.iceball.io.report;

import java.util.List;
import java.util.Locale;
import org.iceball.io.Words;

/** Signed amounts as bars side by side (SVG), for a ledger. */
final class Bars {
  private static final int WIDTH = 700;
  private static final int ZERO = 430;
  private static final int REACH = 185;
  private static final int ROW = 28;

  private Bars() {}

  /**
   * An amount.
   *
   * @param name for people
   * @param value in the chart's unit
   */
  record Bar(String name, double value) {}

  /**
   * The bars.
   *
   * @param unit behind each number
   */
  static String of(String title, String unit, List<Bar> bars) {
    double most = bars.stream().mapToDouble(b -> Math.abs(b.value())).max().orElse(1);
    int height = ROW * bars.size() + 6;
    StringBuilder svg = new StringBuilder("<div class=\"table\"><svg role=\"img\" ");
    svg.append("style=\"min-width:440px\" viewBox=\"0 0 ").append(WIDTH).append(' ').append(height);
    svg.append("\"><title>").append(Html.text(title)).append("</title><desc>");
    bars.forEach(
        b ->
            svg.append(Html.text(b.name()))
                .append(' ')
                .append(Words.number(b.value(), 2))
                .append(' ')
                .append(unit)
                .append(". "));
    svg.append("</desc>\n");
    for (int n = 0; n < bars.size(); n++) {
      Bar b = bars.get(n);
      double wide = most > 0 ? REACH * Math.abs(b.value()) / most : 0;
      int y = n * ROW + 4;
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"4\" y=\"%d\">%s</text><g class=\"s%d\"><rect class=\"bar\" x=\"%.1f\""
                  + " y=\"%d\" width=\"%.1f\" height=\"%d\"/></g><text x=\"%.1f\" y=\"%d\""
                  + " text-anchor=\"%s\">%s %s</text>%n",
              y + 15,
              Html.text(b.name()),
              b.value() < 0 ? 0 : 1,
              b.value() < 0 ? ZERO - wide : ZERO,
              y,
              Math.max(1, wide),
              ROW - 8,
              b.value() < 0 ? ZERO - wide - 5 : ZERO + wide + 5,
              y + 15,
              b.value() < 0 ? "end" : "start",
              Words.number(b.value(), 2),
              unit));
    }
    svg.append(
        String.format(
            Locale.ROOT, "<path class=\"axis\" d=\"M%d 0V%d\"/></svg></div>%n", ZERO, height));
    return svg.toString();
  }
}
