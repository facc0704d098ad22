package org.iceball.validation.book;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws a {@link Chart}. */
final class ChartPicture {
  /** Size of the picture; it is shown at half of it, so that it stays sharp [pixels]. */
  private static final int WIDTH = 1280;

  private static final int HEIGHT = 760;

  private static final Color INK = new Color(0x22, 0x2B, 0x33);
  private static final Color GRID = new Color(0xE3, 0xE7, 0xEA);

  /** Colours that stay apart for the colour-blind (Okabe and Ito 2008). */
  private static final List<Color> COLOURS =
      List.of(
          new Color(0x00, 0x72, 0xB2),
          new Color(0xD5, 0x5E, 0x00),
          new Color(0x00, 0x9E, 0x73),
          new Color(0xCC, 0x79, 0xA7));

  private ChartPicture() {}

  /** The picture as a PNG file's bytes. */
  static byte[] draw(Chart chart) {
    XYChart picture =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(chart.title())
            .xAxisTitle(chart.horizontal())
            .yAxisTitle(chart.vertical())
            .build();
    style(picture.getStyler(), chart);
    int colour = 0;
    for (Chart.Series s : chart.series()) {
      if (s.x().length > 0) {
        add(picture, s, COLOURS.get(colour++ % COLOURS.size()));
      }
    }
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    picture.paint(g, WIDTH, HEIGHT);
    g.dispose();
    return encode(image);
  }

  private static void style(XYStyler styler, Chart chart) {
    styler
        .setChartBackgroundColor(Color.WHITE)
        .setChartFontColor(INK)
        .setChartTitleFont(font(Font.BOLD, 26))
        .setChartTitleBoxVisible(false)
        .setPlotBorderVisible(false)
        .setLegendPosition(Styler.LegendPosition.OutsideS)
        .setLegendLayout(Styler.LegendLayout.Horizontal)
        .setLegendBorderColor(Color.WHITE)
        .setLegendFont(font(Font.PLAIN, 22))
        .setChartPadding(18);
    styler
        .setAxisTitleFont(font(Font.BOLD, 22))
        .setAxisTickLabelsFont(font(Font.PLAIN, 20))
        .setPlotGridLinesColor(GRID)
        .setPlotGridLinesStroke(new BasicStroke(1.5f))
        .setXAxisLogarithmic(chart.logarithmic())
        .setYAxisLogarithmic(chart.logarithmic())
        .setMarkerSize(chart.logarithmic() ? 16 : 7)
        .setLocale(Locale.ROOT);
    if (chart.logarithmic()) {
      decades(styler, chart);
    } else {
      styler.setXAxisMin(0.0);
    }
  }

  /** Whole decades, or at least a little room beyond the outermost points. */
  private static void decades(XYStyler styler, Chart chart) {
    double[] x = chart.series().stream().flatMapToDouble(s -> Arrays.stream(s.x())).toArray();
    double[] y = chart.series().stream().flatMapToDouble(s -> Arrays.stream(s.y())).toArray();
    styler.setXAxisMin(Math.pow(10, Math.floor(Math.log10(least(x)))));
    styler.setXAxisMax(Math.pow(10, Math.ceil(Math.log10(most(x)) + 1e-9)));
    styler.setYAxisMin(Math.pow(10, Math.floor(Math.log10(least(y)))));
    styler.setYAxisMax(Math.pow(10, Math.ceil(Math.log10(most(y)) + 1e-9)));
  }

  private static double least(double[] values) {
    return Arrays.stream(values).filter(v -> v > 0).min().orElse(1e-3);
  }

  private static double most(double[] values) {
    return Arrays.stream(values).filter(v -> v > 0).max().orElse(1);
  }

  private static void add(XYChart picture, Chart.Series s, Color colour) {
    XYSeries series = picture.addSeries(s.name(), s.x(), s.y());
    if (s.line()) {
      series.setMarker(SeriesMarkers.NONE);
      series.setLineColor(colour);
      series.setLineStyle(new BasicStroke(3.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    } else {
      series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
      series.setMarker(SeriesMarkers.CIRCLE);
      series.setMarkerColor(colour);
    }
  }

  private static Font font(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }

  private static byte[] encode(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
