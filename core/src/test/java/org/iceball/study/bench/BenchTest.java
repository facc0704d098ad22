package org.iceball.study.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import javax.imageio.ImageIO;
import org.iceball.io.bench.BenchJson;
import org.iceball.io.bench.BenchText;
import org.iceball.io.casefile.ProbeLibrary;
import org.iceball.io.casefile.TissueLibrary;
import org.iceball.io.picture.BenchPicture;
import org.iceball.model.Model;
import org.iceball.model.Numerics.Precision;
import org.iceball.solve.CpuBackend;
import org.iceball.solve.Roof;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchTest {
  private static BenchCase bench() {
    TissueLibrary t = TissueLibrary.bundled();
    return new BenchCase(
        t.find("liver").orElseThrow(),
        t.find("hcc").orElseThrow(),
        t.find("blood").orElseThrow(),
        ProbeLibrary.bundled().find("17G").orElseThrow());
  }

  private static RunRow run(int edge, double... seconds) {
    return new RunRow(
        RunRow.Study.SCALING,
        "1-1-1 min",
        "cpu",
        Precision.FP32,
        edge,
        0.1 / edge,
        new Samples(java.util.Arrays.stream(seconds).boxed().toList()),
        100,
        100.0 * edge,
        1e-6,
        1e-6,
        null);
  }

  @Test
  void theMedianIsTheMiddleWhateverTheOrder() {
    assertThat(new Samples(List.of(3.0, 1.0, 9.0)).median()).isEqualTo(3);
    assertThat(new Samples(List.of(4.0, 1.0, 2.0, 9.0)).median()).isEqualTo(3);
    assertThat(new Samples(List.of(3.0, 1.0, 9.0)).most()).isEqualTo(9);
  }

  @Test
  void ratiosAreTakenRepeatByRepeat() {
    Samples loaded = new Samples(List.of(2.0, 40.0));
    assertThat(loaded.over(new Samples(List.of(1.0, 20.0))).values()).containsExactly(2.0, 2.0);
    Samples other = new Samples(List.of(1.0));
    assertThatThrownBy(() -> loaded.over(other)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void growthIsThePowerOfTheCells() {
    assertThat(BenchReport.growth(List.of(run(10, 1), run(20, 16))))
        .isCloseTo(4.0 / 3, within(1e-9));
  }

  @Test
  void theKernelsModelLeavesNothingOut() {
    BenchCase bench = bench();
    Model model = bench.kernel(BenchCase.cube(32, 1e-3));
    boolean[] plane = new boolean[32];
    for (int cell : model.needles().get(0).cells()) {
      plane[cell / (32 * 32)] = true;
    }
    assertThat(plane).containsOnly(true);
    assertThat(model.materials()).hasSize(3);
    try (CpuBackend backend = new CpuBackend(model, Precision.FP64, 1)) {
      double cold = bench.probe().freezeTemperature().value();
      SuperStep step = new SuperStep(backend, model, bench.wall(model), cold);
      long before = backend.cellUpdates();
      step.take();
      assertThat(backend.cellUpdates() - before).isEqualTo(SuperStep.STAGES * 32L * 32 * 32);
      double[] h = new double[model.grid().cells()];
      backend.readEnthalpy(h);
      assertThat(h).doesNotContain(Double.NaN);
      assertThat(java.util.Arrays.stream(h).min().orElseThrow())
          .isLessThan(model.materials().get(0).start());
    }
  }

  @Test
  void limitsArePositiveAndFinite() {
    try (CpuRoof roof = new CpuRoof(1)) {
      for (Precision p : Precision.values()) {
        Roof r = roof.measure(p, 1000);
        assertThat(List.of(r.copy(), r.triad(), r.multiplyAdds()))
            .allSatisfy(v -> assertThat(v).isPositive().isFinite());
      }
    }
  }

  @Test
  void aReportCanBeReadAndLookedAt() throws IOException {
    List<Device> cpu = List.of(Device.found().get(0));
    BenchPlan plan = new BenchPlan(cpu, List.of(Precision.FP32), List.of(16), 1, 2, 0.001);
    BenchReport report = Bench.run(bench(), plan, EnumSet.of(Bench.Part.KERNEL), true, said -> {});
    assertThat(report.kernels()).hasSize(1);
    assertThat(report.kernels().get(0).cellSteps().least()).isPositive();
    assertThat(report.kernels().get(0).ofRoof().values()).hasSize(2);
    assertThat(BenchText.of(report)).contains("load average", "16^3", "Kernel", "triad");
    JsonNode json = JsonMapper.shared().readTree(BenchJson.encode(report, "1"));
    assertThat(json.at("/machine/cores").asInt()).isPositive();
    assertThat(json.at("/kernels/0/cell_steps_per_s").size()).isEqualTo(2);
    var image = ImageIO.read(new ByteArrayInputStream(BenchPicture.draw(report)));
    assertThat(image.getWidth()).isGreaterThan(600);
  }

  @Test
  void whatDoesNotFitIsLeftOutWithARemark() {
    List<Device> cpu = List.of(Device.found().get(0));
    BenchPlan plan = new BenchPlan(cpu, List.of(Precision.FP64), List.of(1290), 1, 1, 0.001);
    BenchReport report = Bench.run(bench(), plan, EnumSet.of(Bench.Part.KERNEL), true, said -> {});
    assertThat(report.kernels()).isEmpty();
    assertThat(report.remarks()).singleElement().asString().contains("1290^3", "GiB");
  }
}
