package org.iceball.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TroublesTest {
  private final StringWriter err = new StringWriter();

  private Troubles troubles(boolean debug) {
    return new Troubles(
        new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), false, 80, debug));
  }

  private int refuse(Finding... findings) {
    return troubles(false)
        .handleExecutionException(new CaseException(List.of(findings)), null, null);
  }

  @Test
  void everyFindingIsAParagraphOfItsOwn() {
    int code =
        refuse(
            new Finding(Complaint.MISSING_UNIT, "grid.spacing", 3, "`2` has no unit", "Write mm"),
            Finding.of(Complaint.UNKNOWN_KEY, "grdi", "`grdi` is unknown", "Write grid"));
    assertThat(code).isEqualTo(65);
    assertThat(err.toString().split("\n\n"))
        .hasSize(3)
        .satisfies(
            paragraphs -> {
              assertThat(paragraphs[0]).contains("line 3", "grid.spacing", "[missing-unit]");
              assertThat(paragraphs[1]).contains("grdi", "[unknown-key]");
              assertThat(paragraphs[2]).contains("2 things to mend");
            });
  }

  @ParameterizedTest
  @EnumSource(Complaint.class)
  void aSingleComplaintEndsWithItsOwnCode(Complaint complaint) {
    assertThat(refuse(Finding.of(complaint, "place", "cause", "remedy")))
        .isEqualTo(complaint.exitCode());
  }

  @Test
  void aBadCaseCountsBeforeAMissingFile() {
    int code =
        refuse(
            Finding.of(Complaint.FILE_NOT_FOUND, "anatomy.file", "not there", "Look again"),
            Finding.of(Complaint.MISSING_UNIT, "grid.spacing", "no unit", "Write mm"));
    assertThat(code).isEqualTo(65);
  }

  @Test
  void aFaultOfTheProgramIsOneSentenceAndAnInvitationToReportIt() {
    int code = troubles(false).unexpected(new IllegalStateException("table is empty"));
    assertThat(code).isEqualTo(70);
    assertThat(err.toString().strip().lines()).hasSize(1);
    assertThat(err.toString()).contains("table is empty", "report", "ICEBALL_DEBUG=1");
  }

  @Test
  void theStackTraceIsShownOnlyWhenAskedFor() {
    troubles(true).unexpected(new IllegalStateException("table is empty"));
    assertThat(err.toString()).contains("at org.iceball.cli.TroublesTest");
  }

  @Test
  void aFullHeapSaysWhatToDoAboutIt() {
    assertThat(troubles(false).outOfMemory()).isEqualTo(65);
    assertThat(err.toString()).contains("MiB", "spacing", "ICEBALL_JAVA_OPTS", "[over-budget]");
  }
}
