package org.iceball.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.iceball.grid.LabelImage;
import org.iceball.grid.Vec3;
import org.iceball.io.casefile.CaseReading;
import org.iceball.meshes.AnatomyBuilder;
import org.iceball.model.Anatomy;
import org.iceball.units.CaseException;
import org.junit.jupiter.api.Test;

class PlannerTest {
  private static final String SPHERE =
      "- {label: 4, ellipsoid: {centre: [3 mm, -2 mm, 5 mm], axes: [18 mm, 18 mm, 18 mm]}}";
  private static final String FROM_ABOVE =
      """
      axial_angle: 90 deg
      window: {centre: [3 mm, -2 mm, 50 mm], radius: 2 mm}
      """;
  private static final String PARALLEL =
      """
      axial_angle: 90 deg
      template: {origin: [0 mm, 0 mm, 0 mm], direction: [0, 0, 1], pitch: 0 mm}
      """;

  @Test
  void oneNeedleInASphereGoesToItsCentreAlongTheFreeAxis() {
    Plan plan = Sites.plan(Sites.liver(SPHERE, "", FROM_ABOVE), 1, 1).plans().get(0);
    Vec3 off = Sites.middle(plan, 0).minus(Vec3.mm(3, -2, 5));
    assertThat(off.norm()).isLessThan(1e-3);
    Track along = new Track(Vec3.ZERO, new Vec3(0, 0, 1));
    assertThat(Math.toDegrees(plan.tracks().get(0).track().angleTo(along))).isLessThan(3);
  }

  @Test
  void theSameSeedGivesTheSamePlanAndWhatIsKnownIsNotRunAgain() {
    CaseReading site = Sites.liver(SPHERE, "", PARALLEL);
    Map<String, Score> kept = new HashMap<>();
    Plans first = Sites.plan(site, 1, 1, new EvaluationLog(Map.of(), kept::putAll));
    assertThat(first.runs()).isEqualTo(kept.size()).isGreaterThan(3);
    Plans again = Sites.plan(site, 1, 1, new EvaluationLog(kept, all -> {}));
    assertThat(again.runs()).isZero();
    assertThat(again.plans().get(0).tracks()).isEqualTo(first.plans().get(0).tracks());
    assertThat(again.plans().get(0).ranked()).isEqualTo(first.plans().get(0).ranked());
  }

  @Test
  void aTumourBehindBowelIsRefusedWithWhatIsInTheWay() {
    String shell =
        """
        - {label: 7, ellipsoid: {axes: [60 mm, 60 mm, 60 mm]}}
        - {label: 1, ellipsoid: {axes: [50 mm, 50 mm, 50 mm]}}
        - {label: 4, ellipsoid: {axes: [18 mm, 18 mm, 18 mm]}}
        """;
    String bowel = "- {label: 7, name: bowel, tissue: muscle, role: surrounding}";
    assertThatThrownBy(() -> Sites.plan(Sites.liver(shell, bowel, "margin: 5 mm"), 1, 1))
        .isInstanceOf(CaseException.class)
        .hasMessageContaining("no straight way into the target")
        .hasMessageContaining("100 % of them because the needle crosses or grazes")
        .hasMessageContaining("[no-track]");
  }

  @Test
  void noTrackOfAnyEvaluatedPlanCrossesWhatItMustNot() {
    String shapes =
        """
        - {label: 3, tube: {diameter: 8 mm, points: [[0 mm, 12 mm, -45 mm], [0 mm, 12 mm, 45 mm]]}}
        - {label: 3, tube: {diameter: 2 mm, points: [[14 mm, -45 mm, 0 mm], [14 mm, 45 mm, 0 mm]]}}
        - {label: 8, box: {centre: [30 mm, 0 mm, 0 mm], size: [4 mm, 90 mm, 60 mm]}}
        - {label: 4, ellipsoid: {axes: [18 mm, 18 mm, 18 mm]}}
        """;
    String regions =
        """
        - {label: 3, name: vein, tissue: blood, role: vessel}
        - {label: 8, name: gallbladder, tissue: bile, role: surrounding}
        """;
    CaseReading site = Sites.liver(shapes, regions, "axial_angle: 60 deg");
    Plan plan = Sites.plan(site, 2, 2).plans().get(0);
    Anatomy fine =
        AnatomyBuilder.build(
            site.asked()
                .withNeedles(List.of())
                .withSpacing(1e-3)
                .withAround(Double.POSITIVE_INFINITY));
    for (TrackReport t : plan.tracks()) {
      for (double d = 0; d < 0.2; d += 0.25e-3) {
        Vec3 p = t.tip().plus(t.track().axis().times(d));
        int label = label(fine, p);
        assertThat(label).as("label at " + p).isNotEqualTo(8);
        if (label == 3) {
          // only the thin vessel may be crossed
          assertThat(Math.hypot(p.x() - 14e-3, p.z())).isLessThan(2.5e-3);
        }
      }
      assertThat(Math.toDegrees(t.track().axialAngle())).isLessThanOrEqualTo(60);
    }
  }

  /** An eye of its own: nearest voxel through the image's affine. */
  private static int label(Anatomy anatomy, Vec3 p) {
    LabelImage image = LabelImage.of(anatomy.labels());
    Vec3 f = image.affine().toIndex(p);
    int i = (int) Math.round(f.x());
    int j = (int) Math.round(f.y());
    int k = (int) Math.round(f.z());
    boolean in = i >= 0 && j >= 0 && k >= 0 && i < image.nx() && j < image.ny() && k < image.nz();
    return in ? image.at(i, j, k) : 0;
  }

  @Test
  void aTemplateHasAllNeedlesInItsHoles() {
    String template =
        """
        axial_angle: 90 deg
        template: {origin: [1 mm, 0 mm, 0 mm], direction: [0, 0, 1], pitch: 5 mm}
        """;
    Plan plan = Sites.plan(Sites.liver(SPHERE, "", template), 2, 2).plans().get(0);
    for (int n = 0; n < 2; n++) {
      Vec3 at = Sites.middle(plan, n).minus(Vec3.mm(1, 0, 0)).times(1e3 / 5);
      assertThat(at.x() - Math.rint(at.x())).isCloseTo(0, within(1e-9));
      assertThat(at.y() - Math.rint(at.y())).isCloseTo(0, within(1e-9));
      assertThat(plan.tracks().get(n).track().axis()).isEqualTo(new Vec3(0, 0, 1));
    }
  }
}
