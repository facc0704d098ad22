package org.iceball.io.picture;

import java.awt.Font;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.iceball.model.Numerics.Precision;
import org.iceball.study.bench.BenchReport;
import org.iceball.study.bench.KernelRow;
import org.iceball.study.bench.Machine;
import org.iceball.study.bench.RoofRow;
import org.iceball.study.bench.RunRow;
import org.iceball.study.bench.Samples;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Measurements of speed: lines against the number of cells, bars for single runs. */
public final class BenchPicture {
  private static final int HEIGHT = 460;

  private BenchPicture() {}

  /**
   * The picture as a PNG file's bytes: a panel for the kernels and one for each study that was
   * made.
   */
  public static byte[] draw(BenchReport report) {
    List<Chart<?, ?>> charts = new ArrayList<>();
    if (!report.kernels().isEmpty()) {
      charts.add(kernels(report));
    }
    for (RunRow.Study study : RunRow.Study.values()) {
      if (!report.runs(study).isEmpty()) {
        charts.add(
            study == RunRow.Study.SCALING
                ? scaling(report.runs(study))
                : bars(study, report.runs(study)));
      }
    }
    return ChartSheet.plain("How fast iceball is here", subtitle(report), charts);
  }

  private static String subtitle(BenchReport report) {
    Machine m = report.machine();
    return String.format(
        Locale.ROOT,
        "%s, %d cores, Java %s, load average %.1f to %.1f. Whiskers: half the spread of the repeats.",
        m.processor(),
        m.cores(),
        m.java().replaceAll("[,+].*", ""),
        m.load(),
        report.loadAfter());
  }

  private static XYChart kernels(BenchReport report) {
    XYChart chart = chart("Kernel [billion cell steps a second]");
    Map<String, List<KernelRow>> lines = new LinkedHashMap<>();
    for (KernelRow k : report.kernels()) {
      String name = k.device() + " " + k.precision().name().toLowerCase(Locale.ROOT);
      lines.computeIfAbsent(name, n -> new ArrayList<>()).add(k);
    }
    int colour = 0;
    for (Map.Entry<String, List<KernelRow>> line : lines.entrySet()) {
      Points points = new Points(1e-9);
      line.getValue().forEach(k -> points.add(k.edge(), k.cellSteps()));
      points.into(chart, line.getKey(), colour);
      Points roof = new Points(1e-9 / KernelRow.FIELDS);
      for (KernelRow k : line.getValue()) {
        for (RoofRow r : report.roofs()) {
          if (r.device().equals(k.device())
              && r.precision() == k.precision()
              && r.edge() == k.edge()) {
            double word = r.precision() == Precision.FP64 ? 8 : 4;
            roof.add(r.edge(), r.triad().median() / word);
          }
        }
      }
      roof.limit(chart, "memory's limit, " + line.getKey(), colour++);
    }
    return chart;
  }

  private static XYChart scaling(List<RunRow> runs) {
    XYChart chart = chart("Scaling, whole run [s]");
    Map<String, Points> lines = new LinkedHashMap<>();
    for (RunRow r : runs) {
      lines.computeIfAbsent(name(r), n -> new Points(1)).add(r.edge(), r.seconds());
    }
    int colour = 0;
    for (Map.Entry<String, Points> line : lines.entrySet()) {
      line.getValue().into(chart, line.getKey(), colour++);
    }
    List<RunRow> first = runs.stream().filter(r -> name(r).equals(name(runs.get(0)))).toList();
    if (first.size() > 1) {
      slope(chart, first.get(0), first.get(first.size() - 1), 1.4, 3);
      slope(chart, first.get(0), first.get(first.size() - 1), 5.0 / 3, 1);
    }
    return chart;
  }

  private static String name(RunRow r) {
    return r.device() + " " + r.precision().name().toLowerCase(Locale.ROOT);
  }

  private static CategoryChart bars(RunRow.Study study, List<RunRow> runs) {
    boolean window = study == RunRow.Study.WINDOW;
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(ChartSheet.WIDTH)
            .height(HEIGHT)
            .yAxisTitle((window ? "Larger and larger box" : "10-5-10") + ", whole run [s]")
            .build();
    style(chart.getStyler());
    List<String> grids = runs.stream().map(BenchPicture::grid).distinct().toList();
    int colour = 0;
    for (String name : runs.stream().map(BenchPicture::name).distinct().toList()) {
      List<Double> median = new ArrayList<>();
      List<Double> half = new ArrayList<>();
      for (String grid : grids) {
        RunRow run =
            runs.stream()
                .filter(r -> name(r).equals(name) && grid(r).equals(grid))
                .findFirst()
                .orElse(null);
        median.add(run == null ? 0.0 : run.seconds().median());
        half.add(run == null ? 0.0 : 0.5 * (run.seconds().most() - run.seconds().least()));
      }
      chart.addSeries(name, grids, median, half).setFillColor(Palette.line(colour++));
    }
    return chart;
  }

  private static String grid(RunRow r) {
    return String.format(Locale.ROOT, "%d\u00b3 at %.3g mm", r.edge(), r.spacing() * 1e3);
  }

  private static void slope(XYChart chart, RunRow first, RunRow last, double power, int colour) {
    double cells = Math.pow((double) last.edge() / first.edge(), 3);
    double start = first.seconds().median();
    Points guide = new Points(1);
    guide.add(first.edge(), start);
    guide.add(last.edge(), start * Math.pow(cells, power));
    guide.limit(chart, String.format(Locale.ROOT, "cells to the power %.2f", power), colour);
  }

  /** Points of a line as XChart wants them. */
  private static final class Points {
    private final double unit;
    private final List<Double> x = new ArrayList<>();
    private final List<Double> y = new ArrayList<>();
    private final List<Double> half = new ArrayList<>();

    Points(double unit) {
      this.unit = unit;
    }

    void add(int edge, Samples s) {
      add(edge, s.median());
      // XChart's bars are symmetric
      half.set(half.size() - 1, 0.5 * (s.most() - s.least()) * unit);
    }

    void add(int edge, double value) {
      x.add(Math.log(edge) / Math.log(2));
      y.add(value * unit);
      half.add(0.0);
    }

    void into(XYChart chart, String name, int colour) {
      XYSeries series = chart.addSeries(name, x, y, half);
      series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(Palette.line(colour));
      series.setLineColor(Palette.line(colour)).setLineStyle(Palette.stroke(colour, false, 0));
    }

    void limit(XYChart chart, String name, int colour) {
      if (!x.isEmpty()) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(Palette.line(colour)).setLineStyle(Palette.plain(1f));
      }
    }
  }

  private static XYChart chart(String quantity) {
    XYChart chart =
        new XYChartBuilder()
            .width(ChartSheet.WIDTH)
            .height(HEIGHT)
            .xAxisTitle("Cells")
            .yAxisTitle(quantity)
            .build();
    style(chart.getStyler());
    chart.getStyler().setYAxisLogarithmic(true);
    // XChart's own logarithmic axis names powers of ten only; grids come in powers of two
    chart.setCustomXAxisTickLabelsFormatter(
        v ->
            Math.abs(v - Math.rint(v)) < 1e-6
                ? String.format(Locale.ROOT, "%.0f\u00b3", Math.pow(2, v))
                : "");
    return chart;
  }

  private static void style(AxesChartStyler styler) {
    styler
        .setLegendPosition(Styler.LegendPosition.OutsideE)
        .setLegendBorderColor(Palette.PAPER)
        .setLegendFont(Palette.font(Font.PLAIN, 14))
        .setChartTitleVisible(false)
        .setChartBackgroundColor(Palette.PAPER)
        .setPlotBorderVisible(false);
    styler
        .setAxisTitleFont(Palette.font(Font.BOLD, 14))
        .setAxisTickLabelsFont(Palette.font(Font.PLAIN, 13))
        .setYAxisLeftWidthHint(90);
  }
}
