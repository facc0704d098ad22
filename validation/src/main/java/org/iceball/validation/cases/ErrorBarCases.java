package org.iceball.validation.cases;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.iceball.validation.bars.BarCheck;
import org.iceball.validation.bars.CoverageOfErrorBars;
import org.iceball.validation.book.Chart;
import org.iceball.validation.book.CheckCase;
import org.iceball.validation.book.Measured;

/** Do the error bars that every run carries reach the truth? */
final class ErrorBarCases {
  private ErrorBarCases() {}

  static List<CheckCase> all() {
    return List.of(
        new CheckCase(
            "error-bars",
            "Slabs, planes across an endless needle and whole runs with a long needle, whose"
                + " answers are known",
            () -> coverage(CoverageOfErrorBars::fast)),
        new CheckCase(
            "error-bars-many",
            "The same with many more tissues, needles, spacings and times",
            () -> coverage(CoverageOfErrorBars::thorough)));
  }

  private static Measured coverage(Supplier<CoverageOfErrorBars> count) {
    CoverageOfErrorBars coverage = count.get();
    return Measured.builder()
        .value("bars that cover", 100 * coverage.fraction())
        .value("bars that cover, slab", 100 * coverage.fraction("slab"))
        .value("bars that cover, plane", 100 * coverage.fraction("plane"))
        .value("bars that cover, needle", 100 * coverage.fraction("needle"))
        .value("figures", (double) coverage.counted())
        .chart(chart(coverage))
        .build();
  }

  /** Errors in parts of their bars, in order of size. */
  private static Chart chart(CoverageOfErrorBars coverage) {
    List<Chart.Series> series =
        Stream.of("slab", "plane", "needle").map(f -> series(coverage, f)).toList();
    return new Chart(
        "Errors beside their bars; above 1 the bar does not reach the truth",
        "figures, in order of their error [%]",
        "error over bar [1]",
        false,
        series);
  }

  private static Chart.Series series(CoverageOfErrorBars coverage, String family) {
    double[] part =
        coverage.checks().stream()
            .filter(c -> c.family().equals(family) && c.hasBar())
            .mapToDouble(ErrorBarCases::part)
            .sorted()
            .toArray();
    double[] rank = new double[part.length];
    Arrays.setAll(rank, i -> 100.0 * (i + 1) / rank.length);
    return new Chart.Series(family, false, rank, part);
  }

  private static double part(BarCheck check) {
    return Math.abs(check.value() - check.exact()) / check.bar();
  }
}
