package org.iceball.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.iceball.model.Model;
import org.iceball.model.Numerics.Precision;
import org.iceball.solve.CpuBackend;
import org.iceball.solve.Powers;
import org.iceball.study.bench.BenchCase;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TwinTest {
  @TempDir Path folder;

  /** Accepted steps, so that blood has stopped where the needle froze; seams, vessel, faces. */
  @ParameterizedTest
  @EnumSource(Precision.class)
  void theTwinInCHasTheSameBits(Precision precision) throws IOException, InterruptedException {
    Path program = folder.resolve("twin");
    String real = precision == Precision.FP32 ? "float" : "double";
    assumeTrue(Twin.compile(real, Path.of("c", "twin.c"), program), "no gcc here");
    BenchCase bench = Library.bench();
    Model model = bench.kernel(BenchCase.cube(20, 3e-3));
    double[] wall = bench.wall(model);
    double[] powers = new double[Powers.size(1)];
    try (CpuBackend java = new CpuBackend(model, precision, 2);
        Twin c = Twin.start(program, model, wall, 2)) {
      java.drive(wall);
      for (int step = 0; step < 12; step++) {
        java.rate(powers);
        double tau = 1.5 / java.stiffness(bench.probe().freezeTemperature().value());
        java.firstStage(tau);
        c.begin(tau);
        for (int n = 0; n < 10; n++) {
          java.nextStage(0.9, 0.05, 0.3 * tau, 0.2 * tau, powers);
        }
        c.stages(10, 0.9, 0.05, 0.3 * tau, 0.2 * tau);
        java.accept();
        c.accept();
      }
      double[] ofJava = new double[model.grid().cells()];
      java.readEnthalpy(ofJava);
      assertThat(Arrays.stream(ofJava).min().orElseThrow()).isNegative();
      assertThat(c.enthalpy(ofJava.length)).isEqualTo(ofJava);
    }
  }
}
