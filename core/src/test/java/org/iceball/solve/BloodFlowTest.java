package org.iceball.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.iceball.device.Needle;
import org.iceball.device.VesselTree;
import org.iceball.device.VesselTree.Inlet;
import org.iceball.model.Anatomy;
import org.iceball.model.BloodSupply;
import org.iceball.model.Case;
import org.iceball.model.ModelCompiler;
import org.iceball.model.NeedlePlacer;
import org.iceball.model.Numerics.Precision;
import org.iceball.model.VesselModel;
import org.iceball.model.VesselWall;
import org.iceball.tissue.Tissue.Blood;
import org.junit.jupiter.api.Test;

/** The blood of a fork, marched against powers written by hand. */
class BloodFlowTest {
  private static final double BODY = Blood.TEMPERATURE;
  private static final int TRUNK = 1;
  private static final int BRANCH = 4;

  /** A trunk and two branches beside a needle, and their blood. */
  private static final class Fork {
    private final VesselTree tree;
    private final ModelCompiler.Compiled compiled;
    private final BloodFlow blood;
    private final double[] powers;

    private Fork(Inlet inlet, BloodSupply supply) {
      tree = VesselRunTest.fork(0.8e-3, 9e-3, inlet, 0.02);
      Case asked = VesselRunTest.asked(new VesselModel.Advective(), tree, 60, supply);
      Anatomy anatomy = VesselRunTest.anatomy(tree);
      List<Needle> needles = NeedlePlacer.place(asked, anatomy);
      compiled = ModelCompiler.compile(asked, anatomy, needles);
      blood = new BloodFlow(compiled.model(), compiled.vessels(), supply);
      powers = new double[Powers.size(compiled.model().needles().size())];
    }

    /** Number of the wall of a segment. */
    private int wall(int segment) {
      List<VesselWall> walls = compiled.vessels().walls();
      for (int w = 0; w < walls.size(); w++) {
        if (walls.get(w).segment() == segment) {
          return w;
        }
      }
      throw new AssertionError("no wall at segment " + segment);
    }

    private VesselWall wallOf(int segment) {
      return compiled.vessels().walls().get(wall(segment));
    }

    /** The wall of a segment gives so much heat [W]. */
    private void give(int segment, double heat) {
      powers[compiled.vessels().first() + wall(segment)] = heat;
    }

    /** What a film lets through where ice lies on it [W]. */
    private double most(int segment) {
      VesselWall w = wallOf(segment);
      return w.film() * w.area() * (BODY - BloodFlow.FREEZING);
    }
  }

  private final Fork fork = new Fork(Inlet.TRUNK, BloodSupply.BY_CALIBRE);

  @Test
  void bloodThatGivesNothingStaysWarm() {
    assertThat(fork.blood.isEmpty()).isFalse();
    assertThat(fork.blood.march(fork.powers)).isFalse();
    assertThat(fork.blood.coldest()).isEqualTo(BODY);
  }

  @Test
  void bloodThatGivesHeatArrivesColderBelow() {
    double given = 0.05;
    fork.give(TRUNK, given);
    assertThat(fork.blood.march(fork.powers)).isTrue();
    double mean = fork.blood.blood(fork.wall(TRUNK));
    double next = fork.blood.blood(fork.wall(TRUNK + 1));
    double below = fork.blood.blood(fork.wall(BRANCH));
    assertThat(fork.blood.blood(fork.wall(0))).as("above it").isEqualTo(BODY);
    assertThat(mean).isLessThan(BODY);
    assertThat(next).as("all of what it gave is missing behind it").isLessThan(mean);
    assertThat(below).as("tissue that is warm warms it again").isStrictlyBetween(next, BODY);
    double loss = (BODY - next) * Blood.HEAT_CAPACITY * fork.tree.flows()[TRUNK];
    assertThat(loss).as("it gives less as it cools").isStrictlyBetween(0.3 * given, given);
    assertThat(fork.blood.coldest()).isEqualTo(next);
    assertThat(fork.blood.blood(fork.wall(BRANCH + 3)))
        .as("the other branch, but for its place on the grid")
        .isCloseTo(below, within(0.01 * (BODY - below)));
  }

  @Test
  void aSetPointThatHardlyMovesIsLeft() {
    fork.give(TRUNK, 2e-5);
    assertThat(fork.blood.march(fork.powers)).isFalse();
    assertThat(fork.blood.coldest()).isEqualTo(BODY);
  }

  @Test
  void bloodThatComesFromTheBranchesMixesInTheTrunk() {
    Fork vein = new Fork(Inlet.BRANCHES, BloodSupply.BY_CALIBRE);
    vein.give(BRANCH, 0.05);
    assertThat(vein.blood.march(vein.powers)).isTrue();
    double behind = vein.blood.blood(vein.wall(3)); // between the branch's piece and the fork
    double trunk = vein.blood.blood(vein.wall(2));
    assertThat(vein.blood.blood(vein.wall(BRANCH + 3))).isEqualTo(BODY);
    assertThat(BODY - behind).isPositive();
    assertThat(BODY - trunk)
        .as("half of it is warm, and the wall warms it further")
        .isBetween(0.35 * (BODY - behind), 0.5 * (BODY - behind));
  }

  @Test
  void aClampStopsInflowAndNotOutflow() {
    for (Inlet inlet : Inlet.values()) {
      BloodSupply supply =
          new BloodSupply(Optional.empty(), false, List.of(new BloodSupply.Clamp(0, 100)));
      Fork t = new Fork(inlet, supply);
      try (CpuBackend backend = new CpuBackend(t.compiled.model(), Precision.FP64, 1)) {
        assertThat(t.blood.look(0, 50, backend, t.powers)).isTrue();
        assertThat(t.blood.isClamped()).isTrue();
        assertThat(t.blood.look(50, 60, backend, t.powers)).as("no other than before").isFalse();
        boolean stands = inlet == Inlet.TRUNK;
        assertThat(t.blood.march(t.powers)).isEqualTo(stands);
        assertThat(Double.isNaN(t.blood.blood(t.wall(TRUNK)))).isEqualTo(stands);
        assertThat(Double.isInfinite(t.blood.coldest())).isEqualTo(stands);
        assertThat(t.blood.march(t.powers)).as("still is still").isFalse();
        assertThat(t.blood.look(100, 150, backend, t.powers)).isTrue();
        assertThat(t.blood.march(t.powers)).isEqualTo(stands);
        assertThat(t.blood.coldest()).isEqualTo(BODY);
      }
    }
  }

  @Test
  void aPieceThatFreezesShutLeavesNoBloodBehindItAndThaws() {
    try (CpuBackend backend = new CpuBackend(fork.compiled.model(), Precision.FP64, 1)) {
      fork.give(BRANCH, 0.99 * fork.most(BRANCH));
      assertThat(fork.blood.look(10, 15, backend, fork.powers)).isFalse();
      assertThat(fork.blood.stasis()).isEmpty();
      fork.give(BRANCH, 1.01 * fork.most(BRANCH));
      assertThat(fork.blood.look(20, 25, backend, fork.powers)).isTrue();
      assertThat(fork.blood.stasis()).hasSize(1);
      assertThat(fork.blood.stasis().get(0).from()).isEqualTo(20);
      fork.give(BRANCH, 0);
      assertThat(fork.blood.march(fork.powers)).isTrue();
      for (int still : new int[] {BRANCH, BRANCH + 1}) {
        assertThat(fork.blood.blood(fork.wall(still))).as("segment %d", still).isNaN();
      }
      for (int flows : new int[] {TRUNK, BRANCH + 3, BRANCH + 4}) {
        assertThat(fork.blood.blood(fork.wall(flows))).as("segment %d", flows).isEqualTo(BODY);
      }
      // its tissue is as warm as at the start: it opens at the next look
      assertThat(fork.blood.look(30, 35, backend, fork.powers)).isTrue();
      assertThat(fork.blood.stasis().get(0).to()).isEqualTo(30);
      assertThat(fork.blood.march(fork.powers)).isTrue();
      assertThat(fork.blood.blood(fork.wall(BRANCH + 1))).isEqualTo(BODY);
      assertThat(fork.blood.look(40, 45, backend, fork.powers)).isFalse();
    }
  }

  @Test
  void theBooksOfTissueAndBloodAgree() {
    EnergyLedger ledger = new EnergyLedger(fork.powers.length);
    fork.give(TRUNK, 0.02);
    fork.give(BRANCH, 0.01);
    ledger.euler(10, fork.powers);
    ledger.accept();
    fork.blood.book(10, ledger);
    assertThat(fork.blood.given(0, ledger)).isCloseTo(0.3, within(1e-12));
    assertThat(fork.blood.lost(0)).isCloseTo(0.3, within(1e-12));
    // the blood of the branch lost its part of the trunk's and its own
    double trunk = 0.02 / (Blood.HEAT_CAPACITY * fork.tree.flows()[TRUNK]);
    double branch = 0.01 / (Blood.HEAT_CAPACITY * fork.tree.flows()[BRANCH]);
    assertThat(fork.blood.cooling(0)).isCloseTo(trunk + branch, within(1e-9));
  }
}
