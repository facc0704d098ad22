package org.iceball.meshes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.iceball.device.VesselSegment;
import org.iceball.device.VesselTree;
import org.iceball.grid.Vec3;
import org.iceball.model.AnatomySpec;
import org.iceball.model.AnatomySpec.Phantom;
import org.iceball.model.AnatomySpec.Shape;
import org.iceball.model.AnatomySpec.Tube;
import org.iceball.model.Region;
import org.iceball.tissue.Citation;
import org.iceball.tissue.Cited;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VesselTracerTest {
  private static final Vec3 BOX = Vec3.mm(90, 90, 90);

  private static List<Region> regions() {
    Map<TissueProperty, Cited> numbers = new java.util.EnumMap<>(TissueProperty.class);
    for (TissueProperty p : TissueProperty.values()) {
      numbers.put(p, new Cited(1, 1, 1, new Citation("a test", "computed")));
    }
    Tissue tissue = new Tissue("t", "a test", FrozenLaw.CONSTANT, numbers);
    return List.of(
        new Region(0, "liver", tissue, Region.Role.ORGAN),
        new Region(2, "vein", tissue, Region.Role.VESSEL));
  }

  private static VesselTracer trace(Shape... shapes) {
    return VesselBox.ofPhantom(new Phantom(BOX, List.of(shapes)), regions()).trace(regions());
  }

  private static Tube tube(double mm, double... xyz) {
    List<Vec3> points = new ArrayList<>();
    for (int i = 0; i < xyz.length; i += 3) {
      points.add(Vec3.mm(xyz[i], xyz[i + 1], xyz[i + 2]));
    }
    return new Tube(2, points, mm * 1e-3);
  }

  private static double length(VesselTree tree) {
    return tree.segments().stream().mapToDouble(VesselSegment::length).sum();
  }

  @ParameterizedTest
  @CsvSource({
    "8, 0, 0, 1",
    "8, 1, 0.3, 0.6",
    "5, 1, 1, 1",
    "3, 0.2, 1, 0.5",
    "2, 0, 1, 1",
    "12, 1, 0.2, 0"
  })
  void aStraightVesselHasItsCalibreAtAnyAngle(double mm, double x, double y, double z) {
    Vec3 u = new Vec3(x, y, z).unit().times(30);
    VesselTracer found = trace(tube(mm, -u.x(), -u.y(), -u.z(), u.x(), u.y(), u.z()));
    assertThat(found.repairs()).isEmpty();
    assertThat(found.trees()).hasSize(1);
    VesselTree tree = found.trees().get(0);
    assertThat(tree.ends()).hasSize(1);
    for (VesselSegment s : tree.segments()) {
      double along = Math.abs(s.from().plus(s.to()).times(0.5).dot(u.unit()));
      if (along < 16e-3) {
        assertThat(s.radius()).isCloseTo(mm * 0.5e-3, within(0.07 * mm * 0.5e-3));
        Vec3 off = s.to().minus(u.unit().times(s.to().dot(u.unit())));
        assertThat(off.norm()).isLessThan(0.6e-3);
      }
    }
    assertThat(length(tree)).isCloseTo(60e-3 + mm * 1e-3, within(5e-3));
  }

  @Test
  void aForkHasOneTrunkAndTwoBranches() {
    VesselTracer found =
        trace(
            tube(7, 0, 0, -35, 0, 0, 0), tube(5, 0, 0, 0, 20, 0, 30), tube(4, 0, 0, 0, -22, 0, 28));
    assertThat(found.repairs()).isEmpty();
    VesselTree tree = found.trees().get(0);
    assertThat(tree.ends()).hasSize(2);
    // the trunk is the widest end, below
    assertThat(tree.segments().get(0).from().z()).isLessThan(-33e-3);
    assertThat(tree.segments().get(2).radius()).isCloseTo(3.5e-3, within(0.15e-3));
    double[] flow = tree.flows();
    double[] ends = {flow[tree.ends()[0]], flow[tree.ends()[1]]};
    assertThat(ends[0] + ends[1]).isCloseTo(flow[0], within(1e-9 * flow[0]));
    double ratio = Math.max(ends[0], ends[1]) / Math.min(ends[0], ends[1]);
    assertThat(ratio).isBetween(1.5, 2.5); // (5/4)^3 = 1.95
  }

  @Test
  void aDisconnectedVesselIsToldAndKeptInParts() {
    VesselTracer found = trace(tube(5, -30, 0, 0, -5, 0, 0), tube(5, 5, 0, 0, 30, 0, 0));
    assertThat(found.trees()).hasSize(2);
    assertThat(found.trees().get(1).name()).isEqualTo("vein 2");
    assertThat(found.repairs()).anyMatch(r -> r.contains("vein is not connected: 2 parts"));
  }

  @Test
  void bloodInALoosePartIsSlowerTheThinnerItIs() {
    VesselTracer found = trace(tube(8, -30, 0, 0, 30, 0, 0), tube(4, -30, 20, 0, 30, 20, 0));
    List<VesselTree> trees = found.trees();
    assertThat(trees.get(0).velocity()).isEqualTo(0.17);
    assertThat(trees.get(1).velocity()).isCloseTo(0.085, within(0.01));
    assertThat(trees.get(1).shear()).isCloseTo(trees.get(0).shear(), within(1e-9));
  }

  @Test
  void aLooseBitIsTakenAsTissueAndTold() {
    VesselTracer found =
        trace(
            tube(5, -30, 0, 0, 30, 0, 0),
            new AnatomySpec.Ellipsoid(2, Vec3.mm(0, 20, 0), Vec3.mm(4, 4, 4)));
    assertThat(found.trees()).hasSize(1);
    assertThat(found.repairs()).anyMatch(r -> r.contains("1 loose bit of vein"));
  }

  @Test
  void aLoopIsCutOpenAndTold() {
    List<Vec3> ring = new ArrayList<>();
    for (int a = 0; a <= 36; a++) {
      ring.add(
          new Vec3(
              0.025 * StrictMath.cos(a * Math.PI / 18),
              0.025 * StrictMath.sin(a * Math.PI / 18),
              0));
    }
    VesselTracer found = trace(new Tube(2, ring, 6e-3), tube(6, 25, 0, 0, 42, 0, 0));
    assertThat(found.trees()).hasSize(1);
    assertThat(found.repairs()).anyMatch(r -> r.contains("vein closes on itself"));
    assertThat(length(found.trees().get(0))).isBetween(0.14, 0.19);
  }
}
