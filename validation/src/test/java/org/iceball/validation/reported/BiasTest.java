package org.iceball.validation.reported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.iceball.validation.reported.ReportedRow.Use;
import org.junit.jupiter.api.Test;

class BiasTest {

  @Test
  void aModelThatIsAlwaysTenPerCentTooLargeHasThatBiasAndTheReportsScatter() {
    List<Judged> group = new ArrayList<>();
    for (double d : new double[] {20, 30, 40, 50}) {
      group.add(judged(d, 0.05 * d, 1.1 * d));
    }
    Bias bias = Bias.of(group);
    assertThat(bias.bias()).isCloseTo(1.1, within(1e-12));
    assertThat(bias.scatter()).isCloseTo(0.05, within(1e-12));
  }

  @Test
  void scatterBeyondTheReportsIsTheModels() {
    Random random = new Random(7);
    List<Judged> group = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      double truth = 40;
      double reported = truth * Math.exp(0.05 * random.nextGaussian());
      double simulated = truth * 1.2 * Math.exp(0.12 * random.nextGaussian());
      group.add(judged(reported, 0.05 * reported, simulated));
    }
    Bias bias = Bias.of(group);
    assertThat(bias.scatter()).isCloseTo(0.12, within(0.005));
    // E = S / D: means of logarithms differ from logarithms of means by half a variance
    assertThat(bias.bias())
        .isCloseTo(1.2 * Math.exp(0.12 * 0.12 / 2 - 0.05 * 0.05 / 2), within(0.01));
  }

  @Test
  void aDifferenceIsJudgedByAllThreeUncertainties() {
    Judged judged = new Judged(row(30, 3), 38, 2, 1.5);
    assertThat(judged.error()).isEqualTo(8);
    assertThat(judged.uValidation()).isCloseTo(Math.sqrt(4 + 2.25 + 9), within(1e-12));
    assertThat(judged.isWithin()).isFalse();
    assertThat(new Judged(row(30, 3), 37.5, 2, 1.5).isWithin()).isTrue();
  }

  private static Judged judged(double d, double u, double s) {
    return new Judged(row(d, u), s, 0, 0);
  }

  private static ReportedRow row(double d, double u) {
    return new ReportedRow(
        "A", "s", Use.VALIDATION, "phantom", "c", ZoneQuantity.WIDTH, "", 273.15, d, u, "", "c");
  }
}
