package org.iceball.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.iceball.device.VesselTree.Inlet;
import org.iceball.grid.Vec3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VesselTreeTest {
  private static VesselSegment piece(double radius, int parent) {
    return new VesselSegment(Vec3.ZERO, new Vec3(0, 0, 4e-3), radius, parent);
  }

  private static VesselTree random(long seed) {
    Random random = new Random(seed);
    List<VesselSegment> segments = new ArrayList<>();
    for (int s = 0; s < 60; s++) {
      segments.add(piece(1e-3 * (1 + 5 * random.nextDouble()), s == 0 ? -1 : random.nextInt(s)));
    }
    return new VesselTree("random", 1, segments, Inlet.TRUNK, 0.17);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void flowIsConservedAtEveryForkWhateverIsShut(long seed) {
    VesselTree tree = random(seed);
    Random random = new Random(seed);
    boolean[] shut = new boolean[tree.segments().size()];
    for (int round = 0; round < 4; round++) {
      double[] flow = tree.flows(shut);
      for (int s = 0; s < flow.length; s++) {
        List<Integer> children = tree.children().get(s);
        if (!children.isEmpty()) {
          double sum = children.stream().mapToDouble(c -> flow[c]).sum();
          assertThat(flow[s]).isCloseTo(sum, within(1e-12 * tree.trunkFlow()));
        }
        if (shut[s]) {
          assertThat(flow[s]).isZero();
        }
      }
      shut[random.nextInt(shut.length)] = true;
    }
  }

  @Test
  void theTrunkHasTheVelocityOnTheMean() {
    VesselTree tree =
        new VesselTree(
            "vein",
            1,
            List.of(
                piece(3e-3, -1), piece(4e-3, 0), piece(1e-3, 1), piece(1e-3, 1), piece(1e-3, 1)),
            Inlet.TRUNK,
            0.2);
    assertThat(tree.flows()[1]).isCloseTo(Math.PI * 12.5e-6 * 0.2, within(1e-18));
    // equal branches get equal parts
    assertThat(tree.flows()[2]).isCloseTo(tree.flows()[0] / 3, within(1e-18));
  }

  @Test
  void aForkDividesTheFlowByTheCubesOfTheRadii() {
    VesselTree tree =
        new VesselTree(
            "vein",
            1,
            List.of(piece(4e-3, -1), piece(2e-3, 0), piece(1e-3, 0)),
            Inlet.BRANCHES,
            0.1);
    assertThat(tree.flows()[1] / tree.flows()[2]).isCloseTo(8, within(1e-12));
    assertThat(tree.ends()).containsExactly(1, 2);
  }

  @Test
  void whatWouldHaveFlowedThroughAShutBranchFlowsNowhere() {
    VesselTree tree =
        new VesselTree(
            "vein",
            1,
            List.of(piece(4e-3, -1), piece(2e-3, 0), piece(2e-3, 0), piece(2e-3, 2)),
            Inlet.TRUNK,
            0.1);
    double[] flow = tree.flows(new boolean[] {false, false, false, true});
    assertThat(flow[0]).isCloseTo(tree.flows()[0] / 2, within(1e-18));
    assertThat(flow[2]).isZero();
  }

  @Test
  void aSegmentWithoutAWayToTheTrunkIsRefused() {
    List<VesselSegment> two = List.of(piece(1e-3, -1), piece(1e-3, -1));
    assertThatThrownBy(() -> new VesselTree("vein", 1, two, Inlet.TRUNK, 0.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no way back");
  }
}
