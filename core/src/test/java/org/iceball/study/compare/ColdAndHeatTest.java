package org.iceball.study.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iceball.study.compare.TwoArms.COLD;
import static org.iceball.study.compare.TwoArms.anatomy;
import static org.iceball.study.compare.TwoArms.arm;
import static org.iceball.study.compare.TwoArms.heating;

import org.iceball.injury.LawZone;
import org.iceball.model.Anatomy;
import org.iceball.model.VesselModel;
import org.iceball.solve.Monitor;
import org.iceball.solve.Outcome;
import org.iceball.solve.Simulation;
import org.iceball.units.CaseException;
import org.junit.jupiter.api.Test;

/** Where cold and heat must not differ, and what makes them. */
class ColdAndHeatTest {
  private static final double H = 2e-3;

  private static Comparison compared(Arm first, Arm second, double radius) {
    return Comparison.of(
        first,
        second,
        c -> anatomy(c.spacing(), radius, false),
        0,
        s -> {},
        (a, g) -> new Monitor() {});
  }

  @Test
  void aSmallTumourFarFromVesselsIsTheSameToColdAndHeatThatReachEquallyFar() {
    Pairing pairing =
        compared(arm("cryo", 1.2e-3, 12, COLD), heating("rfa", 1.2e-3, 12, 12), 2.5e-3)
            .pairings()
            .get(1);
    for (double margin : new double[] {0, 2e-3}) {
      assertThat(pairing.first().uncovered(margin)).isLessThan(0.02);
      assertThat(pairing.differenceError(margin)).isLessThan(0.05);
      assertThat(pairing.differs(margin)).isFalse();
    }
    assertThat(pairing.differs(Residual.USUAL)).isFalse();
  }

  @Test
  void aTargetThatTheErrorBarsWouldMissIsRefusedBeforeAnythingRuns() {
    assertThatThrownBy(() -> compared(arm("cryo", H, 4, COLD), heating("rfa", H, 4, 20), 1.8e-3))
        .isInstanceOf(CaseException.class)
        .hasMessageContaining("4.0 mm")
        .hasMessageContaining("finer spacing");
  }

  @Test
  void swappingColdAndHeatSwapsTheSign() {
    Arm cryo = arm("cryo", H, 3, COLD);
    Arm rfa = heating("rfa", H, 3, 15);
    for (int rule = 0; rule < 2; rule++) {
      Pairing one = compared(cryo, rfa, 9e-3).pairings().get(rule);
      Pairing other = compared(rfa, cryo, 9e-3).pairings().get(rule);
      for (double margin : Residual.MARGINS) {
        assertThat(one.difference(margin)).isEqualTo(-other.difference(margin));
      }
      assertThat(one.difference(Residual.USUAL)).isNotZero();
    }
  }

  @Test
  void aVesselOfTissueThatDoesNotFlowTakesNothingFromColdOrHeat() {
    for (Arm arm : new Arm[] {arm("cryo", H, 4, COLD), heating("rfa", H, 4, 20)}) {
      double none = dead(arm, anatomy(H, 5e-3, false));
      Arm still =
          arm.with(arm.asked().withBlood(arm.asked().blood().with(VesselModel.ladder().get(0))));
      assertThat(dead(still, anatomy(H, 5e-3, true))).as(arm.name()).isEqualTo(none);
      assertThat(dead(arm, anatomy(H, 5e-3, true))).as(arm.name()).isLessThan(0.97 * none);
    }
  }

  /** What an arm kills, vessels not counted out [m3]. */
  private static double dead(Arm arm, Anatomy anatomy) {
    Outcome outcome = Simulation.run(arm.asked(), anatomy);
    return outcome.injury().zones().stream()
        .filter(z -> z.name().equals(arm.law()))
        .mapToDouble(LawZone::volume)
        .findFirst()
        .orElseThrow();
  }
}
