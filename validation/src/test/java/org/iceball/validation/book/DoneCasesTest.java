package org.iceball.validation.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of the table that is gone on with. */
class DoneCasesTest {
  private static final Measured MEASURED =
      Measured.builder()
          .value("error", Math.nextUp(0.1))
          .value("nothing", Double.NaN)
          .chart(
              new Chart(
                  "Chart",
                  "x [mm]",
                  "y [°C]",
                  true,
                  List.of(
                      new Chart.Series(
                          "line", true, new double[] {1, -0.0}, new double[] {3, 1e-300}))))
          .table(
              new Table("Table", List.of("a", "b"), List.of(List.of("1", "µ"), List.of("", "2"))))
          .build();

  @TempDir Path folder;
  private final List<String> runs = new ArrayList<>();

  private static Check row(String id, String name, double tolerance) {
    return new Check(
        id,
        Group.SPACE,
        name,
        "error",
        "1",
        Metric.ABSOLUTE,
        0,
        "",
        tolerance,
        Check.Tier.FAST,
        false,
        "why",
        "who");
  }

  private CheckCase measures(String name) {
    return new CheckCase(
        name,
        "measures",
        () -> {
          runs.add(name);
          return MEASURED;
        });
  }

  private CheckCase stopsThere(String name) {
    return new CheckCase(
        name,
        "is killed",
        () -> {
          throw new AssertionError("killed");
        });
  }

  private static final List<Check> ROWS =
      List.of(row("a", "one", 1), row("b", "two", 1), row("c", "one", 0.01), row("d", "three", 1));

  private DoneCases done(String program, String today) {
    return new DoneCases(folder, program, today);
  }

  private static String page(CheckRun.Result result, String dates) {
    return GuideWriter.write(
        new Guide(
            "1",
            "Java",
            "machine",
            dates,
            "all",
            result,
            Map.of("one", "", "two", "", "three", "")));
  }

  @Test
  void aRunThatWasKilledGoesOnToTheSameGuide() {
    List<CheckCase> killed = List.of(measures("one"), measures("two"), stopsThere("three"));
    try {
      new CheckRun(killed, () -> 0).run(ROWS, new CheckRun.Watcher() {}, done("p", "2026-01-01"));
    } catch (AssertionError e) {
      assertThat(e).hasMessage("killed");
    }
    assertThat(runs).containsExactly("one", "two");
    runs.clear();
    List<CheckCase> all = List.of(measures("one"), measures("two"), measures("three"));
    DoneCases later = done("p", "2026-01-03");
    CheckRun.Result went = new CheckRun(all, () -> 0).run(ROWS, new CheckRun.Watcher() {}, later);
    assertThat(runs).containsExactly("three");
    assertThat(later.dates()).isEqualTo("2026-01-01 to 2026-01-03");
    CheckRun.Result whole = new CheckRun(all, () -> 0).run(ROWS, new CheckRun.Watcher() {});
    assertThat(went.verdicts()).isEqualTo(whole.verdicts());
    assertThat(went.failed()).extracting(v -> v.check().id()).containsExactly("c");
    assertThat(page(went, "today")).isEqualTo(page(whole, "today"));
  }

  @Test
  void anotherProgramOrAnotherRowIsRunAnew() {
    done("p", "2026-01-01").keep("one", ROWS.subList(0, 1), new CheckRun.Found(MEASURED, 2));
    assertThat(done("p", "2026-01-01").find("one", ROWS.subList(0, 1)))
        .get()
        .extracting(CheckRun.Found::seconds)
        .isEqualTo(2.0);
    assertThat(done("q", "2026-01-01").find("one", ROWS.subList(0, 1))).isEmpty();
    assertThat(done("p", "2026-01-01").find("one", List.of(row("a", "one", 2)))).isEmpty();
    assertThat(done("p", "2026-01-01").find("two", ROWS.subList(1, 2))).isEmpty();
    DoneCases done = done("p", "2026-01-01");
    done.discard();
    assertThat(done.find("one", ROWS.subList(0, 1))).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aDamagedFileIsAsGoodAsNone() throws IOException {
    List<Check> rows = ROWS.subList(0, 1);
    done("p", "2026-01-01").keep("one", rows, new CheckRun.Found(MEASURED, 2));
    Path file = folder.resolve(DoneCases.FOLDER).resolve("one.case");
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 16;
      Files.write(file, damaged);
      assertThat(done("p", "2026-01-01").find("one", rows)).as("byte %d", at).isEmpty();
      Files.write(file, java.util.Arrays.copyOf(whole, at));
      assertThat(done("p", "2026-01-01").find("one", rows)).as("cut at %d", at).isEmpty();
    }
    Files.write(file, whole);
    assertThat(done("p", "2026-01-01").find("one", rows)).isPresent();
  }

  @Test
  void aCaseThatFailedIsNotRemembered() throws IOException {
    CheckCase fails =
        new CheckCase(
            "one",
            "fails",
            () -> {
              throw new IllegalStateException("a fault");
            });
    new CheckRun(List.of(fails), () -> 0)
        .run(ROWS.subList(0, 1), new CheckRun.Watcher() {}, done("p", "2026-01-01"));
    try (Stream<Path> kept = Files.walk(folder)) {
      assertThat(kept.filter(Files::isRegularFile)).isEmpty();
    }
  }
}
