package org.iceball.study.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.iceball.device.Phase;
import org.iceball.device.Protocol;
import org.iceball.device.VesselSegment;
import org.iceball.device.VesselTree;
import org.iceball.grid.Grid;
import org.iceball.grid.Labels;
import org.iceball.grid.Vec3;
import org.iceball.injury.NamedLaw;
import org.iceball.io.casefile.InjuryLibrary;
import org.iceball.model.Anatomy;
import org.iceball.model.Case;
import org.iceball.model.Case.PlannedNeedle;
import org.iceball.model.Faces;
import org.iceball.model.Numerics.Precision;
import org.iceball.model.Numerics.StepperKind;
import org.iceball.model.Region;
import org.iceball.solve.Cases;
import org.iceball.solve.Outcome;
import org.iceball.solve.Simulation;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.Tissue;
import org.junit.jupiter.api.Test;

/** Two arms on one patient; here both freeze, for what is compared does not depend on how. */
class ComparisonTest {
  private static final Tissue LIVER = Cases.liver(0.0156, FrozenLaw.CONSTANT);
  private static final int LIVER_LABEL = 0;
  private static final int TUMOUR = 1;
  private static final int VEIN = 2;
  private static final NamedLaw COLD = law("cold-20");
  private static final NamedLaw COLDER = law("cold-40");

  private static NamedLaw law(String name) {
    return InjuryLibrary.bundled().find(name).orElseThrow();
  }

  /** A box of 48 mm with a tumour of a radius [m] in its middle, and perhaps a vein beside it. */
  private static Anatomy anatomy(double spacing, double radius, boolean vein) {
    int n = (int) Math.round(48e-3 / spacing);
    Vec3 origin = new Vec3(1, 1, 1).times(-(n - 1) * spacing / 2);
    Grid grid = new Grid(n, n, n, spacing, origin);
    byte[] labels = new byte[grid.cells()];
    for (int c = 0; c < labels.length; c++) {
      Vec3 at = grid.centre(c);
      boolean lumen = Math.hypot(at.x() - radius - 4e-3, at.y()) < 3e-3;
      labels[c] = (byte) (at.norm() < radius ? TUMOUR : vein && lumen ? VEIN : LIVER_LABEL);
    }
    List<VesselSegment> tubes = new ArrayList<>();
    for (int s = 0; s < 24; s++) {
      Vec3 from = new Vec3(radius + 4e-3, 0, (s - 12) * 2e-3);
      tubes.add(new VesselSegment(from, from.plus(new Vec3(0, 0, 2e-3)), 3e-3, s - 1));
    }
    VesselTree tree = new VesselTree("vein", VEIN, tubes, VesselTree.Inlet.TRUNK, 0.17);
    List<VesselTree> vessels = vein ? List.of(tree) : List.of();
    return new Anatomy(new Labels(grid, labels), null, Vec3.ZERO, 1e-3, 1e-6, vessels, List.of());
  }

  private static Case asked(double spacing) {
    List<Region> regions =
        List.of(
            new Region(LIVER_LABEL, "liver", LIVER, Region.Role.ORGAN),
            new Region(TUMOUR, "tumour", LIVER, Region.Role.TARGET),
            new Region(VEIN, "vein", LIVER, Region.Role.VESSEL));
    return Cases.homogeneous(
            LIVER,
            spacing,
            List.of(),
            new Faces(Faces.Kind.HELD, 310.15),
            310.15,
            Cases.numerics(StepperKind.RKL2, Precision.FP64))
        .withRegions(regions);
  }

  private static Arm arm(String name, double spacing, double minutes, NamedLaw law) {
    Protocol protocol = new Protocol(List.of(new Phase(Phase.Kind.FREEZE, 60 * minutes)));
    PlannedNeedle needle =
        Cases.needle(Cases.probe(0.85e-3, 20e-3), Vec3.ZERO, new Vec3(0, 0, 1), protocol);
    return Arm.of(name, asked(spacing), List.of(needle), List.of(COLD, COLDER), law);
  }

  private static Comparison compared(Arm first, Arm second, double radius, boolean vein) {
    return Comparison.of(first, second, c -> anatomy(c.spacing(), radius, vein), s -> {});
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
