package org.iceball.meshes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.iceball.device.Cryoprobe;
import org.iceball.device.Phase;
import org.iceball.device.Placement;
import org.iceball.device.Protocol;
import org.iceball.grid.Affine;
import org.iceball.grid.Grid;
import org.iceball.grid.LabelImage;
import org.iceball.grid.Vec3;
import org.iceball.model.Anatomy;
import org.iceball.model.AnatomySpec;
import org.iceball.model.AnatomySpec.Box;
import org.iceball.model.AnatomySpec.Ellipsoid;
import org.iceball.model.AnatomySpec.Phantom;
import org.iceball.model.AnatomySpec.Tube;
import org.iceball.model.Case;
import org.iceball.model.Case.PlannedNeedle;
import org.iceball.model.Faces;
import org.iceball.model.Numerics;
import org.iceball.model.Region;
import org.iceball.model.Region.Role;
import org.iceball.tissue.Cited;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnatomyBuilderTest {
  private static final double WHOLE = Double.POSITIVE_INFINITY;
  @TempDir Path folder;

  private static Region region(int label, Role role) {
    Map<TissueProperty, Cited> numbers = new EnumMap<>(TissueProperty.class);
    for (TissueProperty p : TissueProperty.values()) {
      numbers.put(p, Cited.byUser(1));
    }
    Tissue tissue = new Tissue("any", "any", FrozenLaw.CONSTANT, numbers);
    return new Region(label, "region " + label, tissue, role);
  }

  private static final List<Region> LIVER =
      List.of(
          region(0, Role.SURROUNDING),
          region(1, Role.ORGAN),
          region(2, Role.VESSEL),
          region(4, Role.TARGET));

  private static Case plan(
      AnatomySpec anatomy, List<Region> regions, double mm, double around, PlannedNeedle... n) {
    return new Case(
        "a test",
        anatomy,
        regions,
        mm * 1e-3,
        around,
        new Faces(Faces.Kind.INSULATED, 310.15),
        310.15,
        List.of(n),
        List.of(273.15),
        List.of(0.0),
        273.15,
        WHOLE,
        new Numerics(Numerics.StepperKind.EULER, Numerics.Precision.FP64, 1, "cpu"));
  }

  private static PlannedNeedle needle(Placement.Anchor anchor, Vec3 point, Vec3 direction) {
    Cited any = Cited.byUser(1);
    Cryoprobe probe =
        new Cryoprobe("p", "p", Cited.byUser(2e-3), Cited.byUser(30e-3), any, any, any, any);
    Placement placement =
        new Placement(anchor, Placement.Aim.MIDDLE_OF_ACTIVE_ZONE, point, null, direction);
    return new PlannedNeedle(
        "n", probe, placement, 0, new Protocol(List.of(new Phase(Phase.Kind.FREEZE, 1))));
  }

  private static List<Finding> refused(Case c) {
    Throwable thrown = catchThrowable(() -> AnatomyBuilder.build(c));
    assertThat(thrown).isInstanceOf(CaseException.class);
    return ((CaseException) thrown).findings();
  }

  private static final Phantom PHANTOM =
      new Phantom(
          Vec3.mm(80, 70, 60),
          List.of(
              new Box(1, Vec3.ZERO, Vec3.mm(70, 60, 50)),
              new Ellipsoid(4, Vec3.mm(3, -4, 2), Vec3.mm(20, 24, 16)),
              new Tube(
                  2, List.of(Vec3.mm(-33, 10, 0), Vec3.mm(0, 12, 0), Vec3.mm(20, 20, 10)), 6e-3)));

  @Test
  void aPhantomHasTheVolumesOfItsShapes() {
    Anatomy a = AnatomyBuilder.build(plan(PHANTOM, LIVER, 1, WHOLE));
    assertThat(a.source()).isNull();
    Grid g = a.labels().grid();
    assertThat(new int[] {g.nx(), g.ny(), g.nz()}).containsExactly(80, 70, 60);
    TestImages.near(g.origin(), Vec3.mm(-39.5, -34.5, -29.5), 1e-12);
    double ellipsoid = Math.PI / 6 * 20e-3 * 24e-3 * 16e-3;
    // The tube grazes the ellipsoid, so that the tube's volume is exact and the target's is not.
    assertThat(a.targetVolume()).isCloseTo(ellipsoid, Percentage.withPercentage(4));
    double length = Math.sqrt(33 * 33 + 4) + Math.sqrt(400 + 64 + 100);
    double tube = Math.PI * 9 * length + 4.0 / 3 * Math.PI * 27;
    assertThat(a.labels().count(2)).isCloseTo((int) tube, Percentage.withPercentage(3.5));
    double all = 70 * 60 * 50e-9;
    assertThat(a.organVolume() + a.labels().count(2) * 1e-9)
        .isCloseTo(all, Percentage.withPercentage(0.1));
    assertThat(a.labels().count(4) * 1e-9)
        .isCloseTo(a.targetVolume(), Percentage.withPercentage(1));
  }

  @Test
  void anEllipsoidAloneHasItsVolumeAndCentre() {
    for (double mm : new double[] {0.7, 1, 2}) {
      Phantom p = new Phantom(PHANTOM.size(), PHANTOM.shapes().subList(0, 2));
      List<Region> regions = List.of(LIVER.get(0), LIVER.get(1), LIVER.get(3));
      Anatomy a = AnatomyBuilder.build(plan(p, regions, mm, WHOLE));
      double exact = Math.PI / 6 * 20e-3 * 24e-3 * 16e-3;
      assertThat(a.targetVolume()).isCloseTo(exact, Percentage.withPercentage(0.5));
      assertThat(a.labels().count(4) * a.labels().grid().cellVolume())
          .isCloseTo(exact, Percentage.withPercentage(2.5));
      TestImages.near(a.targetCentre(), Vec3.mm(3, -4, 2), 2e-5);
    }
  }

  @Test
  void laterShapesLieOverEarlierOnes() {
    Phantom p =
        new Phantom(
            Vec3.mm(10, 10, 10),
            List.of(
                new Box(4, Vec3.ZERO, Vec3.mm(10, 10, 10)),
                new Box(1, Vec3.ZERO, Vec3.mm(4, 10, 10))));
    Anatomy a = AnatomyBuilder.build(plan(p, List.of(LIVER.get(1), LIVER.get(3)), 1, WHOLE));
    assertThat(a.labels().count(1)).isEqualTo(400);
    assertThat(a.labels().count(4)).isEqualTo(600);
    assertThat(a.targetVolume()).isCloseTo(600e-9, Offset.offset(1e-15));
    assertThat(a.organVolume()).isCloseTo(1000e-9, Offset.offset(1e-15));
  }

  @Test
  void theGridHoldsTargetAndActiveZonesAndWhatLiesAround() {
    PlannedNeedle n = needle(Placement.Anchor.TARGET_CENTRE, Vec3.mm(0, 0, 10), new Vec3(0, 0, 1));
    Phantom p = new Phantom(PHANTOM.size(), PHANTOM.shapes().subList(0, 2));
    List<Region> regions = List.of(LIVER.get(0), LIVER.get(1), LIVER.get(3));
    Anatomy a = AnatomyBuilder.build(plan(p, regions, 1, 5e-3, n));
    Grid g = a.labels().grid();
    // target: x -7..13, y -16..8, z -6..10; active zone: z 12 - 15..12 + 15, and its radius
    assertThat(g.nx()).isBetween(30, 32);
    assertThat(g.ny()).isBetween(34, 36);
    assertThat(g.nz()).isBetween(44, 47);
    assertThat(g.contains(Vec3.mm(3, -4, 32.5))).isTrue();
    // beyond the box of the phantom
    assertThat(a.labels().at(g.index(g.nx() / 2, g.ny() / 2, g.nz() - 1))).isZero();
    assertThat(a.organVolume()).isCloseTo(210e-6, Percentage.withPercentage(0.01));
  }

  private Case imageCase(LabelImage image, List<Region> regions, double mm, double around) {
    Path file = TestImages.write(folder, "a.nii.gz", NiftiEncoder.encode(image));
    return plan(new AnatomySpec.Image(file, "livers/a.nii.gz"), regions, mm, around);
  }

  private static LabelImage block(Affine affine) {
    byte[] v = new byte[20 * 16 * 10];
    for (int k = 2; k < 8; k++) {
      for (int j = 2; j < 14; j++) {
        for (int i = 2; i < 18; i++) {
          boolean target = i >= 11 && j >= 8 && k >= 5 && i < 15 && j < 12 && k < 7;
          v[i + 20 * (j + 16 * k)] = (byte) (target ? 4 : i == 3 ? 2 : 1);
        }
      }
    }
    return new LabelImage(20, 16, 10, affine, v);
  }

  @Test
  void anImageKeepsItsFrameAndItsTargetItsPlace() {
    for (boolean mirrored : new boolean[] {false, true}) {
      Affine frame = TestImages.oblique(mirrored);
      LabelImage image = block(frame);
      Anatomy a = AnatomyBuilder.build(imageCase(image, LIVER, 0.5, 4e-3));
      assertThat(a.source().values()).isEqualTo(image.values());
      TestImages.near(a.targetCentre(), frame.toPoint(12.5, 9.5, 5.5), 1e-6);
      double voxel = 0.8e-3 * 0.9e-3 * 5e-3;
      assertThat(a.targetVolume()).isCloseTo(32 * voxel, Percentage.withPercentage(0.01));
      assertThat(a.organVolume())
          .isCloseTo((16 * 12 * 6 - 12 * 6) * voxel, Percentage.withPercentage(0.01));
      assertThat(a.labels().count(4) * a.labels().grid().cellVolume())
          .isCloseTo(a.targetVolume(), Percentage.withPercentage(4));
      Grid g = a.labels().grid();
      Vec3 middle = g.centre(0, 0, 0).plus(g.centre(g.nx() - 1, g.ny() - 1, g.nz() - 1));
      assertThat(middle.times(0.5).minus(a.targetCentre()).norm()).isLessThan(1e-6);
      assertThat(a.labels().at(g.index(g.nx() / 2, g.ny() / 2, g.nz() / 2))).isEqualTo(4);
    }
  }

  @Test
  void theWholeImageIsTakenWhereNothingIsCropped() {
    Affine frame =
        new Affine(Vec3.mm(7, 8, 9), Vec3.mm(-2, 0, 0), Vec3.mm(0, 2, 0), Vec3.mm(0, 0, 2));
    Anatomy a = AnatomyBuilder.build(imageCase(block(frame), LIVER, 2, WHOLE));
    Grid g = a.labels().grid();
    assertThat(new int[] {g.nx(), g.ny(), g.nz()}).containsExactly(20, 16, 10);
    assertThat(a.labels().count(4)).isEqualTo(32);
    assertThat(a.labels().at(g.index(19 - 11, 8, 5))).isEqualTo(4);
  }

  @Test
  void labelsAndRegionsMustFitAndAllThatDoesNotIsSaidAtOnce() {
    List<Region> regions =
        List.of(
            region(0, Role.SURROUNDING),
            region(1, Role.ORGAN),
            region(7, Role.VESSEL),
            region(9, Role.TARGET));
    List<Finding> findings = refused(imageCase(block(TestImages.oblique(false)), regions, 1, 4e-3));
    assertThat(findings)
        .extracting(Finding::complaint)
        .containsExactly(
            Complaint.LABEL_WITHOUT_TISSUE,
            Complaint.LABEL_WITHOUT_TISSUE,
            Complaint.EMPTY_TARGET,
            Complaint.LABEL_WITHOUT_TISSUE);
    assertThat(findings.get(0).cause()).contains("label 2").contains("72 voxels");
    assertThat(findings.get(1).cause()).contains("label 4").contains("32 voxels");
    assertThat(findings.get(3).cause()).contains("label 7");
    assertThat(findings.get(0).place()).isEqualTo("livers/a.nii.gz");
  }

  @Test
  void beyondTheAnatomyLabelZeroNeedsARegion() {
    Phantom p =
        new Phantom(Vec3.mm(10, 10, 10), List.of(new Box(4, Vec3.ZERO, Vec3.mm(10, 10, 10))));
    List<Region> regions = List.of(region(4, Role.TARGET));
    AnatomyBuilder.build(plan(p, regions, 1, 0));
    List<Finding> findings = refused(plan(p, regions, 1, 2e-3));
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).complaint()).isEqualTo(Complaint.LABEL_WITHOUT_TISSUE);
    assertThat(findings.get(0).cause()).contains("beyond the anatomy");
  }

  @Test
  void aNeedleAtTheCentreOfNoTargetIsRefused() {
    Phantom p =
        new Phantom(Vec3.mm(10, 10, 10), List.of(new Box(1, Vec3.ZERO, Vec3.mm(10, 10, 10))));
    PlannedNeedle n = needle(Placement.Anchor.TARGET_CENTRE, Vec3.ZERO, new Vec3(0, 0, 1));
    for (double around : new double[] {5e-3, WHOLE}) {
      List<Finding> findings = refused(plan(p, List.of(region(1, Role.ORGAN)), 1, around, n));
      assertThat(findings.get(0).complaint()).isEqualTo(Complaint.EMPTY_TARGET);
    }
  }

  @Test
  void anAnatomyWithoutTargetIsCentredOnItsNeedles() {
    Phantom bath =
        new Phantom(Vec3.mm(90, 90, 90), List.of(new Box(1, Vec3.ZERO, Vec3.mm(90, 90, 90))));
    PlannedNeedle n = needle(Placement.Anchor.IMAGE, Vec3.mm(5, 0, 0), new Vec3(0, 0, 1));
    Anatomy a = AnatomyBuilder.build(plan(bath, List.of(region(1, Role.ORGAN)), 1, 20e-3, n));
    assertThat(a.targetVolume()).isZero();
    assertThat(a.targetCentre()).isEqualTo(Vec3.ZERO);
    Grid g = a.labels().grid();
    assertThat(new int[] {g.nx(), g.ny(), g.nz()}).containsExactly(42, 42, 72);
    TestImages.near(g.origin(), Vec3.mm(5 - 20.5, -20.5, -35.5), 1e-9);
  }

  @Test
  void moreCellsThanTheBudgetAreRefusedWithASpacingThatFits() {
    List<Finding> findings = refused(imageCase(block(TestImages.oblique(false)), LIVER, 0.001, 1));
    assertThat(findings.get(0).complaint()).isEqualTo(Complaint.OVER_BUDGET);
    String remedy = findings.get(0).remedy();
    double mm = Double.parseDouble(remedy.replaceAll("^\\D*([0-9.]+) mm.*$", "$1"));
    double edge = Math.ceil(2.01 / (mm * 1e-3));
    assertThat(edge * edge * edge).isBetween(0.8e8, 1.02e8);
  }

  @Test
  void theRealPerivascularCaseIsReadAndCropped() {
    Path file =
        Path.of(System.getProperty("iceball.shared"), "geometry/msd_task08/case008_labels.nii.gz");
    Assumptions.assumeTrue(java.nio.file.Files.exists(file), "skipped: no " + file);
    List<Region> regions = new ArrayList<>(LIVER);
    regions.add(region(3, Role.VESSEL));
    regions.add(region(5, Role.VESSEL));
    Anatomy a =
        AnatomyBuilder.build(plan(new AnatomySpec.Image(file, "case008"), regions, 1, 30e-3));
    assertThat(a.targetVolume() * 1e6).isCloseTo(5.3, Offset.offset(0.05));
    assertThat(a.labels().count(4) * 1e-3).isCloseTo(5.318, Percentage.withPercentage(1));
    assertThat(a.labels().grid().cells()).isBetween(500_000, 900_000);
  }
}
