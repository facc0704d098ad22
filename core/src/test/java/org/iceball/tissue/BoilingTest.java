package org.iceball.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BoilingTest {
  private static final ThermalLaw LAW =
      new ThermalLaw(FrozenLaw.RABIN, 1079, 3540, 1800, 0.52, 2, 272.15, 265.15, 231e3, 0.74);
  private static final EnthalpyCurve CURVE = new EnthalpyCurve(LAW);

  @Test
  void boilingTakesTheHeatOfTheTissuesWater() {
    double cold = CURVE.enthalpy(ThermalLaw.BOILS_FROM);
    double hot = CURVE.enthalpy(ThermalLaw.BOILS_TO);
    double latent = 1079 * 0.74 * ThermalLaw.HEAT_OF_BOILING;
    assertThat(hot - cold).isEqualTo(latent + 2 * 1079 * 3540, within(1.0));
    assertThat(CURVE.boiling().steam(0.5 * (cold + hot))).isEqualTo(0.5, within(1e-9));
  }

  @Test
  void temperatureIsTheInverseOfEnthalpyWhileAndAfterWaterBoils() {
    for (double t = 360; t < 450; t += 0.37) {
      assertThat(CURVE.temperature(CURVE.enthalpy(t))).isEqualTo(t, within(1e-9));
    }
  }

  @Test
  void theConductivityStaysWhatItIs() {
    for (double t : new double[] {370, 373, 380, 420}) {
      double h = CURVE.enthalpy(t);
      assertThat(CURVE.conductivity(h)).isEqualTo(0.52, within(1e-12));
      double up = CURVE.integral(CURVE.enthalpy(t + 0.1));
      double slope = (up - CURVE.integral(CURVE.enthalpy(t - 0.1))) / 0.2;
      assertThat(slope).isEqualTo(0.52, within(1e-9));
    }
  }

  @Test
  void belowBoilingNothingIsChangedToTheLastBit() {
    EnthalpyCurve dry =
        new EnthalpyCurve(
            new ThermalLaw(FrozenLaw.RABIN, 1079, 3540, 1800, 0.52, 2, 272.15, 265.15, 231e3, 0));
    for (double t = 80; t < 372; t += 1.3) {
      double h = CURVE.enthalpy(t);
      assertThat(dry.enthalpy(t)).isEqualTo(h);
      assertThat(dry.temperature(h)).isEqualTo(CURVE.temperature(h));
      assertThat(dry.integral(h)).isEqualTo(CURVE.integral(h));
    }
  }
}
