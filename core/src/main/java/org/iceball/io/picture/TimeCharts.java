package org.iceball.io.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.iceball.device.Needle;
import org.iceball.device.Phase;
import org.iceball.solve.Outcome;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Charts against the time of a treatment, and a sheet of them one above the other. */
final class TimeCharts {
  private static final int HEIGHT = 352;
  private static final int MOST_PHASES = 24;

  private final Outcome outcome;
  private final double[] minutes;

  /**
   * @param outcome whose treatment it is
   * @param minutes the points in time [min], shape [rows]; not modified
   */
  TimeCharts(Outcome outcome, double[] minutes) {
    this.outcome = outcome;
    this.minutes = minutes;
  }

  /**
   * A sheet with a title and charts as a PNG file's bytes.
   *
   * @param remark what else to know, after a space; may be empty
   */
  byte[] sheet(List<XYChart> charts, String remark) {
    return ChartSheet.disclaimed(
        outcome.asked().title(),
        "Vertical lines: a needle begins to freeze or to thaw, or is done." + remark,
        charts);
  }

  /** An empty chart of a quantity. */
  XYChart chart(String quantity) {
    XYChart chart =
        new XYChartBuilder()
            .width(ChartSheet.WIDTH)
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

  /** Adds a line to a chart. */
  void line(XYChart chart, String name, double[] values, Color colour) {
    XYSeries series = chart.addSeries(name, minutes, values);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(colour);
    // No dashes: XChart starts them anew at each point, which makes them solid.
    series.setLineStyle(Palette.plain(2.6f));
  }

  /** Adds a thin, pale line that the legend leaves out. */
  void thinLine(XYChart chart, String name, double[] values, Color colour) {
    Color pale = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 110);
    XYSeries series = chart.addSeries(name, minutes, values);
    series.setMarker(SeriesMarkers.NONE).setShowInLegend(false);
    series.setLineColor(pale).setLineStyle(Palette.plain(1.1f));
  }
}
