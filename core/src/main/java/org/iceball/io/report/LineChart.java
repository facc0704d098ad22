package org.iceball.io.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iceball.io.Words;

/**
 * Curves against time as a drawing of its own (SVG), with a table of the same numbers to unfold.
 * Lines differ by dashes, not by colour alone.
 *
 * @param title what is drawn, with its unit
 * @param series the curves, at least one point among them
 * @param bands times to be shaded [s], for example freezes
 * @param summary what the curves show, in a sentence, for those who can't see them
 */
public record LineChart(String title, List<Series> series, List<Band> bands, String summary) {
  private static final int WIDTH = 520;
  private static final int HEIGHT = 280;
  private static final int LEFT = 58;
  private static final int RIGHT = 510;
  private static final int TOP = 14;
  private static final int BOTTOM = 236;
  private static final int TABLE_ROWS = 16;

  public LineChart {
    series = List.copyOf(series);
    bands = List.copyOf(bands);
  }

  /**
   * A curve.
   *
   * @param name for people
   * @param times [s], ascending; not modified
   * @param values in the chart's unit, NaN where there is none; not modified
   * @param errors half-widths of error bars, NaN where not known; null for none; not modified
   */
  public record Series(String name, double[] times, double[] values, double[] errors) {}

  /**
   * A stretch of time to be shaded.
   *
   * @param from [s]
   * @param to [s]
   */
  public record Band(double from, double to) {}

  /** The figure as HTML. */
  public String html() {
    double end = series.stream().mapToDouble(s -> s.times()[s.times().length - 1]).max().orElse(1);
    double[] y = range();
    StringBuilder svg = new StringBuilder("<figure class=\"plot\"><figcaption>");
    svg.append(Html.text(title)).append("</figcaption>\n<svg class=\"chart\" role=\"img\" ");
    svg.append(
        format(
            "viewBox=\"0 0 %d %d\" data-x0=\"%d\" data-x1=\"%d\" data-t0=\"0\" data-t1=\"%s\">",
            WIDTH, HEIGHT, LEFT, RIGHT, Words.number(end, 3)));
    svg.append("<title>").append(Html.text(title)).append("</title><desc>");
    svg.append(Html.text(summary)).append("</desc>\n");
    for (Band b : bands) {
      svg.append(
          format(
              "<rect class=\"band\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>%n",
              x(b.from(), end), TOP, x(b.to(), end) - x(b.from(), end), BOTTOM - TOP));
    }
    axes(svg, y, end);
    for (int n = 0; n < series.size(); n++) {
      curve(svg, series.get(n), n % 4, y, end);
    }
    svg.append(
        format(
            "<line class=\"cursor\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\""
                + " style=\"display:none\"/>%n",
            LEFT, LEFT, TOP, BOTTOM));
    svg.append("</svg>\n");
    svg.append(legend());
    return svg.append(Html.details("The numbers", numbers())).append("</figure>\n").toString();
  }

  private String legend() {
    if (series.size() < 2) {
      return "";
    }
    StringBuilder html = new StringBuilder("<ul class=\"legend\">");
    for (int n = 0; n < series.size(); n++) {
      html.append(
          format(
              "<li><svg viewBox=\"0 0 34 10\" style=\"width:34px\" aria-hidden=\"true\"><g"
                  + " class=\"s%d\"><path class=\"line\" d=\"M1 5H33\"/></g></svg>%s</li>",
              n % 4, Html.text(series.get(n).name())));
    }
    return html.append("</ul>\n").toString();
  }

  private double[] range() {
    double low = 0;
    double high = 0;
    for (Series s : series) {
      for (double v : s.values()) {
        low = Double.isNaN(v) ? low : Math.min(low, v);
        high = Double.isNaN(v) ? high : Math.max(high, v);
      }
    }
    double step = step((high - low) / 5);
    low = Math.floor(low / step) * step;
    high = Math.max(low + step, Math.ceil(high / step) * step);
    return new double[] {low, high, step};
  }

  /** The least of 1, 2, 5 times a power of ten that is no less. */
  private static double step(double rough) {
    if (!(rough > 0)) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double m : new double[] {1, 2, 5}) {
      if (m * power >= rough * (1 - 1e-9)) {
        return m * power;
      }
    }
    return 10 * power;
  }

  private static double x(double time, double end) {
    return LEFT + (RIGHT - LEFT) * Math.min(1, time / end);
  }

  private static double y(double value, double[] range) {
    double inside = Math.min(range[1], Math.max(range[0], value));
    return BOTTOM - (BOTTOM - TOP) * (inside - range[0]) / (range[1] - range[0]);
  }

  private static void axes(StringBuilder svg, double[] range, double end) {
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(range[2])));
    for (double v = range[0]; v <= range[1] + range[2] / 2; v += range[2]) {
      double at = y(v, range);
      svg.append(
          format(
              "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>"
                  + "<text class=\"soft\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n",
              LEFT, RIGHT, at, at, LEFT - 6, at + 4.5, Words.number(v, decimals)));
    }
    double minutes = Math.max(step(end / 60 / 7), 1.0 / 60);
    for (double m = 0; m * 60 <= end * (1 + 1e-9); m += minutes) {
      svg.append(
          format(
              "<text class=\"soft\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
              x(60 * m, end), BOTTOM + 18, Words.number(m, 2)));
    }
    svg.append(
        format(
            "<text class=\"soft\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">time [min]</text>%n",
            (LEFT + RIGHT) / 2, HEIGHT - 6));
    svg.append(format("<path class=\"axis\" d=\"M%d %dV%dH%d\"/>%n", LEFT, TOP, BOTTOM, RIGHT));
  }

  private static void curve(StringBuilder svg, Series s, int style, double[] range, double end) {
    svg.append("<g class=\"s").append(style).append("\">");
    if (s.errors() != null) {
      List<String> up = new ArrayList<>();
      List<String> down = new ArrayList<>();
      for (int n = 0; n < s.times().length; n++) {
        if (Double.isFinite(s.values()[n]) && Double.isFinite(s.errors()[n])) {
          double at = x(s.times()[n], end);
          up.add(format("%.1f %.1f", at, y(s.values()[n] + s.errors()[n], range)));
          down.add(0, format("%.1f %.1f", at, y(s.values()[n] - s.errors()[n], range)));
        }
      }
      up.addAll(down);
      if (!up.isEmpty()) {
        svg.append("<path class=\"error\" d=\"M").append(String.join("L", up)).append("Z\"/>");
      }
    }
    StringBuilder path = new StringBuilder();
    boolean open = false;
    for (int n = 0; n < s.times().length; n++) {
      double v = s.values()[n];
      if (Double.isFinite(v)) {
        path.append(open ? "L" : "M");
        path.append(format("%.1f %.1f", x(s.times()[n], end), y(v, range)));
      }
      open = Double.isFinite(v);
    }
    svg.append("<path class=\"line\" d=\"").append(path).append("\"/></g>\n");
  }

  private String numbers() {
    double[] times = series.get(0).times();
    List<String> head = new ArrayList<>(List.of("minute"));
    series.forEach(s -> head.add(s.name()));
    List<List<String>> rows = new ArrayList<>();
    int every = Math.max(1, (times.length + TABLE_ROWS - 1) / TABLE_ROWS);
    for (int n = 0; n < times.length; n++) {
      if (n % every == 0 || n == times.length - 1) {
        List<String> row = new ArrayList<>(List.of(Words.number(times[n] / 60, 2)));
        for (Series s : series) {
          boolean known = n < s.values().length && Double.isFinite(s.values()[n]);
          row.add(known ? Words.number(s.values()[n], 2) : "-");
        }
        rows.add(row);
      }
    }
    return Html.table(title, head, rows);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
