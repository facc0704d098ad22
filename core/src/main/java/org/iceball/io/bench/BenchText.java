package org.iceball.io.bench;

import java.util.List;
import java.util.Locale;
import org.iceball.model.Numerics.Precision;
import org.iceball.study.bench.BenchReport;
import org.iceball.study.bench.Device;
import org.iceball.study.bench.Difference;
import org.iceball.study.bench.KernelRow;
import org.iceball.study.bench.Machine;
import org.iceball.study.bench.RoofRow;
import org.iceball.study.bench.RunRow;
import org.iceball.study.bench.Samples;

/** Measurements of speed as tables for people. Behind a median stand the least and the most. */
public final class BenchText {
  private static final double NS = 1e9;

  private final StringBuilder text = new StringBuilder();

  private BenchText() {}

  /** The tables, lines ended by line feeds. */
  public static String of(BenchReport report) {
    BenchText t = new BenchText();
    t.head(report);
    t.roofs(report.roofs());
    t.kernels(report.kernels());
    for (RunRow.Study study : RunRow.Study.values()) {
      t.runs(study, report.runs(study));
    }
    report.remarks().forEach(r -> t.line("%s", r));
    return t.text.toString();
  }

  private void head(BenchReport r) {
    Machine m = r.machine();
    line("%s, %d cores, Java %s, %s", m.processor(), m.cores(), m.java(), m.system());
    line("load average %.2f before, %.2f after", m.load(), r.loadAfter());
    for (Device d : r.devices()) {
      boolean cpu = d.name().equals(Device.CPU);
      line("%s: %s%s", d.name(), cpu ? r.threads() + " " : "", d.description());
    }
    line("");
  }

  private void roofs(List<RoofRow> roofs) {
    if (!roofs.isEmpty()) {
      line("Limits: arrays as long as a field on the grid; multiply-adds stay in registers");
      line("%-10s %-4s %6s %24s %24s %26s", "", "", "grid", "copy", "triad", "multiply-add");
      for (RoofRow r : roofs) {
        line(
            "%-10s %-4s %4d^3 %24s %24s %26s",
            r.device(),
            word(r.precision()),
            r.edge(),
            spread(r.copy(), 1 / NS, "%.1f") + " GB/s",
            spread(r.triad(), 1 / NS, "%.1f") + " GB/s",
            spread(r.multiplyAdds(), 1 / NS, "%.1f") + " G/s");
      }
      line("");
    }
  }

  private void kernels(List<KernelRow> kernels) {
    if (!kernels.isEmpty()) {
      line("Kernel: super-steps on all cells; three tissues, a vessel, a needle in every plane");
      line(
          "%-10s %-4s %6s %26s %22s %20s  %s",
          "", "", "grid", "cell steps", "of memory's limit", "over CPU", "differs from CPU");
      for (KernelRow k : kernels) {
        line(
            "%-10s %-4s %4d^3 %26s %22s %20s  %s",
            k.device(),
            word(k.precision()),
            k.edge(),
            spread(k.cellSteps(), 1 / NS, "%.3f") + " G/s",
            k.ofRoof() == null ? "" : spread(k.ofRoof(), 100, "%.0f") + " %",
            k.ofCpu() == null ? "" : spread(k.ofCpu(), 1, "%.2f"),
            differs(k.difference()));
      }
      line("");
    }
  }

  private void runs(RunRow.Study study, List<RunRow> runs) {
    if (runs.isEmpty()) {
      return;
    }
    line(
        switch (study) {
          case PROCEDURE -> "Procedure: from the case to the outcome";
          case SCALING -> "Scaling: the same box on finer grids";
          case WINDOW -> "Window: a larger box round the same ice";
        });
    line(
        "%-10s %-4s %6s %8s %-15s %24s %7s %8s %9s  %s",
        "", "", "grid", "spacing", "protocol", "time", "steps", "cells", "ice", "differs from CPU");
    for (RunRow r : runs) {
      double all = (double) r.edge() * r.edge() * r.edge();
      line(
          "%-10s %-4s %4d^3 %5.2f mm %-15s %24s %7d %6.1f %% %6.2f ml  %s",
          r.device(),
          word(r.precision()),
          r.edge(),
          r.spacing() * 1e3,
          r.protocol(),
          spread(r.seconds(), 1, "%.3f") + " s",
          r.evaluations(),
          100 * r.cellSteps() / (all * r.evaluations()),
          r.iceVolume() * 1e6,
          differs(r.difference()));
    }
    if (study == RunRow.Study.SCALING) {
      growth(runs);
    }
    if (study == RunRow.Study.WINDOW) {
      ratios(runs);
    }
    line("");
  }

  private void growth(List<RunRow> runs) {
    for (Precision p : Precision.values()) {
      List<RunRow> same = runs.stream().filter(r -> r.precision() == p).toList();
      if (same.size() > 1) {
        line(
            "%s: the time grows with the cells to the power %.2f; an explicit step would give 1.67",
            word(p), BenchReport.growth(same));
      }
    }
  }

  private void ratios(List<RunRow> runs) {
    for (int i = 0; i + 1 < runs.size(); i += 2) {
      RunRow small = runs.get(i);
      RunRow large = runs.get(i + 1);
      line(
          "%s at %.3g mm: a box of %.0f mm costs %s times a box of %.0f mm",
          word(small.precision()),
          small.spacing() * 1e3,
          large.edge() * large.spacing() * 1e3,
          spread(large.seconds().over(small.seconds()), 1, "%.2f"),
          small.edge() * small.spacing() * 1e3);
    }
  }

  private static String differs(Difference d) {
    if (d == null) {
      return "";
    }
    if (d.cells() == 0) {
      return "in no cell";
    }
    return String.format(
        Locale.ROOT, "in %d of %d cells, by %.2g K at most", d.cells(), d.of(), d.largest());
  }

  private static String word(Precision precision) {
    return precision.name().toLowerCase(Locale.ROOT);
  }

  private static String spread(Samples s, double unit, String format) {
    String all = format + " (" + format + " to " + format + ")";
    return String.format(Locale.ROOT, all, s.median() * unit, s.least() * unit, s.most() * unit);
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }
}
