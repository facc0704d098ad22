package org.iceball.validation.reported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.Set;
import java.util.stream.Collectors;
import org.iceball.model.Case;
import org.iceball.validation.reported.ReportedRow.Use;
import org.junit.jupiter.api.Test;

class ReportedTableTest {
  private static final String HEADER =
      "id,study,use,kind,case,quantity,isotherm,value,u,unit,u_reason,note,citation\n";

  @Test
  void noStudyBothMovesNumbersAndJudges() {
    String twice =
        HEADER
            + "A,Someone 2001,calibration,phantom,littrup-1,width,0 degC,30,2,mm,r,,c\n"
            + "B,Someone 2001,validation,phantom,littrup-1,length,0 degC,50,2,mm,r,,c\n";
    assertThatThrownBy(() -> ReportedTable.rows(new StringReader(twice)))
        .hasMessageContaining("Someone 2001")
        .hasMessageContaining("choose one");
  }

  @Test
  void noFigureComesWithoutItsUncertainty() {
    String certain =
        HEADER + "A,Someone 2001,validation,phantom,littrup-1,width,0 degC,30,0,mm,r,,c\n";
    assertThatThrownBy(() -> ReportedTable.rows(new StringReader(certain)))
        .hasMessageContaining("lacks an uncertainty");
  }

  @Test
  void calibrationAndValidationShareNoCitation() {
    ReportedTable table = ReportedTable.bundled();
    Set<String> moved =
        table.of(Use.CALIBRATION).stream().map(ReportedRow::citation).collect(Collectors.toSet());
    assertThat(moved).isNotEmpty();
    assertThat(table.of(Use.VALIDATION)).isNotEmpty().noneMatch(r -> moved.contains(r.citation()));
  }

  @Test
  void everyCaseCanBeReadAndHasItsOpenInputs() {
    ReportedTable table = ReportedTable.bundled();
    for (ReportedRow row : table.rows()) {
      Case asked = Trial.named(row.caseName());
      double[] start = table.inputs().get(row.caseName());
      assertThat(asked.initialTemperature()).as(row.caseName()).isBetween(start[0], start[1]);
      // what is measured is measured where the last freeze ends
      assertThat(asked.needles()).allMatch(n -> n.drive().key().equals("gas"));
    }
  }

  @Test
  void perfusionDoesNotMove() {
    for (Tuned t : Tuned.values()) {
      assertThat(t.about()).doesNotContain("perfusion").doesNotContain("blood");
    }
    Case asked = Trial.named("silverman-1");
    Case moved =
        Tuned.all(
            asked,
            java.util.Arrays.stream(Tuned.values()).collect(Collectors.toMap(t -> t, t -> 1.25)));
    assertThat(moved.regions().get(0).tissue().value(org.iceball.tissue.TissueProperty.PERFUSION))
        .isEqualTo(
            asked.regions().get(0).tissue().value(org.iceball.tissue.TissueProperty.PERFUSION));
  }

  @Test
  void aDrawTakesEveryStratumOnce() {
    Case asked = Trial.named("littrup-1");
    double[] start = {296.15, 312.15};
    double[] starts =
        new InputDraws("littrup-1", asked, start)
            .draws(8).stream().mapToDouble(Case::initialTemperature).sorted().toArray();
    for (int s = 0; s < 8; s++) {
      assertThat(starts[s]).isCloseTo(296.15 + 2 * s + 1, within(1.0));
    }
  }
}
