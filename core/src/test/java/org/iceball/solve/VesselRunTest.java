package org.iceball.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.iceball.device.Phase;
import org.iceball.device.Placement;
import org.iceball.device.Protocol;
import org.iceball.device.VesselSegment;
import org.iceball.device.VesselTree;
import org.iceball.device.VesselTree.Inlet;
import org.iceball.grid.Grid;
import org.iceball.grid.Labels;
import org.iceball.grid.Vec3;
import org.iceball.model.Anatomy;
import org.iceball.model.AnatomySpec;
import org.iceball.model.BloodSupply;
import org.iceball.model.Case;
import org.iceball.model.Faces;
import org.iceball.model.Numerics;
import org.iceball.model.Region;
import org.iceball.model.Region.VesselFlow;
import org.iceball.model.VesselModel;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;
import org.junit.jupiter.api.Test;

/** Whole runs with a needle beside vessels. */
class VesselRunTest {
  private static final Tissue LIVER = Cases.liver(0.016, FrozenLaw.RABIN);
  private static final double H = 2e-3;
  private static final Grid GRID = new Grid(20, 20, 24, H, Vec3.mm(-19, -19, -23));

  /** A fork: a trunk from below, and two branches of half the cross-section. */
  static VesselTree fork(double radius, double away, Inlet inlet, double velocity) {
    List<VesselSegment> s = new ArrayList<>();
    double branch = radius / Math.sqrt(2);
    s.add(new VesselSegment(new Vec3(away, 0, -0.024), new Vec3(away, 0, -0.016), radius, -1));
    s.add(new VesselSegment(new Vec3(away, 0, -0.016), new Vec3(away, 0, -0.008), radius, 0));
    s.add(new VesselSegment(new Vec3(away, 0, -0.008), new Vec3(away, 0, 0), radius, 1));
    for (int side = -1; side <= 1; side += 2) {
      int parent = 2;
      for (int n = 0; n < 3; n++) {
        Vec3 a = new Vec3(away, side * 0.004 * n, 0.008 * n);
        Vec3 b = new Vec3(away, side * 0.004 * (n + 1), 0.008 * (n + 1));
        s.add(new VesselSegment(a, b, branch, parent));
        parent = s.size() - 1;
      }
    }
    return new VesselTree("vein", 1, s, inlet, velocity);
  }

  static Anatomy anatomy(VesselTree tree) {
    return anatomy(tree, GRID, at -> at.norm() < 7e-3);
  }

  private static Anatomy anatomy(VesselTree tree, Grid grid, Predicate<Vec3> tumour) {
    byte[] labels = new byte[grid.cells()];
    for (int c = 0; c < labels.length; c++) {
      int i = c % grid.nx();
      int j = c / grid.nx() % grid.ny();
      Vec3 at = grid.centre(i, j, c / grid.nx() / grid.ny());
      if (tumour.test(at)) {
        labels[c] = 2;
      }
      if (tree.segments().stream().anyMatch(s -> s.distance(at) <= s.radius())) {
        labels[c] = 1;
      }
    }
    return new Anatomy(
        new Labels(grid, labels), null, Vec3.ZERO, 1e-3, 1e-6, List.of(tree), List.of());
  }

  static Case asked(VesselModel rung, VesselTree tree, double freeze, BloodSupply blood) {
    VesselFlow flow = new VesselFlow(Optional.ofNullable(rung), tree.velocity(), tree.inlet());
    Placement middle =
        new Placement(
            Placement.Anchor.TARGET_CENTRE,
            Placement.Aim.MIDDLE_OF_ACTIVE_ZONE,
            Vec3.ZERO,
            null,
            new Vec3(0, 0, 1));
    Protocol protocol =
        new Protocol(
            List.of(new Phase(Phase.Kind.FREEZE, freeze), new Phase(Phase.Kind.ACTIVE_THAW, 600)));
    return new Case(
            "a vein",
            new AnatomySpec.Phantom(new Vec3(0.1, 0.1, 0.1), List.of()),
            List.of(
                new Region(0, "liver", LIVER, Region.Role.ORGAN),
                new Region(1, "vein", LIVER, Region.Role.VESSEL, 1, Double.NaN, flow),
                new Region(2, "tumour", LIVER, Region.Role.TARGET, 1, 283.15, VesselFlow.USUAL)),
            H,
            Double.POSITIVE_INFINITY,
            new Faces(Faces.Kind.HELD, 310.15),
            310.15,
            List.of(new Case.PlannedNeedle("A", Cases.probe(0.75e-3, 30e-3), middle, 0, protocol)),
            List.of(273.15, 253.15),
            List.of(0.0, 5e-3),
            253.15,
            Double.POSITIVE_INFINITY,
            Cases.numerics(Numerics.StepperKind.RKL2, Numerics.Precision.FP64))
        .withBlood(blood);
  }

  private static Outcome run(VesselModel rung, VesselTree tree, double freeze) {
    return Simulation.run(asked(rung, tree, freeze, BloodSupply.BY_CALIBRE), anatomy(tree));
  }

  @Test
  void whatTheBloodLosesTheTissueGetsThroughAFork() {
    for (Inlet inlet : Inlet.values()) {
      VesselTree tree = fork(1.2e-3, 9e-3, inlet, 0.03);
      Outcome o = run(new VesselModel.Advective(), tree, 240);
      VesselReport vein = o.vessels().get(0);
      assertThat(vein.heat()).isGreaterThan(20);
      assertThat(vein.lost()).isCloseTo(vein.heat(), within(1e-10 * vein.heat()));
      assertThat(vein.cooling()).isGreaterThan(0.1);
      assertThat(o.energy().vessels()).isCloseTo(vein.heat(), within(1e-10 * vein.heat()));
      assertThat(o.energy().imbalanceRelative()).isLessThan(1e-12);
    }
  }

  @Test
  void eachRungWarmsMoreThanTheOneBelow() {
    VesselTree tree = fork(3.5e-3, 11e-3, Inlet.TRUNK, 0.1);
    double before = -1;
    double lethal = Double.POSITIVE_INFINITY;
    for (VesselModel rung : VesselModel.ladder()) {
      Outcome o = run(rung, tree, 300);
      VesselReport vein = o.vessels().get(0);
      double zone = o.moments().get(o.moments().size() - 1).zones().get(1).volume();
      assertThat(vein.heat()).as(rung.key()).isGreaterThan(before);
      assertThat(zone).as(rung.key()).isLessThan(lethal * 1.0001);
      assertThat(o.energy().imbalanceRelative()).as(rung.key()).isLessThan(1e-12);
      before = vein.heat();
      lethal = zone;
    }
  }

  /**
   * Far from the needle a lumen is held cells that conduct, near it a wall round cells at rest.
   * Here rows of cells enter it out of both, out of liver, and out of a tumour with a curve of its
   * own.
   */
  @Test
  void theBooksCloseWhereALumenGoesFromHeldToWalled() {
    List<VesselSegment> s = new ArrayList<>();
    for (int n = 0; n < 8; n++) {
      Vec3 from = Vec3.mm(8 * n - 32, 9 - 0.3 * (8 * n - 32), 0);
      s.add(new VesselSegment(from, from.plus(Vec3.mm(8, -2.4, 0)), 4e-3, n - 1));
    }
    VesselTree tree = new VesselTree("vein", 1, s, Inlet.TRUNK, 0.1);
    Grid grid = new Grid(32, 22, 20, H, Vec3.mm(-31, -21, -19));
    Case asked = asked(new VesselModel.ConvectiveWall(), tree, 240, BloodSupply.BY_CALIBRE);
    List<Region> regions = new ArrayList<>(asked.regions());
    Tissue other = LIVER.with(TissueProperty.CONDUCTIVITY, Cases.cited(0.6));
    regions.set(2, new Region(2, "tumour", other, Region.Role.TARGET));
    Outcome o =
        Simulation.run(asked.withRegions(regions), anatomy(tree, grid, at -> at.y() < 12e-3));
    assertThat(o.energy().vessels()).isGreaterThan(o.vessels().get(0).heat()); // some are held
    assertThat(o.energy().imbalanceRelative()).isLessThan(1e-12);
  }

  @Test
  void aThinSlowVesselBesideTheNeedleFreezesShutAndSaysSo() {
    VesselTree tree = fork(0.6e-3, 4e-3, Inlet.TRUNK, 0.004);
    Outcome o = run(new VesselModel.Advective(), tree, 420);
    assertThat(o.vessels().get(0).stasis()).isNotEmpty();
    Stasis first = o.vessels().get(0).stasis().get(0);
    assertThat(first.from()).isBetween(1.0, 420.0);
    // helium thaws it again
    assertThat(first.to()).isBetween(420.0, 1020.0);
    assertThat(o.warnings()).anyMatch(w -> w.startsWith("vein froze shut after"));
  }

  @Test
  void aVesselOfMoreThanFiveMillimetresDoesNotFreeze() {
    VesselTree tree = fork(2.6e-3 * Math.sqrt(2), 5.5e-3, Inlet.TRUNK, 0.17);
    Outcome o = run(new VesselModel.ConvectiveWall(), tree, 900);
    assertThat(o.vessels().get(0).stasis()).isEmpty();
    assertThat(o.warnings()).noneMatch(w -> w.contains("froze shut"));
  }

  @Test
  void aStructureToBeSparedIsWatched() {
    VesselTree tree = fork(3.5e-3, 11e-3, Inlet.TRUNK, 0.1);
    Outcome o = run(new VesselModel.ConvectiveWall(), tree, 300);
    SparedReport tumour = o.spared().get(0);
    assertThat(tumour.limit()).isEqualTo(283.15);
    assertThat(tumour.coldest()).isLessThan(283.15);
    assertThat(tumour.beyond()).isBetween(100.0, 900.0);
    assertThat(tumour.since()).isBetween(0.0, 300.0);
    assertThat(o.warnings()).anyMatch(w -> w.contains("tumour, to be spared, fell to"));
  }

  @Test
  void embolisedTissueLosesItsBlood() {
    VesselTree tree = fork(3.5e-3, 11e-3, Inlet.TRUNK, 0.1);
    Case normal = asked(new VesselModel.PerfusionOnly(), tree, 300, BloodSupply.BY_CALIBRE);
    List<Region> regions = new ArrayList<>(normal.regions());
    regions.set(
        0, new Region(0, "liver", LIVER, Region.Role.ORGAN, 0.2, Double.NaN, VesselFlow.USUAL));
    Case embolised =
        new Case(
            normal.title(),
            normal.anatomy(),
            regions,
            normal.spacing(),
            normal.around(),
            normal.faces(),
            normal.initialTemperature(),
            normal.needles(),
            normal.thresholds(),
            normal.margins(),
            normal.lethal(),
            normal.snapshotEvery(),
            normal.numerics());
    double with = ice(Simulation.run(normal, anatomy(tree)));
    double without = ice(Simulation.run(embolised, anatomy(tree)));
    assertThat(without).isGreaterThan(1.2 * with);
  }

  private static double ice(Outcome o) {
    return o.moments().get(0).zones().get(0).volume();
  }

  @Test
  void aClampMakesMoreIce() {
    VesselTree tree = fork(3.5e-3, 11e-3, Inlet.TRUNK, 0.1);
    BloodSupply clamped =
        new BloodSupply(Optional.empty(), false, List.of(new BloodSupply.Clamp(0, 300)));
    Case asked = asked(null, tree, 300, clamped);
    assertThat(ice(Simulation.run(asked, anatomy(tree))))
        .isGreaterThan(ice(Simulation.run(asked.withBlood(BloodSupply.BY_CALIBRE), anatomy(tree))));
  }
}
