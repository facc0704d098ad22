package org.iceball.cli;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.iceball.io.AtomicFile;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;

/**
 * The folder a run writes into: new, empty, or the results of an earlier run, which it replaces.
 * Anything else is refused, because results strewn among other files would overwrite one of them
 * some day.
 */
final class ResultFolder {
  /** The sign of a run that finished. It goes first when results are removed. */
  private static final String FINISHED = "summary.json";

  /** The folder of the snapshots; {@code SnapshotWriter} clears it. */
  private static final String SNAPSHOTS = "snapshots";

  /** What a run writes. Files by other names are nobody's to touch. */
  private static final Pattern OWN =
      Pattern.compile(
          "summary\\.(json|txt)|report\\.html|history\\.csv|zones\\.(hdf|seg\\.nrrd|nii\\.gz)"
              + "|(slices|curves|vessels|what-if)\\.png|grid-study\\.(json|txt|png)|"
              + SNAPSHOTS);

  /** A temporary file of a run that was killed. */
  private static final Pattern UNFINISHED = Pattern.compile("\\..+\\.tmp-[0-9]+-[0-9]+");

  private final Path folder;
  private boolean prepared;

  private ResultFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes sure that results may go there. Writes nothing.
   *
   * @param folder what the user named; need not exist
   * @throws CaseException {@code cannot-write} where it holds something that is not a run's
   */
  static ResultFolder accept(Path folder) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw refuse(folder, "it is a file, not a folder");
    }
    List<String> entries = Files.exists(folder) ? entries(folder) : List.of();
    boolean earlierRun = entries.stream().anyMatch(name -> OWN.matcher(name).matches());
    boolean nothing = entries.stream().allMatch(name -> UNFINISHED.matcher(name).matches());
    if (!earlierRun && !nothing) {
      throw refuse(folder, "it holds " + entries.get(0) + " and no results of an earlier run");
    }
    return new ResultFolder(folder);
  }

  /** Where it is. */
  Path path() {
    return folder;
  }

  /** Where the snapshots go. */
  Path snapshots() {
    return folder.resolve(SNAPSHOTS);
  }

  /**
   * Makes the folder where it is missing, and removes an earlier run's results, so that files of
   * two runs never stand side by side. Once is enough; further calls do nothing.
   *
   * @throws CaseException {@code cannot-write}
   */
  void prepare() {
    if (prepared) {
      return;
    }
    AtomicFile.prepareFolder(folder);
    try {
      Files.deleteIfExists(folder.resolve(FINISHED));
      for (String name : entries(folder)) {
        if (OWN.matcher(name).matches() && Files.isRegularFile(folder.resolve(name))) {
          Files.delete(folder.resolve(name));
        }
      }
    } catch (IOException e) {
      throw refuse(folder, "the earlier results in it cannot be removed (" + e.getMessage() + ")");
    }
    prepared = true;
  }

  private static List<String> entries(Path folder) {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(entry -> names.add(entry.getFileName().toString()));
    } catch (IOException | DirectoryIteratorException e) {
      throw refuse(folder, "it cannot be looked into (" + e.getMessage() + ")");
    }
    names.sort(null);
    return names;
  }

  private static CaseException refuse(Path folder, String cause) {
    return new CaseException(
        Finding.of(
            Complaint.CANNOT_WRITE,
            "--out " + folder,
            cause,
            "Name a new folder, an empty one, or one with results that may be replaced"));
  }
}
