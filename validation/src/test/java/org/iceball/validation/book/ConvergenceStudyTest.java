package org.iceball.validation.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.iceball.validation.book.ConvergenceStudy.Level;
import org.junit.jupiter.api.Test;

class ConvergenceStudyTest {
  @Test
  void aPowerOfTheSpacingHasThatOrder() {
    ConvergenceStudy study = ConvergenceStudy.of(h -> 3 * h * h, 0.5, 2, 1);
    assertThat(study.finestPair()).isCloseTo(2, within(1e-12));
    assertThat(study.leastSquares()).isCloseTo(2, within(1e-12));
    assertThat(study.pairwise()).hasSize(2);
    assertThat(study.finestError()).isEqualTo(0.75);
    assertThat(study.isMonotone()).isTrue();
  }

  @Test
  void theFinestPairIsTheFinestWhateverTheOrderOfTheLevels() {
    ConvergenceStudy study =
        new ConvergenceStudy(List.of(new Level(1, 1), new Level(4, 10), new Level(2, 8)));
    assertThat(study.finestPair()).isCloseTo(3, within(1e-12));
    assertThat(study.levels().get(0).size()).isEqualTo(4);
  }

  @Test
  void anErrorThatGrowsHasANegativeOrderAndIsNotMonotone() {
    ConvergenceStudy study = ConvergenceStudy.of(h -> 1 / h, 4, 2, 1);
    assertThat(study.finestPair()).isCloseTo(-1, within(1e-12));
    assertThat(study.isMonotone()).isFalse();
  }

  @Test
  void theSlopeGoesThroughTheFinestLevel() {
    ConvergenceStudy study = ConvergenceStudy.of(h -> h, 4, 2, 1);
    Chart.Series slope = study.slope("second order", 2);
    assertThat(slope.y()).containsExactly(16, 4, 1);
    assertThat(study.points("p").y()).containsExactly(4, 2, 1);
  }

  @Test
  void oneLevelHasNoOrder() {
    assertThatThrownBy(() -> new ConvergenceStudy(List.of(new Level(1, 1))))
        .hasMessageContaining("two levels");
    assertThatThrownBy(() -> new Level(0, 1)).hasMessageContaining("no level");
    assertThatThrownBy(() -> new Level(1, Double.NaN)).hasMessageContaining("no level");
  }
}
