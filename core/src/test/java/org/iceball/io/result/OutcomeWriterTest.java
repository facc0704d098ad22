package org.iceball.io.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.iceball.io.SyntheticOutcome;
import org.iceball.solve.Outcome;
import org.iceball.units.CaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutcomeWriterTest {
  private static final Provenance PROVENANCE = new Provenance("0.1.0-test", "Test VM 17");

  @TempDir Path folder;

  @Test
  void allFilesAreThereAndNothingWarnedAboutThePictures() throws IOException {
    Outcome outcome = SyntheticOutcome.twoNeedles();
    // Where to keep the files for looking at them, if someone wants to.
    String keep = System.getProperty("iceball.keep");
    Path out = keep == null ? folder.resolve("out") : Path.of(keep);
    Outcome written = OutcomeWriter.write(outcome, PROVENANCE, out);
    SnapshotWriter snapshots =
        new SnapshotWriter(outcome.anatomy().labels(), out.resolve("snapshots"));
    snapshots.snapshot(0, outcome.temperature(), new float[outcome.lowest().length]);
    snapshots.snapshot(60, outcome.lowest(), new float[outcome.lowest().length]);
    assertThat(written.warnings()).isEqualTo(outcome.warnings());
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "summary.json",
              "summary.txt",
              "history.csv",
              "zones.hdf",
              "slices.png",
              "curves.png",
              "snapshots");
    }
  }

  @Test
  void aFileInTheWayEndsTheWritingWithItsName() throws IOException {
    Path out = folder.resolve("out");
    Files.createDirectories(out.resolve("history.csv/x"));
    assertThatThrownBy(() -> OutcomeWriter.write(SyntheticOutcome.withoutTarget(), PROVENANCE, out))
        .isInstanceOf(CaseException.class)
        .hasMessageContaining("history.csv");
    assertThat(out.resolve("summary.json")).doesNotExist();
  }
}
