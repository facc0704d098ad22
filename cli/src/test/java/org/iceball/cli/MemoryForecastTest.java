package org.iceball.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The forecast of memory against what runs need: each must come to its end in as much heap as was
 * foretold, and must not in 1/1.15 of it, where the check that would refuse it is out of action.
 */
@Tag("long")
class MemoryForecastTest {
  private static final double MOST_ABOVE = 1.15;
  private static final String TUMOUR =
      "      - {label: 4, ellipsoid: {axes: [20 mm, 18 mm, 16 mm]}}";
  private static final String NEEDLE =
      "  - {name: N%d, probe: %s, target: {point: [%d mm, %d mm, 0 mm]}, direction: [0.2, 0, 1]}";

  @TempDir Path folder;

  @ParameterizedTest(name = "{0} mm box, {1} mm cells, vein of {2} mm, {3} needles {4}, {5}, {6}")
  @CsvSource({
    "70, 1, 0, 1, 17G, freeze 3 min, fp64",
    "140, 1, 0, 1, 17G, 'freeze 2 min, thaw 1 min', fp32",
    "80, 1.25, 8, 2, 17G, 10-5-10, fp64",
    "90, 1.5, 4, 3, 17G, freeze 10 min, fp64",
    "80, 1.25, 0, 1, cool-tip-30, heat 2 min, fp64",
    "90, 1.25, 6, 1, cool-tip-cluster, heat 3 min, fp64",
    "110, 1, 0, 1, 17G, freeze 30 s, fp32",
    "60, 1, 0, 3, 17G, 15-10-15, fp64",
    "120, 1.2, 10, 1, 17G, freeze 2 min, fp64",
    "100, 1.5, 5, 1, cool-tip-20, heat 4 min, fp32",
  })
  void whatIsForetoldIsEnoughAndHardlyMore(
      int box, double cell, int vein, int needles, String probe, String protocol, String precision)
      throws Exception {
    List<String> at = new ArrayList<>();
    for (int n = 0; n < needles; n++) {
      at.add(NEEDLE.formatted(n, probe, n == 2 ? 5 : 0, n == 0 ? 5 : n == 1 ? -5 : 0));
    }
    String text =
        """
        iceball: 1
        title: Memory
        anatomy:
          phantom:
            size: [%1$d mm, %1$d mm, %1$d mm]
            shapes:
              - {label: 1, box: {size: [%1$d mm, %1$d mm, %1$d mm]}}
        %2$s
        %3$s
        regions:
          - {label: 0, name: outside, tissue: fat, role: surrounding}
          - {label: 1, name: liver, tissue: liver, role: organ}
          - {label: 4, name: tumour, tissue: hcc, role: target}
        %4$s
        needles:
        %5$s
        protocol: %6$s
        %7$s
        grid: {spacing: %8$s mm}
        numerics: {precision: %9$s}
        """
            .formatted(
                box,
                TUMOUR,
                vein == 0
                    ? ""
                    : "      - {label: 3, tube: {diameter: %d mm, points: [[15 mm, 0 mm, -50 mm], [15 mm, 0 mm, 50 mm]]}}"
                        .formatted(vein),
                vein == 0 ? "" : "  - {label: 3, name: vein, tissue: blood, role: vessel}",
                String.join("\n", at),
                protocol,
                protocol.startsWith("heat") ? "generator: {current: 1 A}" : "",
                cell,
                precision);
    Path file = Files.writeString(folder.resolve("case.yaml"), text);
    double foretold = foretold(file);
    Ended enough = run(file, foretold);
    assertThat(enough.code()).as("with %.0f MB: %s", foretold / 1e6, enough.said()).isZero();
    Ended less = run(file, foretold / MOST_ABOVE);
    assertThat(less.said())
        .as("with %.0f MB, %.0f were foretold", foretold / MOST_ABOVE / 1e6, foretold / 1e6)
        .contains("does not fit into the");
  }

  @Test
  void acrossTheEdgeARunIsRefusedAtOnceOrEnds() throws Exception {
    String text =
        Files.readString(Path.of("..", "examples", "perivascular.yaml"))
            .replace("protocol: 10-5-10", "protocol: freeze 20 s")
            .replace("spacing: 1 mm", "spacing: 1.5 mm");
    Path file = Files.writeString(folder.resolve("case.yaml"), text);
    double foretold = foretold(file);
    List<String> collectors =
        List.of("+UseSerialGC", "-UseSerialGC -XX:+UseParallelGC", "-UseSerialGC -XX:+UseG1GC");
    int refused = 0;
    int ended = 0;
    for (int n = 0; n < 50; n++) {
      double heap = foretold * (0.9 + 0.02 * n);
      Path out = folder.resolve("out" + n);
      List<String> options = new ArrayList<>(List.of(("-XX:" + collectors.get(n % 3)).split(" ")));
      options.add("-Xmx" + (long) (heap / 1024) + "k");
      Child child =
          Child.start(folder, options, "simulate", file, "--out", out, "--quiet", "--no-pictures");
      int code = child.end();
      assertThat(child.said()).as("%.0f MB", heap / 1e6).doesNotContain("does not fit into the");
      if (code == 0) {
        ended++;
      } else {
        assertThat(child.said()).as(child.printed()).contains("[over-budget]");
        assertThat(out).doesNotExist();
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(5);
    assertThat(ended).isGreaterThan(5);
  }

  private record Ended(int code, String said) {}

  /** In a heap that large arrays can have nearly all of, whatever was foretold. */
  private Ended run(Path file, double heap) throws Exception {
    Path unchecked = folder.resolve("unchecked");
    Path source = unchecked.resolve("org/iceball/model/HeapRoom.java");
    Files.createDirectories(source.getParent());
    Files.writeString(
        source,
        "package org.iceball.model; public final class HeapRoom {"
            + " public static long forLargeArrays() { return Long.MAX_VALUE; } }");
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString()))
        .isZero();
    Child child =
        Child.start(
            folder,
            List.of(
                "-Xbootclasspath/a:" + unchecked, "-Xmn6m", "-Xmx" + (long) (heap / 1024) + "k"),
            "simulate",
            file,
            "--out",
            folder.resolve("out"),
            "--restart",
            "--quiet");
    return new Ended(child.end(), child.said());
  }

  /** Memory that the program says a case needs [B]. */
  private double foretold(Path file) throws IOException, InterruptedException {
    Child child =
        Child.start(
            folder, List.of("-Xmx24m"), "simulate", file, "--out", folder.resolve("no"), "--quiet");
    child.end();
    Matcher need = Pattern.compile("need (\\d+) MB").matcher(child.said());
    assertThat(need.find()).as(child.said()).isTrue();
    return Double.parseDouble(need.group(1)) * 1e6;
  }
}
