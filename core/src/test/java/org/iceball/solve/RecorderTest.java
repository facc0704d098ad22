package org.iceball.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.iceball.device.Phase.Kind;
import org.iceball.grid.Vec3;
import org.iceball.model.Numerics.Precision;
import org.iceball.model.Numerics.StepperKind;
import org.junit.jupiter.api.Test;

/** What people are told about where the ice went. */
class RecorderTest {
  private static final double H = 2e-3;

  private static List<String> warnings(Vec3 middle, Vec3 axis, double freeze) {
    return Simulation.run(
            MixedCase.of(
                H,
                middle,
                axis,
                MixedCase.protocol(Kind.FREEZE, freeze),
                MixedCase.numerics(StepperKind.RKL2, Precision.FP64, 2)),
            MixedCase.anatomy(H, false, false, false))
        .warnings();
  }

  @Test
  void aNeedleInAVesselIsNamedWithItsShare() {
    Vec3 vein = new Vec3(4.5 * H, 0, -H);
    assertThat(warnings(vein, new Vec3(0, 1, 0), 5))
        .anyMatch(
            w -> w.matches("Needle A lies in a vessel with (9[0-9]|100) % of its active zone.*"));
    // half in, half out, across the wall, which is 2.4 cells from the axis there
    assertThat(warnings(vein.minus(new Vec3(2.4 * H, 0, 0)), new Vec3(1, 0, 0), 5))
        .anyMatch(w -> w.matches("Needle A lies in a vessel with [3-6][0-9] % .*"));
    assertThat(warnings(Vec3.ZERO.minus(new Vec3(3 * H, 0, 0)), new Vec3(0, 1, 0), 5))
        .noneMatch(w -> w.contains("lies in a vessel"));
  }

  @Test
  void iceAtTheEdgeIsSaidAndOtherwiseColdThere() {
    Vec3 near = new Vec3(0, 0, -6 * H);
    assertThat(warnings(near, new Vec3(0, 1, 0), 300))
        .anyMatch(w -> w.startsWith("The ice reached the edge of the grid"))
        .noneMatch(w -> w.startsWith("The edge of the grid cooled"));
    assertThat(warnings(new Vec3(0, 0, -4 * H), new Vec3(0, 1, 0), 40))
        .anyMatch(w -> w.startsWith("The edge of the grid cooled by more than 5 K"))
        .noneMatch(w -> w.startsWith("The ice reached"));
    assertThat(warnings(Vec3.ZERO, new Vec3(0, 1, 0), 5))
        .noneMatch(w -> w.contains("edge of the grid"));
  }
}
