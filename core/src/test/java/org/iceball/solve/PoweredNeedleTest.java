package org.iceball.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.iceball.device.Cryoprobe;
import org.iceball.device.Drive;
import org.iceball.device.GasCooling;
import org.iceball.device.GasCooling.Coolant;
import org.iceball.device.GasSupply;
import org.iceball.device.Phase;
import org.iceball.device.Placement;
import org.iceball.device.Protocol;
import org.iceball.grid.Grid;
import org.iceball.grid.Labels;
import org.iceball.grid.Vec3;
import org.iceball.model.Anatomy;
import org.iceball.model.Case;
import org.iceball.model.Faces;
import org.iceball.model.Numerics.Precision;
import org.iceball.model.Numerics.StepperKind;
import org.iceball.model.Region;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;
import org.junit.jupiter.api.Test;

/** Needles whose walls are found from what they can take up. */
class PoweredNeedleTest {
  private static final double H = 2e-3;
  private static final Cryoprobe PROBE = probe(0.8e-3);
  private static final Tissue LIVER = Cases.liver(0.016, FrozenLaw.RABIN);

  @Test
  void theHeatStaysBelowTheSupplyAndFallsAsTheIceGrows() {
    Outcome outcome = run(List.of(needle("A", 0, new Drive.Expansion(1), freeze(600))));
    double capacity = 0.8e-3 * 43e3 * 1.03;
    List<HistoryRow> rows = outcome.history();
    List<Double> heat = rows.stream().map(r -> r.needleHeat().get(0)).toList();
    assertThat(heat).allMatch(w -> w <= capacity);
    double most = heat.stream().mapToDouble(w -> w).max().orElseThrow();
    assertThat(most).isGreaterThan(15);
    assertThat(heat.get(heat.size() - 1)).isLessThan(most);
    List<Double> walls = rows.stream().map(r -> r.wallTemperature().get(0)).toList();
    for (int i = 3; i < walls.size(); i++) {
      assertThat(walls.get(i)).as("wall at %s", rows.get(i).time()).isLessThan(walls.get(i - 1));
    }
    assertThat(outcome.energy().imbalanceRelative()).isLessThan(1e-12);
  }

  @Test
  void aConstantHeatIsTheHeatThatTheTissueLoses() {
    Outcome outcome = run(List.of(needle("A", 0, new Drive.Heat(12), freeze(300))));
    // the wall follows from step to step, so a little less is taken than asked
    assertThat(outcome.energy().takenByNeedles().get(0)).isBetween(0.985 * 12 * 300, 12.0 * 300);
  }

  @Test
  void aFluidNeverCoolsTheWallBelowItself() {
    Outcome outcome = run(List.of(needle("A", 0, new Drive.Fluid(150, 3000), freeze(300))));
    HistoryRow last = outcome.history().get(outcome.history().size() - 1);
    double wall = last.wallTemperature().get(0);
    assertThat(wall).isGreaterThan(150);
    assertThat(last.needleHeat().get(0))
        .isCloseTo(3000 * PROBE.activeSurface() * (wall - 150), within(0.2));
  }

  @Test
  void aCourseIsFollowed() {
    Drive drive = new Drive.Course(List.of(0.0, 60.0, 300.0), List.of(300.0, 180.0, 140.0));
    Outcome outcome = run(List.of(needle("A", 0, drive, freeze(300))));
    for (HistoryRow row : outcome.history()) {
      if (row.time() == 180) {
        // the mean of the interval that ends here
        assertThat(row.wallTemperature().get(0)).isCloseTo(160, within(5.0));
      }
    }
    assertThat(outcome.history().get(outcome.history().size() - 1).wallTemperature().get(0))
        .isCloseTo(140, within(3.0));
  }

  @Test
  void lessDutyMakesASmallerBall() {
    double full = ice(run(List.of(needle("A", 0, new Drive.Expansion(1), freeze(300)))));
    double part = ice(run(List.of(needle("A", 0, new Drive.Expansion(0.5), freeze(300)))));
    assertThat(part).isLessThan(0.75 * full);
  }

  @Test
  void aSharedSupplyWeakensEveryNeedle() {
    List<Case.PlannedNeedle> two =
        List.of(
            needle("A", -12e-3, new Drive.Expansion(1), freeze(240)),
            needle("B", 12e-3, new Drive.Expansion(1), freeze(240)));
    double apart = ice(run(two));
    GasSupply shared = new GasSupply(24e6, 293.15, 0.7e-3);
    double together =
        ice(
            Simulation.run(
                asked(two, StepperKind.RKL2).withGas(shared), Cases.empty(30, 24, 24, H)));
    assertThat(together).isLessThan(0.9 * apart);
  }

  @Test
  void heliumThawsFasterThanWarmTissue() {
    Protocol active =
        new Protocol(
            List.of(new Phase(Phase.Kind.FREEZE, 240), new Phase(Phase.Kind.ACTIVE_THAW, 120)));
    Protocol passive =
        new Protocol(
            List.of(new Phase(Phase.Kind.FREEZE, 240), new Phase(Phase.Kind.PASSIVE_THAW, 120)));
    Outcome warmed = run(List.of(needle("A", 0, new Drive.Expansion(1), active)));
    Outcome left = run(List.of(needle("A", 0, new Drive.Expansion(1), passive)));
    assertThat(ice(warmed)).isLessThan(ice(left));
    HistoryRow last = warmed.history().get(warmed.history().size() - 1);
    assertThat(last.wallTemperature().get(0)).isBetween(273.15, 313.15);
    assertThat(last.needleHeat().get(0)).isNegative();
  }

  @Test
  void theStepperDoesNotMatter() {
    List<Case.PlannedNeedle> one = List.of(needle("A", 0, new Drive.Expansion(1), freeze(120)));
    Outcome fast = Simulation.run(asked(one, StepperKind.RKL2), Cases.empty(24, 24, 24, H));
    Outcome plain = Simulation.run(asked(one, StepperKind.EULER), Cases.empty(24, 24, 24, H));
    double taken = plain.energy().takenByNeedles().get(0);
    assertThat(fast.energy().takenByNeedles().get(0)).isCloseTo(taken, within(0.02 * taken));
    assertThat(ice(fast)).isCloseTo(ice(plain), within(0.03 * ice(plain)));
  }

  @Test
  void theShaftCarriesColdBehindTheActiveZone() {
    Outcome bare = run(List.of(needle("A", 0, new Drive.Expansion(1), freeze(300))));
    Case.PlannedNeedle thick =
        new Case.PlannedNeedle(
            "A", probe(0.8e-3, 300e-6), at(0), 0, freeze(300), new Drive.Expansion(1));
    Outcome conducting = run(List.of(thick));
    // above the active zone, which ends at z = 10 mm
    int above = cell(bare, 0, 0, 17e-3);
    assertThat(conducting.temperature()[above]).isLessThan(bare.temperature()[above] - 3);
    assertThat(conducting.energy().imbalanceRelative()).isLessThan(1e-12);
  }

  @Test
  void tissueThatFreezesLateIsFollowedAsWell() {
    // a needle much colder than 260 K that is not yet colder than the tissue's liquidus
    Tissue late =
        LIVER
            .with(TissueProperty.LIQUIDUS, Cases.cited(233.15))
            .with(TissueProperty.SOLIDUS, Cases.cited(226.15));
    List<Case.PlannedNeedle> two =
        List.of(
            needle("A", -14e-3, new Drive.Plateau(), freeze(240)),
            needle("B", 12e-3, new Drive.Heat(6), freeze(240)));
    Case asked =
        asked(two, StepperKind.RKL2)
            .withRegions(List.of(new Region(0, "late", late, Region.Role.ORGAN)));
    Outcome outcome = Simulation.run(asked, Cases.empty(60, 48, 24, H));
    assertThat(outcome.energy().takenByNeedles().get(1)).isBetween(0.97 * 6 * 240, 6.0 * 240);
  }

  @Test
  void theNeedleBesideAVesselRunsWarmerAndTheReportSaysSo() {
    Grid grid = Cases.empty(30, 24, 24, H).labels().grid();
    byte[] labels = new byte[grid.cells()];
    for (int c = 0; c < labels.length; c++) {
      Vec3 at = grid.centre(c % 30, c / 30 % 24, c / 30 / 24);
      labels[c] = (byte) (Math.hypot(at.x() - 18e-3, at.y()) < 5e-3 ? 1 : 0);
    }
    Anatomy anatomy = new Anatomy(new Labels(grid, labels), null, Vec3.ZERO, 1e-3, 0);
    List<Case.PlannedNeedle> two =
        List.of(
            needle("far", -16e-3, new Drive.Expansion(1), freeze(300)),
            needle("near", 11e-3, new Drive.Expansion(1), freeze(300)));
    Case asked =
        asked(two, StepperKind.RKL2)
            .withRegions(
                List.of(
                    new Region(0, "liver", LIVER, Region.Role.ORGAN),
                    new Region(1, "vein", LIVER, Region.Role.VESSEL)))
            .withGas(new GasSupply(24e6, 293.15, 0.7e-3));
    Outcome outcome = Simulation.run(asked, anatomy);
    List<NeedleReport> reports = NeedleReport.of(outcome.needles(), outcome.history());
    assertThat(reports.get(1).lastWall()).isGreaterThan(reports.get(0).lastWall() + 3);
    assertThat(reports.get(1).mostHeat()).isGreaterThan(reports.get(0).mostHeat());
    assertThat(outcome.warnings())
        .anyMatch(w -> w.startsWith("Needle near runs ") && w.contains("warmer than far"));
    assertThat(outcome.warnings()).noneMatch(w -> w.startsWith("Needle far runs"));
  }

  private static int cell(Outcome o, double x, double y, double z) {
    var g = o.anatomy().labels().grid();
    return g.index(
        (int) Math.round((x - g.origin().x()) / H),
        (int) Math.round((y - g.origin().y()) / H),
        (int) Math.round((z - g.origin().z()) / H));
  }

  private static double ice(Outcome outcome) {
    return outcome.history().get(outcome.history().size() - 1).iceVolume();
  }

  private static Outcome run(List<Case.PlannedNeedle> needles) {
    return Simulation.run(asked(needles, StepperKind.RKL2), Cases.empty(30, 24, 24, H));
  }

  private static Case asked(List<Case.PlannedNeedle> needles, StepperKind stepper) {
    return Cases.homogeneous(
        LIVER,
        H,
        new ArrayList<>(needles),
        new Faces(Faces.Kind.HELD, 310.15),
        310.15,
        Cases.numerics(stepper, Precision.FP64));
  }

  private static Case.PlannedNeedle needle(String name, double x, Drive drive, Protocol protocol) {
    return new Case.PlannedNeedle(name, PROBE, at(x), 0, protocol, drive);
  }

  private static Placement at(double x) {
    return new Placement(
        Placement.Anchor.IMAGE,
        Placement.Aim.MIDDLE_OF_ACTIVE_ZONE,
        new Vec3(x, 0, 0),
        null,
        new Vec3(0, 0, 1));
  }

  private static Protocol freeze(double seconds) {
    return new Protocol(List.of(new Phase(Phase.Kind.FREEZE, seconds)));
  }

  private static Cryoprobe probe(double flow) {
    return probe(flow, 8e-6);
  }

  private static Cryoprobe probe(double flow, double shaft) {
    return new Cryoprobe(
        "test",
        "test",
        Cases.cited(1.47e-3),
        Cases.cited(20e-3),
        Cases.cited(133.15),
        Cases.cited(30),
        Cases.cited(313.15),
        Cases.cited(30),
        new GasCooling(
            Coolant.ARGON,
            Cases.cited(flow),
            Cases.cited(24e6),
            Cases.cited(0.9),
            Cases.cited(2800),
            Cases.cited(30),
            Cases.cited(shaft)));
  }
}
