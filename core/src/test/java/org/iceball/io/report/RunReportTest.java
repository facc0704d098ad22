package org.iceball.io.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.io.SyntheticOutcome;
import org.iceball.io.casefile.CaseReading;
import org.iceball.io.result.Provenance;
import org.iceball.plan.PlanRules;
import org.iceball.solve.Outcome;
import org.junit.jupiter.api.Test;

class RunReportTest {
  private static final Provenance PROVENANCE = new Provenance("1.2.3", "a JDK");

  private static String page(Outcome outcome, SceneFrames frames) {
    CaseReading reading =
        new CaseReading(
            outcome.asked(),
            Map.of(),
            List.of("Blood is warm."),
            Optional.empty(),
            PlanRules.USUAL);
    return RunReport.of(outcome, reading, frames, PROVENANCE).html();
  }

  /** A film of ice that grows and thaws on a grid, as the formula of the outcome has it. */
  private static SceneFrames film(Outcome outcome, Grid grid, int count) {
    SceneFrames frames = new SceneFrames(outcome.asked(), grid);
    for (int n = 0; n < count; n++) {
      float[] field = new float[grid.cells()];
      double grown = Math.sin(Math.PI * n / count);
      for (int k = 0, c = 0; k < grid.nz(); k++) {
        for (int j = 0; j < grid.ny(); j++) {
          for (int i = 0; i < grid.nx(); i++, c++) {
            double t = SyntheticOutcome.temperature(grid.centre(i, j, k));
            field[c] = (float) (310.15 + grown * (t - 310.15));
          }
        }
      }
      frames.snapshot(60 * n, field, field);
    }
    return frames;
  }

  @Test
  void aReportOfAMillionCellsStaysBelow6Megabytes() {
    Outcome outcome = SyntheticOutcome.twoNeedles();
    Grid grid = new Grid(100, 100, 100, 1e-3, Vec3.mm(-90, -28, 53));
    String page = page(outcome, film(outcome, grid, 27));
    assertThat(page.length()).isLessThan(6_000_000);
    assertThat(page).contains("\"n\":[", "run-film", "run-margin");
  }

  @Test
  void theVerdictStandsInWordsWithItsErrorBar() {
    Outcome outcome = SyntheticOutcome.twoNeedles();
    assertThat(page(outcome, new SceneFrames(outcome.asked(), grid(outcome))))
        .contains("Covers 97.8 \u00b1 1.2 % of the target and 81.2 \u00b1 2.0 % of target + 5 mm")
        .contains("Least margin -1.2 \u00b1 0.4 mm")
        .contains("within 2 mm of the vein")
        .contains("Blood is warm.");
  }

  @Test
  void withoutATargetThereIsNoCoverageToJudge() {
    Outcome outcome = SyntheticOutcome.withoutTarget();
    assertThat(page(outcome, film(outcome, grid(outcome), 3)))
        .contains("no target, so there is no coverage to judge")
        .contains("No numerical error bar was computed")
        .doesNotContain("class=\"margins\"");
  }

  @Test
  void whatIsTextNeverBecomesMarkup() {
    assertThat(Html.text("<b> & \"x\" at -20 degC +/- 1"))
        .isEqualTo("&lt;b&gt; &amp; &quot;x&quot; at -20\u00a0\u00b0C \u00b1 1");
    assertThat(Html.table("<i>", List.of("<u>"), List.of(List.of("<s>"))))
        .doesNotContain("<i>", "<u>", "<s>");
  }

  @Test
  void aTemperatureKeepsWithinHalfAStepOfItsCode() {
    TemperatureCodes codes = TemperatureCodes.of(false);
    double[] table = codes.table();
    for (double t = -195; t < 45; t += 0.37) {
      double step = t < -60 ? 2 : t < 10 ? 0.5 : 0.75;
      assertThat(table[codes.code(t + 273.15) & 255])
          .isCloseTo(t, org.assertj.core.data.Offset.offset(step / 2 + 1e-9));
    }
  }

  @Test
  void aFilmNeverHasMoreThanSixtyFramesAndKeepsItsLast() {
    Outcome outcome = SyntheticOutcome.withoutTarget();
    SceneFrames frames = film(outcome, new Grid(4, 4, 4, 3e-3, Vec3.ZERO), 200);
    assertThat(frames.times()).hasSizeLessThanOrEqualTo(60).isSorted().contains(60.0 * 199);
  }

  @Test
  void wideCellsAreMeansOverTheirBlock() {
    Grid fine = new Grid(5, 2, 2, 1e-3, Vec3.ZERO);
    float[] values = new float[20];
    for (int c = 0; c < 20; c++) {
      values[c] = c % 5;
    }
    Coarse coarse = Coarse.of(fine, 2);
    assertThat(coarse.means(values)).containsExactly(0.5f, 2.5f, 4f);
    assertThat(coarse.grid().origin()).isEqualTo(Vec3.mm(0.5, 0.5, 0.5));
  }

  @Test
  void theMarginIsTheDistanceFromTheTargetToTheEdgeOfTheZone() {
    Outcome outcome = SyntheticOutcome.twoNeedles();
    MarginField field = MarginField.of(outcome, null);
    // the -20 degC surface has half axes 0.73 times those of the ice, 11.7 mm along the shortest
    Grid g = field.box().grid();
    Vec3 index = g.toIndex(SyntheticOutcome.ICE_CENTRE);
    int at =
        g.index(
            (int) Math.round(index.x()), (int) Math.round(index.y()), (int) Math.round(index.z()));
    assertThat((double) field.depth()[at])
        .isCloseTo(16e-3 * (1 - 20.0 / 74), org.assertj.core.data.Offset.offset(1.2e-3));
  }

  private static Grid grid(Outcome outcome) {
    return outcome.anatomy().labels().grid();
  }
}
