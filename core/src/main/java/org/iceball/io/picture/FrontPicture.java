package org.iceball.io.picture;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.iceball.io.Disclaimer;
import org.iceball.plan.Plan;
import org.iceball.plan.Plans;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * What each further needle brings: coverage of target and margin, and the chance of full coverage
 * under errors, against the number of needles. {@code front.png}.
 */
public final class FrontPicture {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 520;
  private static final int HEADER = 84;
  private static final int FOOTER = 44;

  private FrontPicture() {}

  /** The picture as a PNG file's bytes. */
  public static byte[] draw(Plans plans) {
    int height = HEADER + HEIGHT + FOOTER;
    BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = Png.graphics(image);
    g.setColor(Palette.PAPER);
    g.fillRect(0, 0, WIDTH, height);
    g.setColor(Palette.INK);
    g.setFont(Palette.font(Font.BOLD, 20));
    g.drawString("Plans: " + plans.request().asked().title(), 30, 40);
    g.setColor(Palette.SOFT_INK);
    g.setFont(Palette.font(Font.PLAIN, 15));
    g.drawString("The best plan found for each number of needles.", 30, 66);
    Graphics2D part = (Graphics2D) g.create(0, HEADER, WIDTH, HEIGHT);
    chart(plans).paint(part, WIDTH, HEIGHT);
    part.dispose();
    g.setColor(Palette.SOFT_INK);
    g.setFont(Palette.font(Font.BOLD, 14));
    g.drawString(Disclaimer.TEXT, 30, height - 16);
    g.dispose();
    return Png.encode(image);
  }

  private static XYChart chart(Plans plans) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .xAxisTitle("Needles")
            .yAxisTitle("[%]")
            .build();
    int most = plans.plans().stream().mapToInt(Plan::needles).max().orElse(1);
    chart
        .getStyler()
        .setLegendPosition(Styler.LegendPosition.OutsideE)
        .setLegendBorderColor(Palette.PAPER)
        .setLegendFont(Palette.font(Font.PLAIN, 14))
        .setChartTitleVisible(false)
        .setChartBackgroundColor(Palette.PAPER)
        .setPlotBorderVisible(false);
    chart.getStyler().setXAxisMin(0.5).setXAxisMax(most + 0.5).setYAxisMin(0.0).setYAxisMax(102.0);
    chart.getStyler().setXAxisDecimalPattern("0").setXAxisTickMarkSpacingHint(WIDTH / (most + 2));
    List<Plan> best = plans.plans().stream().filter(p -> isBest(plans, p)).toList();
    line(chart, "target covered", best, p -> p.covered() * 100, 0);
    line(chart, "target and margin covered", best, p -> p.marginCovered() * 100, 1);
    line(
        chart,
        "chance of full coverage",
        best.stream().filter(p -> p.robustness().isPresent()).toList(),
        p -> p.robustness().orElseThrow().full() * 100,
        2);
    return chart;
  }

  /** The best of the plans with as many needles. */
  private static boolean isBest(Plans plans, Plan p) {
    return plans.plans().stream()
        .filter(o -> o.needles() == p.needles())
        .noneMatch(o -> plans.price(o) < plans.price(p));
  }

  private static void line(
      XYChart chart, String name, List<Plan> plans, ToDoubleFunction<Plan> value, int colour) {
    if (plans.isEmpty()) {
      return;
    }
    double[] x = plans.stream().mapToDouble(Plan::needles).toArray();
    double[] y = plans.stream().mapToDouble(value).toArray();
    XYSeries series = chart.addSeries(name, x, y);
    series.setLineColor(Palette.line(colour)).setLineWidth(2.5f);
    series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(Palette.line(colour));
  }
}
