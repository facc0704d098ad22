package org.iceball.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.iceball.grid.Vec3;
import org.iceball.io.casefile.CaseReading;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Plans whose answer is known beforehand. */
@Tag("long")
class KnownOptimaTest {
  private static final String PARALLEL =
      """
      axial_angle: 90 deg
      template: {origin: [0 mm, 0 mm, 0 mm], direction: [0, 0, 1], pitch: 0 mm}
      """;

  @Test
  void twoNeedlesInAnEllipsoidLieSymmetricOnItsLongAxis() {
    String shape = "- {label: 4, ellipsoid: {axes: [32 mm, 18 mm, 18 mm]}}";
    Plan plan = Sites.plan(Sites.liver(shape, "", PARALLEL), 2, 2).plans().get(0);
    Vec3 a = Sites.middle(plan, 0);
    Vec3 b = Sites.middle(plan, 1);
    System.out.printf("ellipsoid: %s %s%n", a.times(1e3), b.times(1e3));
    assertThat(a.plus(b).times(0.5).norm()).isLessThan(1.5e-3);
    Vec3 between = a.minus(b);
    assertThat(Math.abs(between.x())).isGreaterThan(10e-3);
    assertThat(Math.abs(between.y())).isLessThan(2e-3);
    assertThat(Math.abs(between.z())).isLessThan(2.5e-3);
  }

  @Test
  void aVeinOnOneSideShiftsThePlanTowardIt() {
    String tumour = "- {label: 4, ellipsoid: {axes: [18 mm, 18 mm, 18 mm]}}";
    String vein =
        "- {label: 3, tube: {diameter: 8 mm, points: [[14 mm, 0 mm, -60 mm], [14 mm, 0 mm, 60 mm]]}}";
    String region = "- {label: 3, name: vein, tissue: blood, role: vessel}";
    Plan alone = Sites.plan(Sites.liver(tumour, "", PARALLEL), 1, 1).plans().get(0);
    CaseReading beside = Sites.liver(vein + "\n" + tumour, region, PARALLEL);
    Plan shifted = Sites.plan(beside, 1, 1).plans().get(0);
    double by = Sites.middle(shifted, 0).x() - Sites.middle(alone, 0).x();
    System.out.printf("vein at +x shifts the needle by %.2f mm%n", by * 1e3);
    assertThat(by).isBetween(0.5e-3, 6e-3);
  }

  @Test
  void threeNeedlesInGelChooseTheSpacingThatIsReported() {
    String text =
        """
        iceball: 1
        title: Gel
        anatomy:
          phantom:
            size: [120 mm, 120 mm, 120 mm]
            shapes:
              - {label: 1, box: {size: [120 mm, 120 mm, 120 mm]}}
              - {label: 4, ellipsoid: {axes: [36 mm, 36 mm, 36 mm]}}
        regions:
          - {label: 0, name: outside, tissue: gel, role: surrounding}
          - {label: 1, name: gel, tissue: gel, role: organ}
          - {label: 4, name: target, tissue: {base: gel, metabolic_heat: 0 W/m3}, role: target}
        needles:
          - {name: A, probe: 17G, target: {from: target_centre}, direction: [0, 0, 1]}
        protocol: freeze 10 min
        start_temperature: 37 degC
        grid: {spacing: 2 mm, around: 25 mm}
        plan:
          margin: 0 mm
          axial_angle: 90 deg
          template: {origin: [0 mm, 0 mm, 0 mm], direction: [0, 0, 1], pitch: 0 mm}
        """;
    Plan plan = Sites.plan(Sites.read(text), 3, 3).plans().get(0);
    List<Vec3> at = List.of(Sites.middle(plan, 0), Sites.middle(plan, 1), Sites.middle(plan, 2));
    double sum = 0;
    for (int n = 0; n < 3; n++) {
      Vec3 d = at.get(n).minus(at.get((n + 1) % 3));
      double spacing = Math.hypot(d.x(), d.y());
      System.out.printf("spacing in gel: %.1f mm%n", spacing * 1e3);
      sum += spacing;
    }
    assertThat(sum / 3).isCloseTo(17.5e-3, within(2.5e-3));
  }
}
