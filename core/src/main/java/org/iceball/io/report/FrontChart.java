package org.iceball.io.report;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.iceball.plan.Plan;
import org.iceball.plan.Robustness;

/** What each plan covers, and how likely all of the target is dead, as dots side by side (SVG). */
final class FrontChart {
  private static final int WIDTH = 700;
  private static final int HEIGHT = 264;
  private static final int LEFT = 52;
  private static final int RIGHT = 690;
  private static final int TOP = 12;
  private static final int BOTTOM = 236;

  private record Series(String name, String shape, ToDoubleFunction<Plan> value) {}

  private static final List<Series> SERIES =
      List.of(
          new Series("target dead", "circle", Plan::covered),
          new Series("target with margin dead", "square", Plan::marginCovered),
          new Series(
              "chance that all of the target is dead",
              "diamond",
              p -> p.robustness().map(Robustness::full).orElse(Double.NaN)));

  private FrontChart() {}

  /**
   * The drawing.
   *
   * @param plans in the order of the page
   * @param names of them, short
   * @param summary the same in a sentence
   */
  static String of(List<Plan> plans, List<String> names, String summary) {
    StringBuilder svg = new StringBuilder("<figure class=\"plot\"><figcaption>");
    svg.append("What each plan reaches [%]</figcaption>\n<svg role=\"img\" viewBox=\"0 0 ");
    svg.append(WIDTH).append(' ').append(HEIGHT).append("\"><title>What each plan reaches");
    svg.append("</title><desc>").append(Html.text(summary)).append("</desc>\n");
    for (int percent = 0; percent <= 100; percent += 20) {
      double y = y(percent / 100.0);
      svg.append(
          format(
              "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/><text class=\"soft\""
                  + " x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%d</text>%n",
              LEFT, RIGHT, y, y, LEFT - 6, y + 4.5, percent));
    }
    double step = (RIGHT - LEFT) / (double) plans.size();
    for (int s = 0; s < SERIES.size(); s++) {
      svg.append("<g class=\"s").append(s).append("\">");
      StringBuilder path = new StringBuilder();
      StringBuilder dots = new StringBuilder();
      for (int n = 0; n < plans.size(); n++) {
        double value = SERIES.get(s).value().applyAsDouble(plans.get(n));
        if (Double.isFinite(value)) {
          double x = LEFT + step * (n + 0.5);
          path.append(path.isEmpty() ? "M" : "L").append(format("%.1f %.1f", x, y(value)));
          dots.append(dot(SERIES.get(s).shape(), x, y(value)));
        }
      }
      if (!path.isEmpty()) {
        svg.append("<path class=\"line\" d=\"").append(path).append("\"/>").append(dots);
      }
      svg.append("</g>\n");
    }
    for (int n = 0; n < plans.size(); n++) {
      svg.append(
          format(
              "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
              LEFT + step * (n + 0.5), BOTTOM + 20, Html.text(names.get(n))));
    }
    svg.append(format("<path class=\"axis\" d=\"M%d %dV%dH%d\"/>%n", LEFT, TOP, BOTTOM, RIGHT));
    return svg.append("</svg>\n").append(legend()).append("</figure>\n").toString();
  }

  private static String legend() {
    StringBuilder html = new StringBuilder("<ul class=\"legend\">");
    for (int s = 0; s < SERIES.size(); s++) {
      html.append("<li><svg viewBox=\"0 0 34 14\" style=\"width:34px\" aria-hidden=\"true\">");
      html.append("<g class=\"s").append(s).append("\"><path class=\"line\" d=\"M1 7H33\"/>");
      html.append(dot(SERIES.get(s).shape(), 17, 7)).append("</g></svg>");
      html.append(Html.text(SERIES.get(s).name())).append("</li>");
    }
    return html.append("</ul>\n").toString();
  }

  /** Shapes differ, not colours alone. */
  private static String dot(String shape, double x, double y) {
    return switch (shape) {
      case "circle" -> format("<circle class=\"dot\" cx=\"%.1f\" cy=\"%.1f\" r=\"5.5\"/>", x, y);
      case "square" ->
          format(
              "<rect class=\"dot\" x=\"%.1f\" y=\"%.1f\" width=\"10\" height=\"10\"/>",
              x - 5, y - 5);
      default ->
          format("<path class=\"dot\" d=\"M%.1f %.1fl6.5 6.5l-6.5 6.5l-6.5-6.5z\"/>", x, y - 6.5);
    };
  }

  private static double y(double part) {
    return BOTTOM - (BOTTOM - TOP) * Math.max(0, Math.min(1, part));
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
