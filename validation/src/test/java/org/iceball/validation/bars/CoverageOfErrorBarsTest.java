package org.iceball.validation.bars;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CoverageOfErrorBarsTest {
  @Test
  void nineteenOfTwentyBarsReachTheTruth() {
    CoverageOfErrorBars coverage = CoverageOfErrorBars.fast();
    System.out.print(coverage.report());
    assertThat(coverage.counted()).isGreaterThan(200);
    assertThat(coverage.fraction()).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  @Tag("long")
  void nineteenOfTwentyBarsReachTheTruthInManyCases() {
    CoverageOfErrorBars coverage = CoverageOfErrorBars.thorough();
    System.out.print(coverage.report());
    assertThat(coverage.counted()).isGreaterThan(2000);
    assertThat(coverage.fraction()).isGreaterThanOrEqualTo(0.95);
  }
}
