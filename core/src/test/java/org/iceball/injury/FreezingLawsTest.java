package org.iceball.injury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreezingLawsTest {
  private static final int MIDDLE = 62;
  private static final double MINUS_20 = 253.15;

  @Test
  void timeBelowIsAddedUpOverAllVisits() {
    HoldTime law = new HoldTime(MINUS_20, 60);
    Tissues t = Tissues.one(law).setAll(-30).look(0).look(40).setAll(-10).look(0).look(100);
    t.setAll(-25).look(0).look(15);
    assertThat(t.value(law, 0, MIDDLE)).isCloseTo(55, within(1e-9));
  }

  @Test
  void aThresholdIsCrossedWithinAnInterval() {
    HoldTime law = new HoldTime(MINUS_20, 60);
    double a = Tissues.LIVER.enthalpy(310.15);
    double b = Tissues.LIVER.enthalpy(233.15);
    double limit = Tissues.LIVER.enthalpy(MINUS_20);
    Tissues t = Tissues.one(law).setAll(-40).look(10);
    double below = 10 * (limit - b) / (a - b);
    assertThat(t.value(law, 0, MIDDLE)).isCloseTo(below, within(1e-9));
    t.setAll(37).look(10);
    assertThat(t.value(law, 0, MIDDLE)).isCloseTo(2 * below, within(1e-9));
  }

  @Test
  void holdNeedsItsTime() {
    HoldTime law = new HoldTime(MINUS_20, 60);
    Tissues t = Tissues.one(law).setAll(-30).look(0).look(59);
    float[] lowest = filled(t, -30);
    assertThat(t.dead(law, MIDDLE, lowest)).isZero();
    assertThat(t.look(2).dead(law, MIDDLE, lowest)).isEqualTo(1);
  }

  @Test
  void heldTissueIsNoWiderThanColdTissue() {
    HoldTime law = new HoldTime(MINUS_20, 1);
    Tissues t = new Tissues(9, 5, 5, law);
    float[] lowest = filled(t, 37);
    for (int c = 0; c < t.grid().cells(); c++) {
      double celsius = -38 + 4 * (c % 9); // -20 degC lies between the cells 4 and 5
      t.set(c, celsius);
      lowest[c] = (float) (celsius + 273.15);
    }
    t.look(0).look(1000);
    for (int c = 0; c < t.grid().cells(); c++) {
      assertThat(t.dead(law, c, lowest))
          .isCloseTo(t.dead(new Isotherm(MINUS_20), c, lowest), within(1e-6));
    }
  }

  @Test
  void coolingIsTimedFromTheLiquidus() {
    CoolingRate law = new CoolingRate(MINUS_20, 1);
    // straight in enthalpy, so the two moments are known
    double from = Tissues.LIVER.enthalpy(310.15);
    double to = Tissues.LIVER.enthalpy(233.15);
    double limit = Tissues.LIVER.enthalpy(MINUS_20);
    double passage = 100 * (0 - limit) / (from - to);
    Tissues t = Tissues.one(law).look(7);
    for (int n = 1; n <= 10; n++) {
      Arrays.fill(t.enthalpies(), from + (to - from) * n / 10);
      t.look(10);
    }
    assertThat(t.value(law, 1, MIDDLE)).isCloseTo(19 / passage, within(1e-9));
  }

  @Test
  void theFastestFreezeCountsAndAStopOnTheWayIsSlow() {
    CoolingRate law = new CoolingRate(MINUS_20, 0.5);
    Tissues t = Tissues.one(law).setAll(-0.9).look(0).look(1);
    t.setAll(-10).look(1).look(600).setAll(-30).look(1);
    double slow = t.value(law, 1, MIDDLE);
    assertThat(slow).isBetween(19 / 602.0, 19 / 599.0);
    assertThat(t.dead(law, MIDDLE, filled(t, -30))).isZero();
    t.setAll(10).look(1).setAll(-30).look(10);
    assertThat(t.value(law, 1, MIDDLE)).isGreaterThan(1);
    assertThat(t.dead(law, MIDDLE, filled(t, -30))).isEqualTo(1);
    assertThat(t.setAll(10).look(1).value(law, 1, MIDDLE)).isGreaterThan(1);
  }

  @Test
  void tissueThatIsFrozenAtTheStartHasNoCoolingRate() {
    CoolingRate law = new CoolingRate(MINUS_20, 0.5);
    double start = Tissues.LIVER.enthalpy(263.15);
    InjuryMemory m =
        new InjuryMemory(
            Span.all(Tissues.one().grid()),
            new byte[125],
            Tissues.CURVES,
            new double[] {start},
            List.of(law));
    double[] now = new double[125];
    Arrays.fill(now, Tissues.LIVER.enthalpy(233.15));
    m.look(10, planes(now));
    assertThat(m.of(law).values(1)).containsOnly(0.0);
  }

  private static InjuryMemory.Planes planes(double[] now) {
    return new InjuryMemory.Planes() {
      @Override
      public Span shown() {
        return Span.all(Tissues.one().grid());
      }

      @Override
      public void read(int k, int j0, int j1, double[] into) {
        System.arraycopy(now, 25 * k + 5 * j0, into, 5 * j0, 5 * (j1 - j0));
      }
    };
  }

  @Test
  void aFreezeEndsWhenTheTissueHasThawedAndNotBefore() {
    RepeatedFreeze law = new RepeatedFreeze(MINUS_20, 272.15, 2);
    Tissues t = Tissues.one(law).setAll(-30).look(10).setAll(-5).look(10).setAll(-35).look(10);
    assertThat(t.dead(law, MIDDLE, filled(t, -35))).as("never thawed").isZero();
    t.setAll(5).look(10).setAll(-15).look(10);
    assertThat(t.dead(law, MIDDLE, filled(t, -35))).as("second freeze too warm").isZero();
    t.setAll(-22).look(10);
    assertThat(t.dead(law, MIDDLE, filled(t, -35))).isEqualTo(1);
    t.setAll(37).look(10);
    assertThat(t.dead(law, MIDDLE, filled(t, -35))).as("remembered").isEqualTo(1);
  }

  @Test
  void theColdestFreezesAreKeptInOrder() {
    RepeatedFreeze law = new RepeatedFreeze(MINUS_20, 272.15, 3);
    Tissues t = Tissues.one(law);
    for (double low : new double[] {-25, -60, -40, -10, -50}) {
      t.setAll(low).look(5).setAll(20).look(5);
    }
    double[] wanted = {-60, -50, -40};
    for (int n = 1; n <= 3; n++) {
      assertThat(t.value(law, n, MIDDLE)).isEqualTo(Tissues.LIVER.enthalpy(wanted[n - 1] + 273.15));
    }
    assertThat(t.dead(law, MIDDLE, filled(t, -60))).isEqualTo(1);
    RepeatedFreeze once = new RepeatedFreeze(MINUS_20, 272.15, 1);
    Tissues single = Tissues.one(once).setAll(-21).look(5);
    assertThat(single.dead(once, MIDDLE, filled(single, -21))).isEqualTo(1);
  }

  @Test
  void aFreezeThatEndsBelowItsThresholdMakesNoSense() {
    assertThatThrownBy(() -> new RepeatedFreeze(MINUS_20, MINUS_20, 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RepeatedFreeze(MINUS_20, 272.15, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aBallOfIceIsDeadUpToADepth() {
    int n = 41;
    Tissues t = new Tissues(n, n, n);
    float[] lowest = new float[n * n * n];
    double radius = 15.3e-3;
    for (int c = 0; c < lowest.length; c++) {
      double x = (c % n - 20.2) * 1e-3;
      double y = (c / n % n - 19.7) * 1e-3;
      int k = c / n / n;
      double z = (k - 20.4) * 1e-3;
      double r = Math.sqrt(x * x + y * y + z * z);
      lowest[c] = (float) (273.15 + 3000 * (r - radius));
    }
    for (double depth : new double[] {0, 1.1e-3, 2.5e-3, 4e-3, 5e-3}) {
      InsideEdge law = new InsideEdge(273.15, depth);
      float[] dead = new Evidence(Span.all(t.grid()), lowest, t.memory()).dead(law);
      double volume = ZoneMetrics.volume(t.grid(), dead);
      double found = Math.cbrt(volume * 3 / (4 * Math.PI));
      assertThat(found).as("depth %s", depth).isCloseTo(radius - depth, within(0.15e-3));
    }
  }

  @Test
  void iceAtTheRimOfTheGridHasNoEdgeThere() {
    Tissues t = new Tissues(9, 3, 3);
    float[] lowest = filled(t, -30);
    for (int c = 0; c < lowest.length; c++) {
      lowest[c] = c % 9 == 8 ? 283.15f : 263.15f;
    }
    float[] depth = IceDepth.of(t.grid(), lowest, 273.15);
    for (int i = 0; i < 8; i++) {
      assertThat(depth[i]).isCloseTo((float) (7.5e-3 - i * 1e-3), within(1e-6f));
    }
    assertThat(depth[8]).isCloseTo(-0.5e-3f, within(1e-6f));
  }

  @Test
  void anyOfSomeLawsIsTheirUnion() {
    Isotherm cold = new Isotherm(233.15);
    HoldTime hold = new HoldTime(MINUS_20, 60);
    AnyOf both = new AnyOf(List.of(cold, hold));
    Tissues t = Tissues.one(both).setAll(-30).look(0).look(59);
    assertThat(t.dead(both, MIDDLE, filled(t, -30))).isZero();
    assertThat(t.dead(both, MIDDLE, filled(t, -41))).isEqualTo(1);
    assertThat(t.look(2).dead(both, MIDDLE, filled(t, -30))).isEqualTo(1);
    assertThat(both.cause()).isEqualTo(InjuryLaw.Cause.FREEZING);
    assertThatThrownBy(() -> new AnyOf(List.of())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new AnyOf(List.of(cold, new HotIsotherm(323.15))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static float[] filled(Tissues t, double celsius) {
    float[] lowest = new float[t.grid().cells()];
    Arrays.fill(lowest, (float) (celsius + 273.15));
    return lowest;
  }
}
