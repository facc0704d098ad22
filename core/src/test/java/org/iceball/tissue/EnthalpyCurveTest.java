package org.iceball.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tissues are drawn at random; the seed stands in each tissue's name in the report. */
class EnthalpyCurveTest {
  private static final long SEED = 20_240_611;
  private static final int RANDOM_TISSUES = 20;

  static Stream<ThermalLaw> laws() {
    Random random = new Random(SEED);
    List<ThermalLaw> laws = new ArrayList<>();
    for (FrozenLaw form : FrozenLaw.values()) {
      laws.add(new ThermalLaw(form, 1079, 3540, 1800, 0.52, 2.0, 272.15, 265.15, 231_696));
      for (int n = 0; n < RANDOM_TISSUES; n++) {
        double liquidus = 270 + 3 * random.nextDouble();
        laws.add(
            new ThermalLaw(
                form,
                900 + 250 * random.nextDouble(),
                2300 + 1700 * random.nextDouble(),
                1500 + 700 * random.nextDouble(),
                0.2 + 0.4 * random.nextDouble(),
                1.2 + 1.2 * random.nextDouble(),
                liquidus,
                liquidus - 0.2 - 12 * random.nextDouble(),
                100e3 + 200e3 * random.nextDouble()));
      }
    }
    return laws.stream();
  }

  /** Enthalpy of a temperature, and the conductivity integral, by brute force from the liquidus. */
  private static final class Integrals {
    private static final double STEP = 1e-3;

    double enthalpy;
    double integral;
    double temperature;
    private final ThermalLaw law;

    Integrals(ThermalLaw law) {
      this.law = law;
      temperature = law.liquidus();
    }

    void goTo(double to) {
      // stop at every kink of the law
      double[] kinks = {law.liquidus(), law.solidus(), ThermalLaw.POWER_LAW_BELOW};
      while (temperature != to) {
        double stop = to;
        for (double kink : kinks) {
          boolean between = to < temperature ? kink < temperature && kink > stop : false;
          stop = between ? kink : stop;
        }
        int steps = 1 + (int) Math.ceil(Math.abs(stop - temperature) / STEP);
        double step = (stop - temperature) / steps;
        for (int s = 0; s < steps; s++) {
          double middle = temperature + (s + 0.5) * step;
          enthalpy += law.capacity(middle) * step;
          integral += law.conductivity(middle) * step;
        }
        temperature = stop;
      }
    }
  }

  @ParameterizedTest
  @MethodSource("laws")
  void meetsTheLawAtItsKnots(ThermalLaw law) {
    EnthalpyCurve curve = new EnthalpyCurve(law);
    Integrals exact = new Integrals(law);
    double[] knots = curve.knots();
    assertThat(knots[0]).isZero();
    assertThat(curve.temperature(0)).isEqualTo(law.liquidus());
    assertThat(curve.integral(0)).isZero();
    assertThat(curve.temperature(knots[1])).isCloseTo(law.solidus(), within(1e-9));
    for (int k = 1; k < EnthalpyCurve.KNOTS; k++) {
      exact.goTo(curve.temperature(knots[k]));
      assertThat(knots[k]).isCloseTo(exact.enthalpy, within(1e-6 * Math.abs(exact.enthalpy)));
      assertThat(curve.integral(knots[k])).isCloseTo(exact.integral, within(1e-4));
    }
  }

  @ParameterizedTest
  @MethodSource("laws")
  void theIntegralErrsByLessThanAQuarterOfAWattPerMetre(ThermalLaw law) {
    EnthalpyCurve curve = new EnthalpyCurve(law);
    Integrals exact = new Integrals(law);
    double worst = 0;
    double worstAt = Double.NaN;
    for (double t = law.liquidus() - 0.1; t >= 80; t -= 0.1) {
      exact.goTo(t);
      double error = Math.abs(curve.integral(curve.enthalpy(t)) - exact.integral);
      if (error > worst) {
        worst = error;
        worstAt = t;
      }
    }
    // ice conducts 10 W/(m K) at the cold end, where Q is -700 W/m
    double bound = law.law() == FrozenLaw.ICE ? 0.4 : 0.25;
    assertThat(worst).as("error of Q at %s K, seed %s", worstAt, SEED).isLessThan(bound);
    for (double t = law.liquidus(); t <= 350; t += 1) {
      assertThat(curve.integral(curve.enthalpy(t)))
          .isCloseTo(law.conductivity() * (t - law.liquidus()), within(1e-9));
    }
  }

  @ParameterizedTest
  @MethodSource("laws")
  void bothCurvesRiseAndTheInverseComesBack(ThermalLaw law) {
    EnthalpyCurve curve = new EnthalpyCurve(law);
    double lastT = 0;
    double lastQ = Double.NEGATIVE_INFINITY;
    double coldest = curve.enthalpy(80);
    double warmest = curve.enthalpy(350);
    int n = 20_000;
    for (int i = 0; i <= n; i++) {
      double h = coldest + (warmest - coldest) * i / n;
      double t = curve.temperature(h);
      double q = curve.integral(h);
      assertThat(t).as("T at %s J/m3", h).isGreaterThan(lastT);
      assertThat(q).as("Q at %s J/m3", h).isGreaterThan(lastQ);
      lastT = t;
      lastQ = q;
    }
    for (double t = 80; t < 350; t += 0.37) {
      assertThat(curve.temperature(curve.enthalpy(t))).isCloseTo(t, within(1e-9));
    }
  }

  @ParameterizedTest
  @MethodSource("laws")
  void slopesAreThoseOfTheCurves(ThermalLaw law) {
    EnthalpyCurve curve = new EnthalpyCurve(law);
    double step = 1e3;
    for (double t = 78; t < 350; t += 0.61) {
      double h = curve.enthalpy(t);
      boolean nearKnot = false;
      for (double knot : curve.knots()) {
        nearKnot |= Math.abs(h - knot) < 2 * step;
      }
      if (nearKnot) {
        continue;
      }
      double dQ = (curve.integral(h + step) - curve.integral(h - step)) / (2 * step);
      double dT = (curve.temperature(h + step) - curve.temperature(h - step)) / (2 * step);
      assertThat(curve.diffusivity(h)).isCloseTo(dQ, within(1e-6 * dQ));
      assertThat(curve.conductivity(h)).isCloseTo(dQ / dT, within(1e-6 * dQ / dT));
    }
  }

  @ParameterizedTest
  @MethodSource("laws")
  void noStateAboveAnEnthalpyDiffusesFasterThanTheBound(ThermalLaw law) {
    EnthalpyCurve curve = new EnthalpyCurve(law);
    double warmest = curve.enthalpy(350);
    for (double t : new double[] {80, 120, 133.15, 200, 240, 260, 272, 300}) {
      double from = curve.enthalpy(t);
      double bound = curve.largestDiffusivityAbove(from);
      for (int i = 0; i <= 2000; i++) {
        double h = from + (warmest - from) * i / 2000;
        assertThat(curve.diffusivity(h)).isLessThanOrEqualTo(bound * (1 + 1e-9));
      }
    }
  }

  @Test
  void frozenFractionRunsFromLiquidusToSolidus() {
    ThermalLaw law =
        new ThermalLaw(FrozenLaw.RABIN, 1079, 3540, 1800, 0.52, 2.0, 272.15, 265.15, 250e6 / 1079);
    EnthalpyCurve curve = new EnthalpyCurve(law);
    double solidus = curve.enthalpy(265.15);
    assertThat(curve.frozenFraction(1)).isZero();
    assertThat(curve.frozenFraction(solidus / 2)).isCloseTo(0.5, within(1e-9));
    assertThat(curve.frozenFraction(2 * solidus)).isEqualTo(1);
    assertThat(curve.latentHeat()).isCloseTo(250e6, within(1.0));
    double sensible = 7 * law.sensibleCapacity(270);
    assertThat(-solidus).isCloseTo(250e6 + sensible, within(1.0));
  }

  @ParameterizedTest
  @MethodSource("laws")
  void theShortcutOfTheInverseMovesNoBit(ThermalLaw law) {
    EnthalpyCurve curve = new EnthalpyCurve(law);
    Random random = new Random(SEED);
    for (int n = 0; n < 500; n++) {
      double temperature = 70 + (law.liquidus() - 70) * random.nextDouble();
      assertThat(curve.enthalpy(temperature)).isEqualTo(bisected(curve, temperature));
    }
  }

  /** The lowest number that is not colder, by halving alone. */
  private static double bisected(EnthalpyCurve curve, double temperature) {
    double low = curve.knots()[EnthalpyCurve.KNOTS - 1] - 1e9;
    double high = 0;
    while (true) {
      double middle = 0.5 * (low + high);
      if (middle <= low || middle >= high) {
        return high;
      }
      if (curve.temperature(middle) < temperature) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }
}
