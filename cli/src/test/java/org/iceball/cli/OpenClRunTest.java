package org.iceball.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.iceball.solve.Backends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole run on OpenCL through the command line; skipped where there is none. */
class OpenClRunTest {
  @TempDir Path folder;

  @Test
  void aRunOnOpenclGivesTheZonesOfTheCpuAndClosesItsBooks() {
    assumeOpenCl();
    JsonNode cpu = run("cpu");
    JsonNode opencl = run("opencl:0");
    assertThat(opencl.at("/energy/imbalance_relative").asDouble()).isLessThan(1e-12);
    double expected = cpu.at("/energy/taken_by_needles_J/0").asDouble();
    double actual = opencl.at("/energy/taken_by_needles_J/0").asDouble();
    // other steps: OpenCL has one pace for all cells
    assertThat(actual / expected).isCloseTo(1, within(5e-3));
  }

  @Test
  void openClRefusesACurrentBeforeAnythingIsWrittenAndAutoTakesTheCpu() {
    assumeOpenCl();
    Path file = Path.of("..", "examples", "perivascular-rfa.yaml");
    Path out = folder.resolve("heat");
    Ran refused = heat(file, out, "opencl");
    assertThat(refused.code()).isEqualTo(69);
    assertThat(refused.err()).contains("heat of an electric current", "Use backend cpu");
    assertThat(out.resolve("summary.json")).doesNotExist();
    assertThat(heat(file, out, "auto").code()).isZero();
    assertThat(out.resolve("summary.txt")).content().contains(" on cpu");
  }

  private static Ran heat(Path file, Path out, String backend) {
    return Ran.iceball(
        "simulate", file, "--spacing", "5 mm", "--backend", backend, "--out", out, "--quiet");
  }

  private static void assumeOpenCl() {
    boolean found = Backends.providers().stream().anyMatch(p -> !p.devices().isEmpty());
    assertThat(found || !"1".equals(System.getenv("ICEBALL_NEEDS_OPENCL"))).isTrue();
    assumeTrue(found, "no OpenCL");
  }

  private JsonNode run(String backend) {
    Path file = folder.resolve("my.yaml");
    if (!file.toFile().exists()) {
      assertThat(Ran.iceball("init", file).code()).isZero();
    }
    Path out = folder.resolve(backend.replace(':', '-'));
    Ran ran =
        Ran.iceball(
            "simulate", file, "--spacing", "4 mm", "--backend", backend, "--out", out, "--quiet");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    return JsonMapper.shared().readTree(out.resolve("summary.json").toFile());
  }
}
