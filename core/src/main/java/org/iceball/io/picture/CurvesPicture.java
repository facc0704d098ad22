package org.iceball.io.picture;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
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
    if (outcome.current() == null) {
      charts.add(curves.volumes());
    } else {
      charts.addAll(curves.current());
    }
    if (Verdict.hasTarget(outcome)) {
      charts.add(curves.coverage());
    }
    charts.add(curves.heat());
    String thin = outcome.twin() == null ? "" : " Thin lines: the grid's error bars.";
    return curves.time.sheet(charts, thin);
  }

  private XYChart volumes() {
    XYChart chart = time.chart("Volume [ml]");
    String lethal = SlicePicture.celsius(outcome.asked().lethal());
    bounds(chart, "ice", r -> r.iceVolume() * 1e6, r -> r.iceVolumeError() * 1e6, Palette.line(0));
    bounds(
        chart,
        "lethal",
        r -> r.lethalVolume() * 1e6,
        r -> r.lethalVolumeError() * 1e6,
        Palette.line(1));
    time.line(chart, "iceball now", column(r -> r.iceVolume() * 1e6), Palette.line(0));
    time.line(chart, "ever below " + lethal, column(r -> r.lethalVolume() * 1e6), Palette.line(1));
    chart.getStyler().setYAxisMin(0.0);
    return chart;
  }

  /** What the generator showed. */
  private List<XYChart> current() {
    XYChart power = time.chart("Power [W]");
    time.line(power, "generator", column(r -> r.current().power()), Palette.line(1));
    power.getStyler().setYAxisMin(0.0);
    XYChart impedance = time.chart("Impedance [ohm]");
    time.line(
        impedance, "electrodes to pad", column(r -> r.current().impedance()), Palette.line(2));
    impedance.getStyler().setYAxisMin(0.0);
    XYChart metal = time.chart("Temperature [degC]");
    time.line(metal, "at the metal", column(r -> r.current().metal() - 273.15), Palette.line(0));
    return List.of(power, impedance, metal);
  }

  private XYChart coverage() {
    XYChart chart = time.chart("Target covered [%]");
    bounds(
        chart, "covered", r -> r.covered() * 100, r -> r.coveredError() * 100, Palette.TARGET_LINE);
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
    for (int sign = -1; sign <= 1; sign += 2) {
      int side = sign;
      double[] end = column(r -> value.applyAsDouble(r) + side * error.applyAsDouble(r));
      time.thinLine(chart, name + (side < 0 ? ", least" : ", most"), floored(end), colour);
    }
  }

  /** Nothing that is drawn here can be negative. */
  private static double[] floored(double[] values) {
    return Arrays.stream(values).map(v -> Math.max(0, v)).toArray();
  }

  private double[] column(ToDoubleFunction<HistoryRow> value) {
    return outcome.history().stream()
        .mapToDouble(value)
        .map(v -> Double.isFinite(v) ? v : Double.NaN)
        .toArray();
  }
}
