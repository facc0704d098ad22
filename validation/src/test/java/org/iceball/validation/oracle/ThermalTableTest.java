package org.iceball.validation.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ThermalTableTest {
  private final ThermalTable table = new ThermalTable(SampleTissues.rabin());

  @Test
  void theConductivityIntegralIsThatOfItsFormula() {
    double atJoin = 1005 * Math.pow(251, -1.15);
    double power = 1005 / 0.15 * (Math.pow(133.15, -0.15) - Math.pow(251, -0.15));
    double linear = (272.15 - 251) * (atJoin + 0.52) / 2;
    assertThat(table.integral(272.15)).isZero();
    assertThat(-table.integral(133.15)).isCloseTo(power + linear, Percentage.withPercentage(1e-5));
    assertThat(table.integral(310.15)).isCloseTo(38 * 0.52, within(1e-9));
  }

  @Test
  void theEnthalpyIsThatOfItsFormula() {
    double ice = 1079 * (7.16 / 2 * (265.15 * 265.15 - 133.15 * 133.15) + 138 * 132);
    double atSolidus = 1079 * (7.16 * 265.15 + 138);
    double freezing = 250e6 + 7 * (3.82e6 + atSolidus) / 2;
    assertThat(table.enthalpy(272.15)).isZero();
    assertThat(-table.enthalpy(265.15)).isCloseTo(freezing, Percentage.withPercentage(1e-7));
    assertThat(-table.enthalpy(133.15)).isCloseTo(freezing + ice, Percentage.withPercentage(1e-7));
    assertThat(table.enthalpy(310.15)).isCloseTo(38 * 3.82e6, within(1.0));
  }

  @Test
  void theSlopesAreTheDerivatives() {
    double[] t = {80, 133.15, 200.01, 250.99, 251.01, 260, 265.16, 270, 272.14, 272.16, 310, 400};
    double[] enthalpy = new double[t.length];
    double[] capacity = new double[t.length];
    double[] integral = new double[t.length];
    double[] conductivity = new double[t.length];
    table.fill(t, enthalpy, capacity, integral, conductivity);
    double d = 1e-4;
    for (int i = 0; i < t.length; i++) {
      assertThat(capacity[i])
          .isCloseTo(
              (table.enthalpy(t[i] + d) - table.enthalpy(t[i] - d)) / (2 * d),
              Percentage.withPercentage(0.001));
      assertThat(conductivity[i])
          .isCloseTo(
              (table.integral(t[i] + d) - table.integral(t[i] - d)) / (2 * d),
              Percentage.withPercentage(0.001));
      assertThat(conductivity[i])
          .isCloseTo(
              SampleTissues.rabin().conductivity().applyAsDouble(t[i]),
              Percentage.withPercentage(0.001));
    }
  }
}
