package org.iceball.study.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.iceball.study.compare.TwoArms.COLD;
import static org.iceball.study.compare.TwoArms.COLDER;
import static org.iceball.study.compare.TwoArms.anatomy;
import static org.iceball.study.compare.TwoArms.arm;

import org.iceball.solve.Monitor;
import org.iceball.solve.Outcome;
import org.iceball.solve.Simulation;
import org.junit.jupiter.api.Test;

/** Two arms on one patient; here both freeze, for what is compared does not depend on how. */
class ComparisonTest {
  private static Comparison compared(Arm first, Arm second, double radius, boolean vein) {
    return Comparison.of(
        first,
        second,
        c -> anatomy(c.spacing(), radius, vein),
        0,
        s -> {},
        (arm, grid) -> new Monitor() {});
  }

  @Test
  void swappingTheArmsSwapsTheSign() {
    Arm less = arm("less", 2e-3, 2, COLD);
    Arm more = arm("more", 2e-3, 6, COLD);
    Pairing one = compared(less, more, 9e-3, false).pairings().get(0);
    Pairing other = compared(more, less, 9e-3, false).pairings().get(0);
    for (double margin : Residual.MARGINS) {
      assertThat(one.difference(margin)).isNegative().isEqualTo(-other.difference(margin));
      assertThat(one.differenceError(margin)).isEqualTo(other.differenceError(margin));
    }
  }

  @Test
  void aSmallTumourFarFromVesselsIsTheSameToBothWhenTheyReachEquallyFar() {
    // the same needle, judged by two laws: by the stricter one it needs longer
    Arm mild = arm("mild", 2e-3, 6, COLD);
    Arm strict = arm("strict", 2e-3, 6, COLDER);
    Pairing pairing = compared(mild, strict, 5e-3, false).pairings().get(1);
    Reach reach = pairing.reach().orElseThrow();
    assertThat(reach.first()).isLessThan(0.9);
    assertThat(reach.second()).isEqualTo(1);
    assertThat(reach.firstVolume())
        .isCloseTo(reach.secondVolume(), within(reach.firstVolume() / 90));
    assertThat(pairing.differs(0)).isFalse();
    assertThat(pairing.differs(Residual.USUAL)).isFalse();
  }

  @Test
  void whatIsLeftAddsUp() {
    Arm arm = arm("a", 1e-3, 4, COLD);
    Outcome outcome = Simulation.run(arm.asked(), anatomy(1e-3, 10e-3, true));
    Residual residual = Residual.of(outcome, "cold-20");
    var zone =
        outcome.injury().zones().stream().filter(z -> z.name().equals("cold-20")).findFirst();
    assertThat(residual.dead()).isCloseTo(zone.orElseThrow().volume(), within(1e-12));
    for (int m = 0; m < Residual.MARGINS.size(); m++) {
      double covered = zone.orElseThrow().margins().get(m).covered();
      assertThat(residual.uncovered(Residual.MARGINS.get(m))).isCloseTo(1 - covered, within(1e-6));
    }
    double target = 4 / 3.0 * Math.PI * 1e-6;
    assertThat(residual.shells().get(0).volume()).isCloseTo(target, within(0.02 * target));
    double grown = residual.shells().stream().limit(3).mapToDouble(Residual.Shell::volume).sum();
    // a ball of 15 mm less the part of the vein in it, 14.0 ml; the tumour's voxels stick out of
    // its own ball by up to half a cell, and all that lies within 5 mm of them counts
    assertThat(grown).isBetween(14.0e-6, 14.0e-6 * Math.pow(15.6 / 15, 3));
  }

  @Test
  void theMapShowsTheSurfaceAsItIs() {
    // as thick all round the needle; the voxels' corners are worth a cell
    Arm arm = arm("a", 1e-3, 4, COLD);
    Outcome outcome = Simulation.run(arm.asked(), anatomy(1e-3, 6e-3, false));
    MarginMap map = MarginMap.of(outcome, "cold-20", 9);
    double[] equator = map.margin()[4];
    double least = outcome.coverage().leastMargin();
    assertThat(map.columns()).isEqualTo(18);
    for (double margin : equator) {
      assertThat(margin).isCloseTo(equator[0], within(1.3e-3));
      assertThat(margin).isGreaterThan(least - 1.3e-3);
    }
  }

  @Test
  void aSectorFacesItsVesselAndNothingElse() {
    Arm arm = arm("a", 1e-3, 6, COLD);
    Outcome outcome = Simulation.run(arm.asked(), anatomy(1e-3, 9e-3, true));
    Residual residual = Residual.of(outcome, "cold-20");
    assertThat(residual.sectors()).hasSize(1);
    Residual.Sector sector = residual.sectors().get(0);
    assertThat(sector.vessel()).isEqualTo("vein");
    assertThat(sector.gap()).isCloseTo(1e-3, within(0.6e-3));
    // a cone of 60 degrees: at least out to the lumen at 10 mm, less than all the way to 14.5 mm
    double toLumen = 2 / 3.0 * Math.PI * (1 - Math.cos(Math.toRadians(30))) * 1e-6;
    assertThat(sector.volume()).isBetween(toLumen, 0.9 * toLumen * Math.pow(1.45, 3));
    // the vein warms its side: more is left there than elsewhere
    assertThat(sector.uncovered()).isGreaterThan(residual.uncovered(Residual.USUAL));
  }
}
