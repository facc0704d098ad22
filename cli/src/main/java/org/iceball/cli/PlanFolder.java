package org.iceball.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.iceball.io.AtomicFile;
import org.iceball.io.plan.EvaluationFile;
import org.iceball.plan.Score;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;

/** The folder plans go into: new, empty, or that of an earlier search, which is gone on with. */
final class PlanFolder {
  private final Path folder;

  private PlanFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes sure that plans may go there. Writes nothing.
   *
   * @throws CaseException {@code cannot-write} where it holds something that is not a search's
   */
  static PlanFolder accept(Path folder) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw refuse(folder, "it is a file, not a folder");
    }
    if (Files.isDirectory(folder) && !Files.exists(folder.resolve(EvaluationFile.NAME))) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        for (Path entry : entries) {
          throw refuse(
              folder, "it holds " + entry.getFileName() + " and no plans of an earlier search");
        }
      } catch (IOException e) {
        throw refuse(folder, "it cannot be looked into (" + e.getMessage() + ")");
      }
    }
    return new PlanFolder(folder);
  }

  /** What an earlier search learned. */
  Map<String, Score> evaluations() {
    return EvaluationFile.read(folder);
  }

  /** Keeps what this search has learned so far; makes the folder at first. */
  void keep(Map<String, Score> scores) {
    AtomicFile.prepareFolder(folder);
    EvaluationFile.write(folder, scores);
  }

  private static CaseException refuse(Path folder, String cause) {
    return new CaseException(
        Finding.of(
            Complaint.CANNOT_WRITE,
            "--out " + folder,
            cause,
            "Name a new folder, an empty one, or one with plans of an earlier search"));
  }
}
