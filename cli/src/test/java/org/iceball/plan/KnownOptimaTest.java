package org.iceball.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
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

  /**
   * The needle's ice covers the tumour but for what the vein keeps warm, and nothing but the dead
   * part of the tumour counts: then the best place is nearer to the vein, by the engine about 0.5
   * mm on cells of 1 mm and 0.8 mm on those of 2 mm. (Where the ice is too small for the tumour
   * wherever it lies, the physics itself sends it away from the vein, to where its ice is larger.)
   */
  @Test
  void aVeinOnOneSideShiftsThePlanTowardIt() {
    double beside = besideVein(13);
    double mirrored = besideVein(-13);
    System.out.printf(
        Locale.ROOT,
        "a vein shifts the needle by %.2f mm toward it, mirrored by %.2f mm%n",
        beside * 1e3,
        -mirrored * 1e3);
    assertThat(beside).isBetween(0.3e-3, 2e-3);
    assertThat(-mirrored).isBetween(0.3e-3, 2e-3);
  }

  @Test
  void withoutAVeinItStaysInTheMiddle() {
    Plan plan = Sites.plan(Sites.read(perivascular("")), 1, 1).plans().get(0);
    Vec3 at = Sites.middle(plan, 0);
    assertThat(Math.hypot(at.x(), at.y())).isLessThan(0.25e-3);
  }

  /** Where the needle lies across the tumour with a vein at some place [mm]; toward +x [m]. */
  private static double besideVein(int x) {
    String vein =
        "- {label: 3, tube: {diameter: 8 mm, points: [[%d mm, 0 mm, -60 mm], [%d mm, 0 mm, 60 mm]]}}"
            .formatted(x, x);
    CaseReading site = Sites.read(perivascular(vein));
    return Sites.middle(Sites.plan(site, 1, 1).plans().get(0), 0).x();
  }

  private static String perivascular(String vein) {
    return """
        iceball: 1
        title: Beside a vein
        anatomy:
          phantom:
            size: [110 mm, 110 mm, 110 mm]
            shapes:
              - {label: 1, box: {size: [100 mm, 100 mm, 100 mm]}}
              %s
              - {label: 4, ellipsoid: {axes: [16 mm, 16 mm, 16 mm]}}
        regions:
          - {label: 0, name: surroundings, tissue: fat, role: surrounding}
          - {label: 1, name: liver, tissue: liver, role: organ}
          - {label: 4, name: tumour, tissue: hcc, role: target}
          %s
        needles:
          - {name: A, probe: 17G, target: {from: target_centre}, direction: [0, 0, 1]}
        protocol: freeze 10 min
        grid: {spacing: 2 mm, around: 20 mm}
        plan:
          margin: 0 mm
          weights: {healthy: 0}
        %s"""
        .formatted(
            vein,
            vein.isEmpty() ? "" : "- {label: 3, name: vein, tissue: blood, role: vessel}",
            PARALLEL.indent(2));
  }

  /**
   * As reported for gel of 37 degC (PMC4850244, abstract; 17 gauge needles, two to four of them,
   * duty of 70 to 100 %): what was judged is the core of -40 degC, and 15 to 20 mm gave the best;
   * further apart it was warmer or like an hour-glass. So the needles are asked for the largest
   * such core: the target is more than they can cover. 10 minutes is the usual bench run of these
   * needles; the abstract gives none.
   */
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
              - {label: 4, ellipsoid: {axes: [60 mm, 60 mm, 60 mm]}}
        regions:
          - {label: 0, name: outside, tissue: gel, role: surrounding}
          - {label: 1, name: gel, tissue: gel, role: organ}
          - {label: 4, name: target, tissue: {base: gel, metabolic_heat: 0 W/m3}, role: target}
        needles:
          - {name: A, probe: 17G, target: {from: target_centre}, direction: [0, 0, 1]}
        protocol: freeze 10 min
        start_temperature: 37 degC
        lethal: -40 degC
        grid: {spacing: 2 mm, around: 25 mm}
        plan:
          margin: 0 mm
          axial_angle: 90 deg
          template: {origin: [0 mm, 0 mm, 0 mm], direction: [0, 0, 1], pitch: 0 mm}
        """;
    Plan plan = Sites.plan(Sites.read(text), 3, 3).plans().get(0);
    double sum = 0;
    for (int n = 0; n < 3; n++) {
      Vec3 d = Sites.middle(plan, n).minus(Sites.middle(plan, (n + 1) % 3));
      double spacing = Math.hypot(d.x(), d.y());
      System.out.printf(Locale.ROOT, "spacing in gel: %.1f mm%n", spacing * 1e3);
      assertThat(spacing).isBetween(14e-3, 21e-3);
      sum += spacing;
    }
    assertThat(sum / 3).isBetween(15e-3, 20e-3);
  }
}
