package org.iceball.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.iceball.cli.serve.PlanServer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long after a needle was dragged its new iceball is on the screen: a box of 60 mm, cells of 2
 * mm, two needles between three vessels, 10-5-10. Nothing is asserted of the time, which is the
 * machine's; it is printed and kept in target/pages/drag.txt. Run with {@code -Plong
 * -Dtest=DragBenchmark}.
 */
@Tag("long")
class DragBenchmark {
  private static final int MOVES = 25;

  /** The first moves warm the engine and the browser up. */
  private static final int WARM = 10;

  @TempDir Path folder;

  @Test
  void aDraggedNeedleAndItsIceball() throws IOException {
    Assumptions.assumeTrue(
        Browser.program().isPresent(), "no chromium here: apt-get install chromium");
    String text =
        Files.readString(Path.of("..", "examples", "perivascular.yaml"))
            .replace("size: [110 mm, 110 mm, 110 mm]", "size: [60 mm, 60 mm, 60 mm]")
            .replace("around: 30 mm", "around: everything");
    Path file = Files.writeString(folder.resolve("case.yaml"), text);
    try (PlanServer server = PlanServer.open(file, List.of(), 0, 2);
        Browser browser = Browser.open(1200, 900)) {
      browser.go(server.address(), "window.iceball && !iceball.page.waiting");
      double[] grown = new double[MOVES];
      double[] freeze = new double[MOVES];
      double[] engine = new double[MOVES];
      for (int n = 0; n < MOVES; n++) {
        browser.await("!iceball.page.waiting");
        browser.evaluate(
            """
            (() => { const p = iceball.page; p.log.length = 0;
              p.needles[0].tip = p.needles[0].tip.map((t, a) => t + (a === 0 ? %s : 0));
              p.needles[0].moved = true; p.needlesMoved(true); })()
            """
                .formatted(n % 2 == 0 ? "2" : "-1.5"));
        browser.await("iceball.page.log.some((l) => l.part === 'first freeze' && l.shown)");
        grown[n] = browser.evaluate("iceball.page.log[0].milliseconds").asDouble();
        String first = "iceball.page.log.find((l) => l.part === 'first freeze')";
        freeze[n] = browser.evaluate(first + ".shown").asDouble();
        engine[n] = browser.evaluate(first + ".seconds").asDouble() * 1e3;
      }
      String said =
          String.format(
              Locale.ROOT,
              "%d moves after %d: first ice drawn after %.0f ms, iceball of the first freeze on the"
                  + " screen after %.0f ms (medians; of which the engine %.0f ms); load %.1f on %d"
                  + " processors%n",
              MOVES - WARM,
              WARM,
              median(grown),
              median(freeze),
              median(engine),
              ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
              Runtime.getRuntime().availableProcessors());
      System.out.print(said);
      Files.createDirectories(Path.of("..", "target", "pages"));
      Files.writeString(Path.of("..", "target", "pages", "drag.txt"), said);
    }
  }

  private static double median(double[] values) {
    double[] sorted = Arrays.copyOfRange(values, WARM, values.length);
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
