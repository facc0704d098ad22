package org.iceball.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void bytesArriveAndNothingElseIsLeft() throws IOException {
    Path file = folder.resolve("summary.json");
    AtomicFile.write(file, bytes("one"));
    AtomicFile.write(file, bytes("two, shorter or longer"));
    assertThat(Files.readString(file)).isEqualTo("two, shorter or longer");
    assertThat(names()).containsExactly("summary.json");
  }

  @Test
  void aLibraryWritesToATemporaryFileInTheSameFolder() throws IOException {
    Path file = folder.resolve("field.hdf");
    AtomicFile.write(
        file,
        temporary -> {
          assertThat(temporary.getParent()).isEqualTo(folder);
          assertThat(temporary.getFileName().toString()).startsWith(".field.hdf.tmp-");
          assertThat(temporary).doesNotExist();
          Files.writeString(temporary, "content");
        });
    assertThat(Files.readString(file)).isEqualTo("content");
    assertThat(names()).containsExactly("field.hdf");
  }

  @Test
  void aFailureHalfwayLeavesTheOldFileComplete() throws IOException {
    Path file = folder.resolve("labels.nii.gz");
    AtomicFile.write(file, bytes("old and complete"));
    CaseException e =
        catchThrowableOfType(
            CaseException.class,
            () ->
                AtomicFile.stream(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("No space left on device");
                    }));
    Finding finding = e.findings().get(0);
    assertThat(finding.complaint()).isEqualTo(Complaint.CANNOT_WRITE);
    assertThat(finding.place()).isEqualTo(file.toString());
    assertThat(finding.cause()).isEqualTo("writing failed: no space left on device");
    assertThat(finding.remedy()).startsWith("Free some space");
    assertThat(e).hasRootCauseMessage("No space left on device");
    assertThat(Files.readString(file)).isEqualTo("old and complete");
    assertThat(names()).containsExactly("labels.nii.gz");
  }

  @Test
  void aFailureThatALibraryWrapsIsAFailureToWrite() {
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    folder.resolve("a.hdf"),
                    temporary -> {
                      Files.writeString(temporary, "half");
                      throw new IllegalStateException(
                          "flush", new IOException("Disk quota exceeded"));
                    }))
        .isInstanceOf(CaseException.class)
        .hasMessageContaining("a.hdf: writing failed: disk quota exceeded. Free some space");
    assertThat(names()).isEmpty();
  }

  @Test
  void aMistakeOfTheWriterItselfIsNotBlamedOnTheDisk() {
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    folder.resolve("a.hdf"),
                    temporary -> {
                      Files.writeString(temporary, "half");
                      throw new IllegalArgumentException("a bug");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(names()).isEmpty();
  }

  @Test
  void aFileWhereTheFolderShouldBeIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("out"), "in the way");
    assertThatThrownBy(() -> AtomicFile.prepareFolder(file))
        .isInstanceOf(CaseException.class)
        .hasMessageContaining("out: a file stands where a folder is needed. Choose another folder");
    assertThatThrownBy(() -> AtomicFile.write(file.resolve("summary.json"), bytes("x")))
        .isInstanceOf(CaseException.class)
        .hasMessageContaining("summary.json: ")
        .hasMessageContaining("[cannot-write]");
    assertThat(Files.readString(file)).isEqualTo("in the way");
  }

  @Test
  void aFolderWhereTheFileShouldBeIsNamedAndKept() throws IOException {
    Path inside = Files.createDirectories(folder.resolve("summary.json/inside"));
    assertThatThrownBy(() -> AtomicFile.write(folder.resolve("summary.json"), bytes("x")))
        .isInstanceOf(CaseException.class)
        .hasMessageContaining(
            "Choose another folder for the results or move what stands in the way");
    assertThat(inside).isDirectory();
    assertThat(names()).containsExactly("summary.json");
  }

  @Test
  void aMissingFolderIsNamed() {
    assertThatThrownBy(() -> AtomicFile.write(folder.resolve("no/such/a.csv"), bytes("x")))
        .isInstanceOf(CaseException.class)
        .hasMessageContaining("a.csv: the folder it belongs in does not exist");
  }

  @Test
  void preparingAFolderRemovesWhatAKilledRunLeftAndNothingElse() throws IOException {
    Path out = folder.resolve("deep/out");
    AtomicFile.prepareFolder(out);
    long gone = goneProcess();
    Files.writeString(out.resolve(".field.hdf.tmp-" + gone + "-3"), "half");
    long own = ProcessHandle.current().pid();
    Files.writeString(out.resolve(".a.csv.tmp-" + own + "-9999999"), "before us, same number");
    Files.writeString(out.resolve(".field.hdf.tmp-1-3"), "of a process that lives");
    Files.writeString(out.resolve(".notes.tmp-mine"), "not ours");
    Files.writeString(out.resolve("notes.txt"), "not ours");
    AtomicFile.prepareFolder(out);
    try (Stream<Path> left = Files.list(out)) {
      assertThat(left.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder(".field.hdf.tmp-1-3", ".notes.tmp-mine", "notes.txt");
    }
  }

  /** Number of a process that has ended. */
  private static long goneProcess() throws IOException {
    Process process =
        new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-version")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.onExit().join();
    return process.pid();
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(p -> p.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
