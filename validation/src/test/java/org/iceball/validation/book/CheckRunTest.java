package org.iceball.validation.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;
import org.junit.jupiter.api.Test;

class CheckRunTest {
  private final AtomicInteger runs = new AtomicInteger();
  private final List<CheckCase> cases =
      List.of(
          new CheckCase(
              "counts",
              "counts its runs",
              () -> Measured.builder().value("runs", runs.incrementAndGet()).build()),
          new CheckCase(
              "breaks",
              "has a fault",
              () -> {
                throw new IllegalStateException("a fault");
              }),
          new CheckCase(
              "refused",
              "is refused",
              () -> {
                throw new CaseException(
                    Finding.of(Complaint.MISSING_UNIT, "grid.spacing", "no unit", "give one"));
              }));

  private static Check row(
      String id, String name, String quantity, Metric metric, double expected) {
    boolean refused = metric == Metric.REFUSED;
    return new Check(
        id,
        Group.SPACE,
        name,
        quantity,
        "1",
        metric,
        expected,
        refused ? "missing-unit" : "",
        0,
        Check.Tier.FAST,
        refused,
        "why",
        "who");
  }

  private CheckRun.Result run(Check... rows) {
    return new CheckRun(cases, System::nanoTime).run(List.of(rows), new CheckRun.Watcher() {});
  }

  @Test
  void aCaseRunsOnceForAllOfItsRowsAndVerdictsKeepTheirOrder() {
    CheckRun.Result result =
        run(
            row("a", "counts", "runs", Metric.ABSOLUTE, 1),
            row("b", "refused", "complaint", Metric.REFUSED, Double.NaN),
            row("c", "counts", "runs", Metric.AT_LEAST, 2));
    assertThat(runs).hasValue(1);
    assertThat(result.verdicts()).extracting(v -> v.check().id()).containsExactly("a", "b", "c");
    assertThat(result.verdicts()).extracting(Verdict::passed).containsExactly(true, true, false);
    assertThat(result.failed()).extracting(v -> v.check().id()).containsExactly("c");
  }

  @Test
  void aFaultInACaseFailsItsRowsAndNothingElse() {
    CheckRun.Result result =
        run(
            row("a", "breaks", "runs", Metric.ABSOLUTE, 1),
            row("b", "counts", "runs", Metric.ABSOLUTE, 1),
            row("c", "breaks", "complaint", Metric.REFUSED, Double.NaN));
    assertThat(result.verdicts()).extracting(Verdict::passed).containsExactly(false, true, false);
    assertThat(result.verdicts().get(0).line()).contains("FAIL", "a fault");
  }

  @Test
  void aRowWithoutItsNumberFails() {
    CheckRun.Result result =
        run(
            row("a", "counts", "walks", Metric.ABSOLUTE, 1),
            row("b", "refused", "runs", Metric.ABSOLUTE, 1),
            row("c", "counts", "complaint", Metric.REFUSED, Double.NaN));
    assertThat(result.verdicts()).noneMatch(Verdict::passed);
    assertThat(result.verdicts())
        .extracting(Verdict::found)
        .containsExactly(
            "the case measures no walks", "the case was refused as missing-unit", "accepted");
  }

  @Test
  void theWatcherIsToldOfCasesAndRows() {
    List<String> told = new ArrayList<>();
    new CheckRun(cases, System::nanoTime)
        .run(
            List.of(row("a", "counts", "runs", Metric.ABSOLUTE, 1)),
            new CheckRun.Watcher() {
              @Override
              public void begins(CheckCase next, int number, int of) {
                told.add(next.name() + " " + number + " of " + of);
              }

              @Override
              public void judged(Verdict verdict) {
                told.add(verdict.line());
              }
            });
    assertThat(told).hasSize(2).first().isEqualTo("counts 1 of 1");
  }

  @Test
  void twoCasesOfOneNameAreRefused() {
    List<CheckCase> twice = List.of(cases.get(0), cases.get(0));
    assertThatThrownBy(() -> new CheckRun(twice, System::nanoTime)).hasMessageContaining("counts");
  }
}
