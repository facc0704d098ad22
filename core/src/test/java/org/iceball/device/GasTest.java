package org.iceball.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GasTest {

  @Test
  void argonAtRoomTemperatureTakesUpThirtySixJoulePerGramFrom20MegaPascal() {
    // handbooks of Joule-Thomson coolers give 35 to 37 J/g for 20 MPa at 300 K
    assertThat(Gas.ARGON.expansionHeat(20e6, 300)).isCloseTo(36e3, within(1.5e3));
  }

  @Test
  void aThinGasHasTheHeatOfItsSecondVirialCoefficient() {
    // H - H0 = p (B - T dB/dT), with B = b - a(T) / (R T) of the same equation of state
    double t = 300;
    double p = 1e3;
    double step = 1e-3;
    double slope = (virial(t + step) - virial(t - step)) / (2 * step);
    double expected = p * (virial(t) - t * slope);
    assertThat(PengRobinson.ARGON.departure(t, p)).isCloseTo(expected, within(1e-4 * -expected));
  }

  @Test
  void itsHeatIsThatOfItsOwnVolume() {
    // (dH/dp)_T = V - T (dV/dT)_p holds of any fluid: a second way to the same number, by the
    // cubic's root alone
    double t = 300;
    double sum = 0;
    int panels = 400;
    double dp = 20e6 / panels;
    for (int i = 0; i < panels; i++) {
      double p = (i + 0.5) * dp;
      double slope = (volume(t + 0.01, p) - volume(t - 0.01, p)) / 0.02;
      sum += (volume(t, p) - t * slope) * dp;
    }
    assertThat(PengRobinson.ARGON.departure(t, 20e6)).isCloseTo(sum, within(1e-4 * -sum));
  }

  @Test
  void heliumWarms() {
    assertThat(Gas.HELIUM.expansionHeat(20e6, 293)).isNegative();
  }

  @Test
  void morePressureAndColderGasCoolMore() {
    assertThat(Gas.ARGON.expansionHeat(30e6, 293))
        .isGreaterThan(Gas.ARGON.expansionHeat(20e6, 293));
    assertThat(Gas.ARGON.expansionHeat(20e6, 283))
        .isGreaterThan(Gas.ARGON.expansionHeat(20e6, 293));
  }

  private static double a(double t) {
    double tc = 150.687;
    double kappa = 0.37464 + 1.54226 * -0.00219 - 0.26992 * 0.00219 * 0.00219;
    double alpha = Math.pow(1 + kappa * (1 - Math.sqrt(t / tc)), 2);
    return 0.45724 * Math.pow(8.314462618 * tc, 2) / 4.863e6 * alpha;
  }

  private static double b() {
    return 0.07780 * 8.314462618 * 150.687 / 4.863e6;
  }

  private static double virial(double t) {
    return b() - a(t) / (8.314462618 * t);
  }

  /** Molar volume [m3/mol] by bisection of p = RT/(v-b) - a/(v(v+b)+b(v-b)). */
  private static double volume(double t, double p) {
    double low = b() * 1.01;
    double high = 10 * 8.314462618 * t / p;
    for (int i = 0; i < 200; i++) {
      double v = 0.5 * (low + high);
      double at = 8.314462618 * t / (v - b()) - a(t) / (v * (v + b()) + b() * (v - b()));
      if (at > p) {
        low = v;
      } else {
        high = v;
      }
    }
    return 0.5 * (low + high);
  }
}
