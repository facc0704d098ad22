package org.iceball.validation.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.iceball.units.CaseException;
import org.iceball.validation.cases.CheckCases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table itself, and all of its rows. */
class CheckTableTest {
  private static final Set<String> CASES =
      CheckCases.all().stream().map(CheckCase::name).collect(Collectors.toUnmodifiableSet());
  private static final String HEADER = String.join(",", CheckTable.COLUMNS) + "\n";
  private static final String ROW =
      "a,space,manufactured,order,1,at-least,2,0.05,fast,no,why,who\n";

  private static void run(Check.Tier tier) {
    List<Check> rows = CheckTable.bundled(CASES).stream().filter(c -> c.tier() == tier).toList();
    CheckRun.Result result =
        new CheckRun(CheckCases.all(), System::nanoTime).run(rows, new CheckRun.Watcher() {});
    assertThat(result.verdicts()).hasSameSizeAs(rows);
    result.verdicts().forEach(v -> System.out.println(v.line()));
    assertThat(result.failed()).extracting(Verdict::line).isEmpty();
  }

  @Test
  void everyFastRowKeepsItsPromise() {
    run(Check.Tier.FAST);
  }

  @Tag("long")
  @Test
  void everyLongRowKeepsItsPromise() {
    run(Check.Tier.LONG);
  }

  @Test
  void theTableIsAsLongAsItWasPromised() {
    List<Check> rows = CheckTable.bundled(CASES);
    assertThat(rows).hasSizeGreaterThanOrEqualTo(40);
    assertThat(rows.stream().filter(Check::mustFail)).hasSizeGreaterThanOrEqualTo(8);
  }

  @Test
  void everyCaseHasARow() {
    Set<String> used =
        CheckTable.bundled(CASES).stream().map(Check::caseName).collect(Collectors.toSet());
    assertThat(used).containsExactlyInAnyOrderElementsOf(CASES);
  }

  @ParameterizedTest
  @CsvSource({
    "manufactured, nowhere, there is no case",
    "space, nowhere, no group",
    "at-least, roughly, no metric",
    "0.05, -1, tolerance",
    "0.05, NaN, no finite number",
    "2, two, no finite number",
    "fast, slow, tier is slow",
    "no, perhaps, must_fail is perhaps",
    "why, '', the field reason is empty",
    "at-least, refused, no complaint"
  })
  void aMalformedRowIsRefusedWithItsLine(String field, String instead, String complaint) {
    String bad = ROW.replace("," + field + ",", "," + instead + ",");
    assertThatThrownBy(() -> CheckTable.read(HEADER + ROW.replace("a,", "b,") + bad, "t", CASES))
        .isInstanceOf(CaseException.class)
        .hasMessageContaining(complaint)
        .hasMessageContaining("line 3");
  }

  @Test
  void allMalformedRowsAreNamedAtOnce() {
    String rows = ROW + ROW + ROW.replace("fast", "slow").replace("a,", "c,") + "d,space\n";
    assertThatThrownBy(() -> CheckTable.read(HEADER + rows, "t", CASES))
        .hasMessageContaining("another row with the id a")
        .hasMessageContaining("tier is slow")
        .hasMessageContaining("the row has 2 fields");
    assertThatThrownBy(() -> CheckTable.read("id,group\n", "t", CASES))
        .hasMessageContaining("the columns are [id, group]");
    assertThatThrownBy(() -> CheckTable.read(HEADER, "t", CASES))
        .hasMessageContaining("there are no rows");
  }
}
