package org.iceball.io.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.iceball.device.Needle;
import org.iceball.device.Phase;
import org.iceball.io.Disclaimer;
import org.iceball.io.Verdict;
import org.iceball.solve.HistoryRow;
import org.iceball.solve.Outcome;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Volumes, coverage and the needles' heat against time, one above the other: {@code curves.png}.
 */
public final class CurvesPicture {
  private static final int WIDTH = 1200;
  private static final int HEIGHT = 352;
  private static final int HEADER = 84;
  private static final int FOOTER = 48;
  private static final int MOST_NEEDLES = 6;
  private static final int MOST_PHASES = 24;

  private final Outcome outcome;
  private final double[] minutes;

  private CurvesPicture(Outcome outcome) {
    this.outcome = outcome;
    this.minutes = column(row -> row.time() / 60);
  }

  /** The picture as a PNG file's bytes. */
  public static byte[] draw(Outcome outcome) {
    CurvesPicture curves = new CurvesPicture(outcome);
    List<XYChart> charts = new ArrayList<>();
    charts.add(curves.volumes());
    if (Verdict.hasTarget(outcome)) {
      charts.add(curves.coverage());
    }
    charts.add(curves.heat());
    int height = HEADER + charts.size() * HEIGHT + FOOTER;
    BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = Png.graphics(image);
    g.setColor(Palette.PAPER);
    g.fillRect(0, 0, WIDTH, height);
    g.setColor(Palette.INK);
    g.setFont(Palette.font(Font.BOLD, 22));
    g.drawString(outcome.asked().title(), 30, 42);
    g.setColor(Palette.SOFT_INK);
    g.setFont(Palette.font(Font.PLAIN, 15));
    String thin = outcome.twin() == null ? "" : " Thin lines: the grid's error bars.";
    g.drawString(
        "Vertical lines: a needle begins to freeze or to thaw, or is done." + thin, 30, 68);
    for (int n = 0; n < charts.size(); n++) {
      Graphics2D part = (Graphics2D) g.create(0, HEADER + n * HEIGHT, WIDTH, HEIGHT);
      charts.get(n).paint(part, WIDTH, HEIGHT);
      part.dispose();
    }
    g.setColor(Palette.SOFT_INK);
    g.setFont(Palette.font(Font.BOLD, 14));
    g.drawString(Disclaimer.TEXT, 30, height - 18);
    g.dispose();
    return Png.encode(image);
  }

  private XYChart volumes() {
    XYChart chart = chart("Volume [ml]");
    String lethal = SlicePicture.celsius(outcome.asked().lethal());
    bounds(chart, "ice", r -> r.iceVolume() * 1e6, r -> r.iceVolumeError() * 1e6, Palette.line(0));
    bounds(
        chart,
        "lethal",
        r -> r.lethalVolume() * 1e6,
        r -> r.lethalVolumeError() * 1e6,
        Palette.line(1));
    line(chart, "iceball now", column(r -> r.iceVolume() * 1e6), Palette.line(0));
    line(chart, "ever below " + lethal, column(r -> r.lethalVolume() * 1e6), Palette.line(1));
    chart.getStyler().setYAxisMin(0.0);
    return chart;
  }

  private XYChart coverage() {
    XYChart chart = chart("Target covered [%]");
    bounds(
        chart, "covered", r -> r.covered() * 100, r -> r.coveredError() * 100, Palette.TARGET_LINE);
    line(chart, "target covered", column(r -> r.covered() * 100), Palette.TARGET_LINE);
    chart.getStyler().setYAxisMin(0.0).setYAxisMax(100.0);
    return chart;
  }

  private XYChart heat() {
    XYChart chart = chart("Heat taken out [W]");
    List<Needle> needles = outcome.needles();
    if (needles.size() <= MOST_NEEDLES) {
      for (int n = 0; n < needles.size(); n++) {
        int needle = n;
        line(
            chart,
            n + 1 + " " + needles.get(n).name(),
            column(r -> r.needleHeat().get(needle)),
            Palette.line(n));
      }
    }
    if (needles.size() > 1) {
      line(
          chart,
          "all needles",
          column(r -> r.needleHeat().stream().mapToDouble(w -> w).sum()),
          Palette.SOFT_INK);
    }
    return chart;
  }

  private XYChart chart(String quantity) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .xAxisTitle("Time [min]")
            .yAxisTitle(quantity)
            .build();
    XYStyler styler = chart.getStyler();
    styler
        .setLegendPosition(Styler.LegendPosition.OutsideS)
        .setLegendLayout(Styler.LegendLayout.Horizontal)
        .setLegendBorderColor(Palette.PAPER)
        .setLegendFont(Palette.font(Font.PLAIN, 14))
        .setChartTitleVisible(false)
        .setChartBackgroundColor(Palette.PAPER)
        .setPlotBorderVisible(false)
        .setAnnotationLineColor(Palette.FRAME)
        .setAnnotationLineStroke(new BasicStroke(1.2f));
    styler
        .setAxisTitleFont(Palette.font(Font.BOLD, 14))
        .setAxisTickLabelsFont(Palette.font(Font.PLAIN, 13))
        .setPlotGridLinesColor(new Color(0xE6, 0xE8, 0xEA))
        .setPlotGridVerticalLinesVisible(false)
        .setYAxisLeftWidthHint(90);
    double[] ends = {minutes[0], minutes[minutes.length - 1]};
    if (ends[1] > ends[0]) {
      styler.setXAxisMin(ends[0]).setXAxisMax(ends[1]);
    }
    phaseChanges().forEach(t -> chart.addAnnotation(new AnnotationLine(t, true, false)));
    return chart;
  }

  /** Times at which a needle changes what it does [min]; none where there are too many to see. */
  private Set<Double> phaseChanges() {
    Set<Double> changes = new TreeSet<>();
    for (Needle needle : outcome.needles()) {
      double time = needle.start();
      for (Phase phase : needle.protocol().phases()) {
        time += phase.duration();
        changes.add(time / 60);
      }
    }
    return changes.size() > MOST_PHASES ? Set.of() : changes;
  }

  private void line(XYChart chart, String name, double[] values, Color colour) {
    XYSeries series = chart.addSeries(name, minutes, values);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(colour);
    // No dashes: XChart starts them anew at each point, which makes them solid.
    series.setLineStyle(Palette.plain(2.6f));
  }

  /** The ends of the numerical error bars as two thin lines, where they are known. */
  private void bounds(
      XYChart chart,
      String name,
      ToDoubleFunction<HistoryRow> value,
      ToDoubleFunction<HistoryRow> error,
      Color colour) {
    if (outcome.twin() == null) {
      return;
    }
    Color pale = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 110);
    for (int sign = -1; sign <= 1; sign += 2) {
      int side = sign;
      double[] end = column(r -> value.applyAsDouble(r) + side * error.applyAsDouble(r));
      XYSeries series =
          chart.addSeries(name + (side < 0 ? ", least" : ", most"), minutes, floored(end));
      series.setMarker(SeriesMarkers.NONE).setShowInLegend(false);
      series.setLineColor(pale).setLineStyle(Palette.plain(1.1f));
    }
  }

  /** Nothing that is drawn here can be negative. */
  private static double[] floored(double[] values) {
    return java.util.Arrays.stream(values).map(v -> Math.max(0, v)).toArray();
  }

  private double[] column(ToDoubleFunction<HistoryRow> value) {
    return outcome.history().stream()
        .mapToDouble(value)
        .map(v -> Double.isFinite(v) ? v : Double.NaN)
        .toArray();
  }
}
