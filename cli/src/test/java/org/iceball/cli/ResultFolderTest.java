package org.iceball.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.iceball.io.FolderLock;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFolderTest {
  @TempDir Path folder;

  @Test
  void aNewFolderIsMadeOnlyWhenResultsAreThere() {
    Path fresh = folder.resolve("a/b");
    ResultFolder accepted = ResultFolder.accept(fresh);
    assertThat(fresh).doesNotExist();
    accepted.prepare();
    accepted.close();
    assertThat(fresh.resolve(FolderLock.NAME)).isEmptyFile();
    assertThat(fresh).isDirectoryNotContaining(f -> !f.endsWith(FolderLock.NAME));
  }

  @Test
  void theResultsOfAnEarlierRunAreReplacedAndOtherFilesStay() throws IOException {
    List<String> own =
        List.of(
            "summary.json",
            "summary.txt",
            "history.csv",
            "zones.hdf",
            "zones.seg.nrrd",
            "zones.nii.gz",
            "slices.png",
            "curves.png");
    for (String name : own) {
      Files.createFile(folder.resolve(name));
    }
    Files.createFile(folder.resolve("my notes.txt"));
    Files.createFile(folder.resolve("summary.json.bak"));
    try (ResultFolder accepted = ResultFolder.accept(folder)) {
      accepted.prepare();
    }
    try (var left = Files.list(folder)) {
      assertThat(left.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder("my notes.txt", "summary.json.bak", FolderLock.NAME);
    }
  }

  @Test
  void aFolderWithOtherThingsOnlyIsRefused() throws IOException {
    Files.createFile(folder.resolve("thesis.tex"));
    assertThatThrownBy(() -> ResultFolder.accept(folder))
        .isInstanceOfSatisfying(
            CaseException.class,
            e -> assertThat(e.findings().get(0).complaint()).isEqualTo(Complaint.CANNOT_WRITE))
        .hasMessageContaining("thesis.tex");
    assertThat(folder.resolve("thesis.tex")).exists();
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Path file = Files.createFile(folder.resolve("out"));
    assertThatThrownBy(() -> ResultFolder.accept(file))
        .isInstanceOf(CaseException.class)
        .hasMessageContaining("it is a file, not a folder");
  }

  @Test
  void whatAKilledRunLeftIsNoObstacle() throws IOException {
    Files.createFile(folder.resolve(".field_000000.hdf.tmp-123-0"));
    ResultFolder accepted = ResultFolder.accept(folder);
    accepted.prepare();
    accepted.close();
    assertThat(folder).isDirectory();
  }

  @Test
  void resultsWrittenSinceArePreservedWhenPreparedTwice() throws IOException {
    ResultFolder accepted = ResultFolder.accept(folder);
    accepted.prepare();
    Path written = Files.createFile(folder.resolve("history.csv"));
    accepted.prepare();
    accepted.close();
    assertThat(written).exists();
  }

  @Test
  void anInterruptedRunsSnapshotsMakeItsFolderOurs() throws IOException {
    Files.createDirectories(folder.resolve("snapshots"));
    Files.createFile(folder.resolve("my notes.txt"));
    ResultFolder accepted = ResultFolder.accept(folder);
    accepted.prepare();
    accepted.close();
    assertThat(folder.resolve("my notes.txt")).exists();
  }
}
