package org.iceball.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.iceball.device.Generator;
import org.iceball.device.Generator.Ground;
import org.iceball.device.Generator.Mode;
import org.junit.jupiter.api.Test;

class GeneratorControlTest {
  private static final double NONE = Double.POSITIVE_INFINITY;
  private static final double BODY = 310.15;

  private static Generator rollingOff(Mode mode, double setting, double pause) {
    return new Generator(mode, setting, 200, NONE, NONE, NONE, 20, pause, 0.5, Ground.FAR, 10);
  }

  @Test
  void whatIsHeldIsHeldAtTheGeneratorWithThePadInSeries() {
    double tissue = 90;
    double g = 1 / tissue;
    GeneratorControl volt = new GeneratorControl(rollingOff(Mode.VOLTAGE, 50, 15));
    assertThat(volt.voltage(0, 0, g, BODY)).isEqualTo(45, within(1e-12));
    GeneratorControl ampere = new GeneratorControl(rollingOff(Mode.CURRENT, 1, 15));
    assertThat(ampere.voltage(0, 0, g, BODY)).isEqualTo(90, within(1e-12));
    GeneratorControl watt = new GeneratorControl(rollingOff(Mode.POWER, 100, 15));
    assertThat(watt.voltage(0, 0, g, BODY)).isEqualTo(90, within(1e-12));
    GeneratorControl tooMuch = new GeneratorControl(rollingOff(Mode.CURRENT, 2, 15));
    assertThat(tooMuch.voltage(0, 0, g, BODY)).isEqualTo(90 * Math.sqrt(2), within(1e-9));
  }

  @Test
  void aRiseOfTheImpedanceMakesAPauseAndASmallerSetting() {
    GeneratorControl c = new GeneratorControl(rollingOff(Mode.CURRENT, 1, 15));
    assertThat(c.voltage(0, 0, 1 / 90.0, BODY)).isPositive();
    assertThat(c.voltage(1, 1, 1 / 80.0, BODY)).isPositive();
    assertThat(c.voltage(2, 1, 1 / 99.0, BODY)).isPositive();
    assertThat(c.voltage(3, 1, 1 / 101.0, BODY)).isZero();
    assertThat(c.voltage(17, 1, 1 / 80.0, BODY)).isZero();
    assertThat(c.voltage(18, 1, 1 / 80.0, BODY)).isEqualTo(40, within(1e-12));
    assertThat(c.rollOffs()).containsExactly(3.0);
  }

  @Test
  void aPauseWithoutEndIsTheEnd() {
    GeneratorControl c = new GeneratorControl(rollingOff(Mode.POWER, 50, NONE));
    c.voltage(0, 0, 1 / 80.0, BODY);
    assertThat(c.voltage(1, 1, 1 / 120.0, BODY)).isZero();
    assertThat(c.voltage(5000, 1, 1 / 80.0, BODY)).isZero();
  }

  @Test
  void theTargetIsReachedAndHeldAndThePowerCutAfterTheHold() {
    Generator g =
        new Generator(Mode.TEMPERATURE, 373.15, 50, NONE, NONE, 300, NONE, 15, 1, Ground.FAR, 0);
    GeneratorControl c = new GeneratorControl(g);
    // a lump of 100 J/K that loses 0.5 W/K settles near its target
    double t = BODY;
    double reached = Double.NaN;
    for (int s = 0; s < 600; s++) {
      double v = c.voltage(s, s == 0 ? 0 : 1, 1 / 100.0, t);
      t += (v * v / 100 - 0.5 * (t - BODY)) / 100;
      if (Double.isNaN(reached) && !Double.isNaN(c.reachedAt())) {
        reached = c.reachedAt();
      }
      if (s > reached + 150 && s < reached + 295) {
        assertThat(t).isEqualTo(373.15, within(1.0));
      }
      if (s > reached + 301) {
        assertThat(v).isZero();
      }
    }
    assertThat(reached).isBetween(60.0, 300.0);
  }
}
