package org.iceball.io.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.iceball.device.Needle;
import org.iceball.io.Verdict;
import org.iceball.solve.HistoryRow;
import org.iceball.solve.Outcome;
import org.knowm.xchart.XYChart;

/**
 * Volumes, coverage and the needles' heat against time, one above the other: {@code curves.png}.
 */
public final class CurvesPicture {
  private static final int MOST_NEEDLES = 6;

  private final Outcome outcome;
  private final TimeCharts time;

  private CurvesPicture(Outcome outcome) {
    this.outcome = outcome;
    time = new TimeCharts(outcome, column(row -> row.time() / 60));
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
    return curves.time.sheet(charts);
  }

  private XYChart volumes() {
    XYChart chart = time.chart("Volume [ml]");
    String lethal = SlicePicture.celsius(outcome.asked().lethal());
    time.line(chart, "iceball now", column(r -> r.iceVolume() * 1e6), Palette.line(0));
    time.line(chart, "ever below " + lethal, column(r -> r.lethalVolume() * 1e6), Palette.line(1));
    chart.getStyler().setYAxisMin(0.0);
    return chart;
  }

  private XYChart coverage() {
    XYChart chart = time.chart("Target covered [%]");
    time.line(chart, "target covered", column(r -> r.covered() * 100), Palette.TARGET_LINE);
    chart.getStyler().setYAxisMin(0.0).setYAxisMax(100.0);
    return chart;
  }

  private XYChart heat() {
    XYChart chart = time.chart("Heat taken out [W]");
    List<Needle> needles = outcome.needles();
    if (needles.size() <= MOST_NEEDLES) {
      for (int n = 0; n < needles.size(); n++) {
        int needle = n;
        time.line(
            chart,
            n + 1 + " " + needles.get(n).name(),
            column(r -> r.needleHeat().get(needle)),
            Palette.line(n));
      }
    }
    if (needles.size() > 1) {
      time.line(
          chart,
          "all needles",
          column(r -> r.needleHeat().stream().mapToDouble(w -> w).sum()),
          Palette.SOFT_INK);
    }
    return chart;
  }

  private double[] column(ToDoubleFunction<HistoryRow> value) {
    return outcome.history().stream()
        .mapToDouble(value)
        .map(v -> Double.isFinite(v) ? v : Double.NaN)
        .toArray();
  }
}
