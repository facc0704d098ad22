package org.iceball.io.picture;

import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.iceball.solve.Outcome;
import org.iceball.study.Convergence;
import org.iceball.study.Convergence.Kind;
import org.iceball.study.GridStudy;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How volumes and lengths change with the edge of a cell, in per cent of the finest grid's, with
 * that grid's error bars: {@code grid-study.png}. The zones ever reached only.
 */
public final class GridStudyPicture {
  private static final int HEIGHT = 420;

  private static final List<Marker> MARKERS =
      List.of(SeriesMarkers.CIRCLE, SeriesMarkers.SQUARE, SeriesMarkers.TRIANGLE_UP);

  private GridStudyPicture() {}

  /** The picture as a PNG file's bytes. */
  public static byte[] draw(GridStudy study) {
    return ChartSheet.disclaimed(
        "Grid study: " + study.outcomes().get(0).asked().title(),
        "Change from the finest grid; the bars there are its error bars. Zones ever reached.",
        List.of(
            chart(study, Kind.VOLUME, "Volume: change [%]"),
            chart(study, Kind.LENGTH, "Length, width, thickness: change [%]")));
  }

  private static int quantities(Kind kind) {
    return kind == Kind.LENGTH ? MARKERS.size() : 1;
  }

  private static XYChart chart(GridStudy study, Kind kind, String quantity) {
    XYChart chart =
        new XYChartBuilder()
            .width(ChartSheet.WIDTH)
            .height(HEIGHT)
            .xAxisTitle("Edge of a cell [mm]")
            .yAxisTitle(quantity)
            .build();
    chart
        .getStyler()
        .setLegendPosition(Styler.LegendPosition.OutsideE)
        .setLegendBorderColor(Palette.PAPER)
        .setLegendFont(Palette.font(Font.PLAIN, 14))
        .setChartTitleVisible(false)
        .setChartBackgroundColor(Palette.PAPER)
        .setPlotBorderVisible(false);
    double[] spacing = new double[study.outcomes().size()];
    for (int n = 0; n < spacing.length; n++) {
      Outcome outcome = study.outcomes().get(n);
      spacing[n] = 1e3 * outcome.asked().spacing();
    }
    chart
        .getStyler()
        .setAxisTitleFont(Palette.font(Font.BOLD, 14))
        .setAxisTickLabelsFont(Palette.font(Font.PLAIN, 13))
        .setPlotGridLinesColor(new Color(0xE6, 0xE8, 0xEA))
        .setXAxisMin(0.0)
        .setXAxisMax(1.05 * spacing[spacing.length - 1]);
    int drawn = 0;
    for (Convergence row : study.rows()) {
      double first = row.values().get(0);
      if (row.kind() == kind
          && row.of().endsWith("ever reached")
          && Double.isFinite(row.error())
          && first > 0) {
        double[] change = row.values().stream().mapToDouble(v -> 100 * (v / first - 1)).toArray();
        double[] bars = new double[change.length];
        bars[0] = 100 * row.error() / first;
        // bars that all stand at one place would hide each other
        double[] at = spacing.clone();
        at[0] += 0.02 * drawn * spacing[0];
        String name = row.of().substring(0, row.of().indexOf(',')) + " " + row.quantity();
        XYSeries series = chart.addSeries(name, at, change, bars);
        // a colour a zone, a marker a quantity
        Color colour = Palette.line(drawn / quantities(kind));
        series.setMarker(MARKERS.get(drawn % quantities(kind)));
        series.setMarkerColor(colour);
        series.setLineColor(colour);
        series.setLineStyle(Palette.plain(2f));
        drawn++;
      }
    }
    if (drawn == 0) {
      XYSeries nothing = chart.addSeries("nothing that all grids have", spacing, new double[3]);
      nothing.setMarker(SeriesMarkers.NONE);
      nothing.setLineColor(Palette.FRAME);
    }
    return chart;
  }
}
