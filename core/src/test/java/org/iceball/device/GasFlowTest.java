package org.iceball.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.iceball.device.GasCooling.Coolant;
import org.iceball.tissue.Cited;
import org.junit.jupiter.api.Test;

class GasFlowTest {
  private static final double LONG_AFTER = 1e5;
  private static final GasSupply SUPPLY = GasSupply.ORDINARY;

  @Test
  void aColdTipIsLimitedByExchangeAndAWarmOneBySupply() {
    Load load = cold(GasFlow.argon(probe(Coolant.ARGON), SUPPLY, 1), 1);
    double conductance = 2800 * Math.PI * 1.47e-3 * 35e-3;
    assertThat(load.heat(100)).isCloseTo(conductance * (100 - 87.3), within(1e-9));
    double warm = load.heat(293.15);
    double ideal = 1e-3 * Gas.ARGON.expansionHeat(24e6, 293.15);
    // the gas in the tip is colder than the wall by what the exchange needs
    double loss = 1e-3 * 0.1 * 522 * warm / conductance;
    assertThat(warm).isCloseTo(ideal - loss, within(1e-9));
  }

  @Test
  void neitherLimitIsEverExceeded() {
    Load load = cold(GasFlow.argon(probe(Coolant.ARGON), SUPPLY, 1), 1);
    double conductance = 2800 * Math.PI * 1.47e-3 * 35e-3;
    for (double t = 70; t < 310; t += 5) {
      // what the recuperator does not hold back of a warm wall comes on top
      double supply = 1e-3 * (Gas.ARGON.expansionHeat(24e6, 293.15) + 0.1 * 522 * (t - 293.15));
      double exchange = conductance * (t - 87.3);
      assertThat(load.heat(t)).isLessThanOrEqualTo(Math.max(0, Math.min(supply, exchange)) + 1e-9);
    }
  }

  @Test
  void halfTheDutyOrHalfTheGasGivesHalfTheSupply() {
    Cryoprobe probe = probe(Coolant.ARGON);
    double half = cold(GasFlow.argon(probe, SUPPLY, 0.5), 1).heat(200);
    assertThat(cold(GasFlow.argon(probe, SUPPLY, 1), 0.5).heat(200)).isEqualTo(half);
    assertThat(half).isBetween(0.5, 0.56 * cold(GasFlow.argon(probe, SUPPLY, 1), 1).heat(200));
  }

  @Test
  void morePressureCoolsMore() {
    GasSupply high = new GasSupply(30e6, 293.15, Double.POSITIVE_INFINITY);
    Cryoprobe probe = probe(Coolant.ARGON);
    // flow and effect both grow: 25 % more pressure, a good third more heat
    assertThat(cold(GasFlow.argon(probe, high, 1), 1).heat(280))
        .isGreaterThan(1.33 * cold(GasFlow.argon(probe, SUPPLY, 1), 1).heat(280));
  }

  @Test
  void heliumWarmsUntilItsLimit() {
    GasFlow helium = GasFlow.helium(probe(Coolant.ARGON), SUPPLY);
    Load load = cold(helium, 1);
    assertThat(load.heat(200)).isBetween(-60.0, -10.0);
    assertThat(load.heat(313.15)).isCloseTo(0, within(1e-9));
    assertThat(load.wall(t -> 0, 300)).isCloseTo(313.15, within(1e-6));
  }

  @Test
  void nitrogenBoilsAtItsBoilingPoint() {
    Load load = cold(GasFlow.nitrogen(probe(Coolant.NITROGEN), 1), 1);
    assertThat(load.heat(77.36)).isCloseTo(0, within(1e-9));
    assertThat(load.heat(120)).isPositive();
  }

  @Test
  void aStartingNeedleTakesUpNothingYet() {
    Load load = GasFlow.argon(probe(Coolant.ARGON), SUPPLY, 1).load(293.15, 0, 0, 1);
    assertThat(load.heat(293.15)).isCloseTo(0, within(1e-9));
  }

  @Test
  void theWallIsWhereBothAgree() {
    Load load = cold(GasFlow.argon(probe(Coolant.ARGON), SUPPLY, 1), 1);
    double wall = load.wall(t -> 0.1 * (280 - t), Double.NaN);
    assertThat(load.heat(wall)).isCloseTo(0.1 * (280 - wall), within(1e-6));
  }

  private static Load cold(Pull pull, double share) {
    return pull.load(310.15, LONG_AFTER, LONG_AFTER + 1, share);
  }

  private static Cryoprobe probe(Coolant coolant) {
    return new Cryoprobe(
        "p",
        "p",
        number(1.47e-3),
        number(35e-3),
        number(133),
        number(30),
        number(313.15),
        number(30),
        new GasCooling(
            coolant,
            number(1e-3),
            number(24e6),
            number(0.9),
            number(2800),
            number(30),
            number(8e-6)));
  }

  private static Cited number(double value) {
    return Cited.byUser(value);
  }
}
