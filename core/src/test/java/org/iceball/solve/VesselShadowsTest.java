package org.iceball.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.iceball.device.VesselSegment;
import org.iceball.device.VesselTree;
import org.iceball.device.VesselTree.Inlet;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.injury.TargetMask;
import org.junit.jupiter.api.Test;

/** What a straight vessel beside a block of target keeps alive. */
class VesselShadowsTest {
  private static final double H = 1e-3;
  private static final Grid GRID = new Grid(24, 9, 9, H, Vec3.ZERO);
  private static final double MARGIN = 2e-3;

  /** Target: i from 8 to 11; a vessel of 2 mm along z at i = 3. */
  private final VesselShadows shadows = new VesselShadows(GRID, List.of(vessel(3)), mask(), MARGIN);

  private static VesselTree vessel(double i) {
    Vec3 from = Vec3.mm(i, 4, 0);
    VesselSegment piece = new VesselSegment(from, Vec3.mm(i, 4, 8), 1e-3, -1);
    return new VesselTree("vein", 1, List.of(piece), Inlet.TRUNK, 0.1);
  }

  private static TargetMask mask() {
    boolean[] target = new boolean[GRID.cells()];
    boolean[] organ = new boolean[target.length];
    Arrays.fill(organ, true);
    for (int c = 0; c < target.length; c++) {
      int i = c % GRID.nx();
      target[c] = i >= 8 && i < 12;
    }
    return new TargetMask(GRID, target, organ);
  }

  @Test
  void theGapIsFromSurfaceToWall() {
    assertThat(shadows.near()).hasSize(1);
    // the target begins at 7.5 mm, the wall ends at 4 mm
    assertThat(shadows.near().get(0).gap()).isCloseTo(3.5e-3, within(1e-9));
    VesselShadows far = new VesselShadows(GRID, List.of(vessel(30)), mask(), MARGIN);
    assertThat(far.near()).as("outside the grid").isEmpty();
  }

  @Test
  void theShadowIsTargetAndMarginNearTheWall() {
    int[] shadow = new VesselShadows(GRID, List.of(vessel(3.2)), mask(), MARGIN).shadow(0);
    assertThat(shadow).isNotEmpty().isSorted();
    for (int c : shadow) {
      Vec3 at = GRID.centre(c);
      double wall = Math.hypot(at.x() - 3.2e-3, at.y() - 4e-3) - 1e-3;
      assertThat(wall).isLessThanOrEqualTo(VesselReport.SHADOW);
      assertThat(at.x()).isBetween(7.5e-3 - MARGIN, 11.5e-3 + MARGIN);
    }
    int inRow = 0;
    for (int c : shadow) {
      inRow += c / GRID.nx() == 4 + 9 * 4 ? 1 : 0;
    }
    // of the row through the axis: the margin begins at 5.5 mm, the shadow ends at 4.2 + 5 mm
    assertThat(VesselReport.SHADOW).isEqualTo(5e-3);
    assertThat(inRow).isEqualTo(4);
  }

  @Test
  void whatIsLeftIsWhatWasNotLethallyCold() {
    float[] lethal = new float[GRID.cells()];
    int[] shadow = shadows.shadow(0);
    double inTarget = 0;
    double inMargin = 0;
    for (int c : shadow) {
      boolean target = c % GRID.nx() >= 8;
      lethal[c] = target ? 0.25f : 1.5f; // more than all of it is all of it
      inTarget += target ? 0.75e-9 : 0;
    }
    assertThat(shadows.left(0, lethal)).containsExactly(new double[] {inTarget, 0}, within(1e-15));
    Arrays.fill(lethal, 0.5f);
    double[] left = shadows.left(0, lethal);
    for (int c : shadow) {
      inMargin += c % GRID.nx() < 8 ? 0.5e-9 : 0;
    }
    assertThat(left[1]).isCloseTo(inMargin, within(1e-15));
    assertThat(left[0] + left[1]).isCloseTo(0.5e-9 * shadow.length, within(1e-15));
  }

  @Test
  void whatIsAliveHasACentre() {
    float[] lethal = new float[GRID.cells()];
    Arrays.fill(lethal, 1);
    assertThat(shadows.alive(0, lethal)).isEmpty();
    int[] shadow = shadows.shadow(0);
    lethal[shadow[0]] = 0.1f;
    assertThat(shadows.alive(0, lethal)).as("less than a cell").isEmpty();
    lethal[shadow[0]] = 0;
    Vec3 a = GRID.centre(shadow[0]);
    assertThat(shadows.alive(0, lethal).orElseThrow().minus(a).norm()).isLessThan(1e-12);
    lethal[shadow[1]] = 0;
    Vec3 middle = a.plus(GRID.centre(shadow[1])).times(0.5);
    assertThat(shadows.alive(0, lethal).orElseThrow().minus(middle).norm()).isLessThan(1e-12);
  }

  @Test
  void theZoneEndsInsideTheCellThatIsPartlyLethal() {
    float[] lethal = new float[GRID.cells()];
    assertThat(shadows.approach(0, lethal)).isInfinite();
    lethal[GRID.index(9, 4, 4)] = 1;
    assertThat(shadows.approach(0, lethal)).as("it ends in no whole cell").isInfinite();
    lethal[GRID.index(8, 4, 4)] = 0.75f;
    // centre 8 mm, wall 4 mm; three quarters of the cell reach a quarter beyond its centre
    assertThat(shadows.approach(0, lethal)).isCloseTo(3.75e-3, within(1e-9));
    lethal[GRID.index(8, 4, 4)] = 0.25f;
    assertThat(shadows.approach(0, lethal)).isCloseTo(4.25e-3, within(1e-9));
    lethal[GRID.index(4, 4, 4)] = 0.9f;
    assertThat(shadows.approach(0, lethal)).as("at the wall").isZero();
  }
}
