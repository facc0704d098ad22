package org.iceball.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.model.Faces;
import org.iceball.model.Material;
import org.iceball.model.Model;
import org.iceball.model.NeedleCells;
import org.iceball.model.PerfusionLaw;
import org.iceball.tissue.EnthalpyCurve;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.ThermalLaw;
import org.junit.jupiter.api.Test;

/** How stiff cells are: what a step must respect, by hand. */
class StiffnessTest {
  private static final double BODY = 310.15;
  private static final double H = 2e-3;
  private static final double WARM = Double.POSITIVE_INFINITY;
  private static final Faces INSULATED = new Faces(Faces.Kind.INSULATED, BODY);

  private static final Material TISSUE = material(0.52, 2, false);
  private static final Material LUMEN = material(0, 0, true);

  private static Material material(double conductivity, double frozen, boolean held) {
    ThermalLaw law =
        new ThermalLaw(
            FrozenLaw.CONSTANT, 1050, 3600, 1800, conductivity, frozen, 272.59, 265.15, 2.5e5);
    EnthalpyCurve curve = new EnthalpyCurve(law);
    return new Material(
        "m", curve, new PerfusionLaw(0, 0, 1, 0, 0, 0, 0, 0), held, curve.enthalpy(BODY));
  }

  /** A row of cells; lumen where the word has an o; needles at cells with conductances [1/m2]. */
  private static Model row(String cells, Faces faces, NeedleCells... needles) {
    byte[] kinds = new byte[cells.length()];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = (byte) (cells.charAt(i) == 'o' ? 1 : 0);
    }
    Grid grid = new Grid(kinds.length, 1, 1, H, Vec3.ZERO);
    return new Model(grid, kinds, List.of(TISSUE, LUMEN), List.of(needles), faces);
  }

  private static NeedleCells at(int cell, double conductance) {
    return new NeedleCells(new int[] {cell}, new double[] {conductance});
  }

  /** Walls at some temperatures [K]; NaN is passive. */
  private static double[] walls(double... temperature) {
    double[] q = new double[2 * temperature.length];
    EnthalpyCurve curve = TISSUE.curve();
    for (int n = 0; n < temperature.length; n++) {
      double t = temperature[n];
      Arrays.fill(q, 2 * n, 2 * n + 2, Double.isNaN(t) ? t : curve.integral(curve.enthalpy(t)));
    }
    return q;
  }

  @Test
  void aColdWallPullsApartFromWarmOnes() {
    Stiffness s = new Stiffness(row("......", INSULATED, at(1, 3e6), at(4, 5e6)));
    Stiffness.Pull both = s.pull(Box.empty(), walls(150, BODY));
    assertThat(both.chilled()).isEqualTo(3e6);
    assertThat(both.others()).containsExactly(4);
    assertThat(both.most()).isEqualTo(5e6);
    Stiffness.Pull weak = s.pull(Box.empty(), walls(BODY, 150));
    assertThat(weak.chilled()).isEqualTo(5e6);
    assertThat(weak.others()).as("less than what the cold wall does").isEmpty();
    Stiffness.Pull passive = s.pull(Box.empty(), walls(Double.NaN, Double.NaN));
    assertThat(passive.chilled()).isZero();
    assertThat(passive.others()).isEmpty();
    assertThat(s.pull(new Box(4, 6, 0, 1, 0, 1), walls(150, BODY)).others()).isEmpty();
    assertThat(s.largestPull()).isEqualTo(5e6);
  }

  @Test
  void aCellThatTwoPullAtHasTheSumAndIsAsColdAsTheColder() {
    Stiffness s = new Stiffness(row("...", INSULATED, at(1, 3e6), at(1, 5e6)));
    assertThat(s.pull(Box.empty(), walls(BODY, 150)).chilled()).isEqualTo(8e6);
    assertThat(s.pull(Box.empty(), walls(BODY, 150)).others()).isEmpty();
    assertThat(s.pull(Box.empty(), walls(BODY, 300)).most()).isEqualTo(8e6);
  }

  @Test
  void aFaceThatAVesselClosesPullsNoLonger() {
    double face = 2 / (H * H);
    Stiffness one = new Stiffness(row("o..", INSULATED, at(1, 3e6)));
    assertThat(one.largestPull()).isCloseTo(3e6 - face, within(1e-6));
    Stiffness two = new Stiffness(row("o.o", INSULATED, at(1, 3e6)));
    assertThat(two.largestPull()).isCloseTo(3e6 - 2 * face, within(1e-6));
    Stiffness inside = new Stiffness(row("o..", INSULATED, at(0, 3e6)));
    assertThat(inside.largestPull()).as("nothing happens inside a vessel").isZero();
  }

  @Test
  void theBoundIsTheDiffusivityOfTheColdestTimesFacesAndPull() {
    Stiffness s = new Stiffness(row("...", INSULATED));
    double liquid = 0.52 / (1050 * 3600);
    double ice = 2.0 / (1050 * 1800);
    double grid = 12 / (H * H);
    double warm = TISSUE.curve().enthalpy(300);
    double frozen = TISSUE.curve().enthalpy(250);
    double[] now = {warm, Double.POSITIVE_INFINITY};
    assertThat(s.bound(now, WARM, 1e6, true)).isCloseTo(liquid * (grid + 1e6), within(1e-9));
    assertThat(s.bound(now, 150, 1e6, false)).isCloseTo(liquid * (grid + 1e6), within(1e-9));
    assertThat(s.bound(now, 150, 0, true)).isCloseTo(ice * grid, within(1e-9));
    now[0] = frozen;
    assertThat(s.bound(now, WARM, 0, true)).isCloseTo(ice * grid, within(1e-9));
  }

  @Test
  void aFaceThatIsHeldElsewhereThanTheStartWeighsTwice() {
    double[] now = {TISSUE.start(), Double.POSITIVE_INFINITY};
    double usual = new Stiffness(row("...", INSULATED)).bound(now, WARM, 0, true);
    Faces warmer = new Faces(Faces.Kind.HELD, BODY + 5);
    // ends of a row of three weigh 3 along it; across it both faces are held, 4 each
    double held = new Stiffness(row("...", warmer)).bound(now, WARM, 0, true);
    assertThat(held / usual).isCloseTo(11 / 6.0, within(1e-12));
    Faces same = new Faces(Faces.Kind.HELD, BODY);
    assertThat(new Stiffness(row("...", same)).bound(now, WARM, 0, true)).isEqualTo(usual);
  }

  @Test
  void whereIceBeginsAtASideStepsAreShort() {
    assertThat(new Stiffness(row("...", INSULATED)).mostStages()).isEqualTo(60);
    assertThat(new Stiffness(row("...", new Faces(Faces.Kind.HELD, BODY))).mostStages())
        .isEqualTo(60);
    assertThat(new Stiffness(row("...", new Faces(Faces.Kind.HELD, 280))).mostStages())
        .isEqualTo(60);
    assertThat(new Stiffness(row("o..", new Faces(Faces.Kind.HELD, 250))).mostStages())
        .isEqualTo(7);
    assertThat(new Stiffness(row("...", new Faces(Faces.Kind.HELD, 272.59))).mostStages())
        .as("at the liquidus there is none yet")
        .isEqualTo(60);
  }

  @Test
  void theWindowTakesInWhatIsDriven() {
    Grid grid = new Grid(1, 40, 1, H, Vec3.ZERO);
    Model model =
        new Model(
            grid,
            new byte[grid.cells()],
            List.of(TISSUE, LUMEN),
            List.of(at(5, 1e6), at(20, 1e6), at(35, 1e6)),
            INSULATED);
    ActiveWindow active = new ActiveWindow(model);
    Box start = active.atStart();
    assertThat(start).isEqualTo(new Box(0, 1, 1, 10, 0, 1));
    assertThat(active.holding(start, walls(150, Double.NaN, BODY))).isSameAs(start);
    assertThat(active.holding(start, walls(150, BODY, BODY - 0.005))).isSameAs(start);
    assertThat(active.holding(start, walls(150, BODY - 0.02, BODY)))
        .isEqualTo(new Box(0, 1, 1, 25, 0, 1));
    assertThat(active.holding(start, walls(BODY, BODY, 330))).isEqualTo(new Box(0, 1, 1, 40, 0, 1));
  }
}
