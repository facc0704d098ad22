package org.iceball.injury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;

class HeatLawsTest {
  private static final int MIDDLE = 62;
  private static final Arrhenius MERTYNA = new Arrhenius(7.39e39, 2.577e5, 315.15);
  private static final ThermalDose DOSE = new ThermalDose(14_400, 312.15);

  private static ThreeState states(double backward) {
    return new ThreeState(3.33e-3, backward, 40.5, 0.99, 0.8, 313.15);
  }

  @Test
  void arrheniusAtConstantTemperatureIsItsClosedForm() {
    Tissues t = Tissues.one(MERTYNA).setAll(50).look(0).look(30).look(31);
    double omega = 7.39e39 * Math.exp(-2.577e5 / (8.31446261815324 * 323.15)) * 61;
    assertThat(t.value(MERTYNA, 0, MIDDLE)).isCloseTo(omega, within(1e-9 * omega));
    // physics.md: Omega is 1 after 61 s at 50 degC
    assertThat(omega).isCloseTo(1, within(0.05));
  }

  @Test
  void arrheniusOnARampIsIntegratedBetweenLooks() {
    Tissues t = Tissues.one(MERTYNA).setAll(45).look(0).setAll(55).look(10);
    double sum = 0;
    int n = 100_000;
    for (int s = 0; s < n; s++) {
      double kelvin = 318.15 + 10 * (s + 0.5) / n;
      sum += 10.0 / n * 7.39e39 * Math.exp(-2.577e5 / (8.31446261815324 * kelvin));
    }
    // exact up to the bend of 1/T over ten kelvin
    assertThat(t.value(MERTYNA, 0, MIDDLE)).isCloseTo(sum, within(0.02 * sum));
  }

  @Test
  void restingTissueTakesNoHarm() {
    Tissues t = Tissues.one(MERTYNA, DOSE, states(7.77e-3)).look(0).look(36_000);
    assertThat(t.value(MERTYNA, 0, MIDDLE)).isZero();
    assertThat(t.value(DOSE, 0, MIDDLE)).isZero();
    t.setAll(41.9).look(0).look(3600);
    assertThat(t.value(MERTYNA, 0, MIDDLE)).isZero();
    assertThat(t.value(DOSE, 0, MIDDLE)).isPositive();
  }

  @Test
  void onlyTheTimeAboveTheLowerEndCounts() {
    Tissues t = Tissues.one(DOSE).setAll(35).look(0).setAll(43).look(8);
    // 4 s from 39 to 43 degC: the integral of 4^(T - 43)
    double wanted = (1 - Math.pow(0.25, 4)) / Math.log(4);
    assertThat(t.value(DOSE, 0, MIDDLE)).isCloseTo(wanted, within(1e-6));
  }

  @Test
  void theDoseChangesItsBaseAt43() {
    Tissues t = Tissues.one(DOSE).setAll(45).look(0).look(60);
    assertThat(t.value(DOSE, 0, MIDDLE)).isCloseTo(240, within(1e-9));
    Tissues cool = Tissues.one(DOSE).setAll(42).look(0).look(60);
    assertThat(cool.value(DOSE, 0, MIDDLE)).isCloseTo(15, within(1e-9));
    Tissues at = Tissues.one(DOSE).setAll(43).look(0).look(60);
    assertThat(at.value(DOSE, 0, MIDDLE)).isCloseTo(60, within(1e-6));
    Tissues ramp = Tissues.one(DOSE).setAll(42).look(0).setAll(44).look(2);
    double wanted = 0.75 / Math.log(4) + 1 / Math.log(2);
    assertThat(ramp.value(DOSE, 0, MIDDLE)).isCloseTo(wanted, within(1e-6));
  }

  @Test
  void withoutRepairTheThreeStatesHaveAClosedForm() {
    ThreeState law = states(0);
    Tissues t = Tissues.one(law).setAll(55).look(0);
    double f = 3.33e-3 * Math.exp(55 / 40.5);
    for (int n = 1; n <= 6; n++) {
      t.look(50);
      double alive = 1 / (1 + 0.01 / 0.99 * Math.exp(f * 50 * n));
      double vulnerable = alive * (0.01 / 0.99 + Math.log(0.99) - Math.log(alive));
      assertThat(t.value(law, 0, MIDDLE)).isCloseTo(alive, within(1e-6));
      assertThat(t.value(law, 1, MIDDLE)).isCloseTo(1 - alive - vulnerable, within(1e-6));
    }
  }

  @Test
  void withRepairTheThreeStatesFollowTheirEquations() {
    ThreeState law = states(7.77e-3);
    // heating, a plateau, cooling below the temperature that counts, and on
    Tissues t = Tissues.one(law).setAll(60).look(0).look(40).setAll(38).look(0).look(200);
    double[] y = {0.99, 0};
    for (double[] stretch : new double[][] {{60, 40}, {38, 200}}) {
      double f = 3.33e-3 * Math.exp(stretch[0] / 40.5);
      FirstOrderDifferentialEquations equations =
          new FirstOrderDifferentialEquations() {
            @Override
            public int getDimension() {
              return 2;
            }

            @Override
            public void computeDerivatives(double time, double[] s, double[] slope) {
              slope[0] = -f * (1 - s[0]) * s[0] + 7.77e-3 * (1 - s[0] - s[1]);
              slope[1] = f * (1 - s[0]) * (1 - s[0] - s[1]);
            }
          };
      new DormandPrince853Integrator(1e-9, 10, 1e-12, 1e-12)
          .integrate(equations, 0, y, stretch[1], y);
    }
    assertThat(t.value(law, 0, MIDDLE)).isCloseTo(y[0], within(1e-6));
    assertThat(t.value(law, 1, MIDDLE)).isCloseTo(y[1], within(1e-6));
  }

  @Test
  void whoIsDeadStopsItsBloodOnce() {
    ThreeState law = states(7.77e-3);
    HotIsotherm hot = new HotIsotherm(323.15);
    for (InjuryLaw each : new InjuryLaw[] {law, hot, MERTYNA}) {
      Tissues t = Tissues.one(each).set(MIDDLE, 90).look(0);
      int stopped = t.memory().stoppedCount();
      stopped += t.look(300).memory().stoppedCount();
      assertThat(stopped).as("%s", each).isEqualTo(1);
      assertThat(t.memory().stopped(0)).isEqualTo(MIDDLE);
      assertThat(t.look(1).memory().stoppedCount()).isZero();
      assertThat(each.stopsBlood()).isTrue();
    }
    assertThat(DOSE.stopsBlood()).isFalse();
    assertThat(Tissues.one(DOSE).set(MIDDLE, 90).look(100).memory().stoppedCount()).isZero();
  }

  @Test
  void theDeadAreThoseThatReachedTheirMeasure() {
    HotIsotherm hot = new HotIsotherm(323.15);
    for (InjuryLaw each : new InjuryLaw[] {hot, MERTYNA, DOSE, states(7.77e-3)}) {
      Tissues t = Tissues.one(each).setAll(49.9).look(0).look(1);
      float[] lowest = new float[125];
      Arrays.fill(lowest, 310.15f);
      assertThat(t.dead(each, MIDDLE, lowest)).as("%s, a second", each).isZero();
      t.setAll(50.1).look(0).look(20_000);
      assertThat(t.dead(each, MIDDLE, lowest)).as("%s, hours", each).isEqualTo(1);
      assertThat(t.setAll(37).look(10).dead(each, MIDDLE, lowest)).isEqualTo(1);
      assertThat(each.cause()).isEqualTo(InjuryLaw.Cause.HEAT);
    }
  }
}
