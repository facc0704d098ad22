package org.iceball.validation.reported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.iceball.model.Case;
import org.iceball.tissue.TissueProperty;
import org.iceball.validation.reported.ReportedRow.Use;
import org.junit.jupiter.api.Test;

class HeatedZonesTest {
  private static final List<HeatedRow> ROWS = HeatedZones.bundled();

  @Test
  void calibrationAndValidationShareNoCitation() {
    Set<String> moved =
        ROWS.stream()
            .filter(r -> r.use() == Use.CALIBRATION)
            .map(HeatedRow::citation)
            .collect(Collectors.toSet());
    assertThat(moved).hasSize(1);
    assertThat(ROWS)
        .filteredOn(r -> r.use() == Use.VALIDATION)
        .isNotEmpty()
        .noneMatch(r -> moved.contains(r.citation()));
  }

  @Test
  void everyCaseCanBeReadAndOnlyTissueOutOfTheBodyHasTheNumberThatMoved() {
    for (HeatedRow row : ROWS) {
      Case asked = HeatedZones.asked(row, HeatedZones.EX_VIVO);
      double sigma = asked.regions().get(0).tissue().value(TissueProperty.ELECTRICAL_CONDUCTIVITY);
      assertThat(sigma).as(row.id()).isEqualTo(row.kind().equals("ex vivo") ? 0.45 : 0.2);
      assertThat(asked.heats()).isTrue();
    }
  }

  @Test
  void perfusionDoesNotMove() {
    for (HeatedRow row : ROWS) {
      Case asked = HeatedZones.asked(row, HeatedZones.EX_VIVO);
      double blood = asked.regions().get(0).tissue().value(TissueProperty.PERFUSION);
      assertThat(blood).as(row.id()).isEqualTo(row.kind().equals("ex vivo") ? 0 : 0.016);
    }
  }

  @Test
  void quantitiesAreReadOffTheExtents() {
    HeatedRow any = ROWS.get(0);
    assertThat(any.of(new double[] {40e-3, 30e-3, 28e-3}, 1e-6)).isEqualTo(29, within(1e-9));
  }
}
