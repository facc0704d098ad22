package org.iceball.cli;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.iceball.io.AtomicFile;
import org.iceball.io.FolderLock;
import org.iceball.io.checkpoint.CheckpointStore;
import org.iceball.io.checkpoint.RunOrder;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;

/**
 * The folder a run writes into: new, empty, or the results of an earlier run, which it replaces.
 * Anything else is refused, because results strewn among other files would overwrite one of them
 * some day.
 */
final class ResultFolder implements AutoCloseable {
  /** The sign of a run that finished. It goes first when results are removed. */
  private static final String FINISHED = "summary.json";

  /** The folder of the snapshots; {@code SnapshotWriter} clears it. */
  private static final String SNAPSHOTS = "snapshots";

  /** What an unfinished run can be gone on from. */
  private static final String CHECKPOINTS = "checkpoint";

  /** What a run writes. Files by other names are nobody's to touch. */
  private static final Pattern OWN =
      Pattern.compile(
          "summary\\.(json|txt)|report\\.html|case\\.json|history\\.csv|zones\\.(hdf|seg\\.nrrd|nii\\.gz)"
              + "|(slices|curves|vessels|what-if)\\.png|compare\\.(json|txt|png)|margins\\.csv|grid-study\\.(json|txt|png)|"
              + SNAPSHOTS
              + "|"
              + CHECKPOINTS);

  /** What lies in the folder of the checkpoints. */
  private static final Pattern STATE =
      Pattern.compile("[a-z]+\\.[01]\\.checkpoint|" + Pattern.quote(RunOrder.FILE));

  /** What a run that was killed left behind. */
  private static final Pattern UNFINISHED =
      Pattern.compile("\\..+\\.tmp-[0-9]+-[0-9]+|" + Pattern.quote(FolderLock.NAME));

  private final Path folder;
  private boolean prepared;
  private FolderLock lock;
  private boolean ordered;

  private ResultFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes sure that results may go there. Writes nothing.
   *
   * @param folder what the user named; need not exist
   * @throws CaseException {@code cannot-write} where it holds something that is not a run's, {@code
   *     folder-in-use} where another run writes into it
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
    ResultFolder accepted = new ResultFolder(folder);
    if (Files.exists(folder)) {
      accepted.claim();
    }
    return accepted;
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
    claim();
    discardCheckpoints();
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

  /**
   * The folder of a run that is to be gone on with.
   *
   * @throws CaseException {@code nothing-to-resume} or {@code folder-in-use}
   */
  static ResultFolder unfinished(Path folder) {
    ResultFolder found = new ResultFolder(folder);
    if (!found.isFinished() && !Files.isDirectory(found.checkpoints())) {
      RunOrder.read(found.checkpoints());
    }
    found.claim();
    return found;
  }

  private void claim() {
    if (lock == null) {
      lock = FolderLock.of(folder);
    }
  }

  /** Whether all results are there. */
  boolean isFinished() {
    return Files.exists(folder.resolve(FINISHED));
  }

  /** Where the state of an unfinished run is kept. */
  Path checkpoints() {
    return folder.resolve(CHECKPOINTS);
  }

  /** Refuses to replace a run that could be gone on with. */
  void refuseUnfinished() {
    if (!isFinished() && CheckpointStore.isAny(checkpoints(), "run")) {
      throw new CaseException(
          Finding.of(
              Complaint.CANNOT_WRITE,
              "--out " + folder,
              "a run was stopped before its end, and its state is kept there",
              "Go on with it by `iceball resume "
                  + folder
                  + "`, or say --restart to begin again and lose it"));
    }
  }

  /** Makes room for the state of a run that begins, and says what it was asked to do. */
  void prepareCheckpoints(RunOrder order) {
    if (!ordered) {
      AtomicFile.prepareFolder(checkpoints());
      order.write(checkpoints());
      ordered = true;
    }
  }

  /** Removes what a killed run left half written. */
  void tidy() {
    AtomicFile.prepareFolder(folder);
    AtomicFile.prepareFolder(checkpoints());
  }

  /** Removes what a finished run could have been gone on from. */
  void discardCheckpoints() {
    if (!Files.isDirectory(checkpoints())) {
      return;
    }
    AtomicFile.prepareFolder(checkpoints());
    try {
      List<String> names = entries(checkpoints());
      Collections.reverse(names); // the order last: without it the states are good for nothing
      for (String name : names) {
        if (STATE.matcher(name).matches()) {
          Files.deleteIfExists(checkpoints().resolve(name));
        }
      }
      if (entries(checkpoints()).isEmpty()) {
        Files.deleteIfExists(checkpoints());
      }
    } catch (IOException e) {
      throw AtomicFile.failure(checkpoints(), e);
    }
  }

  /** Lets go of the folder. */
  @Override
  public void close() {
    if (lock != null) {
      lock.close();
      lock = null;
    }
  }

  /** Room on the disk [B]; unlimited where nobody can tell. */
  long free() {
    Path there = folder.toAbsolutePath();
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    try {
      long room = Files.getFileStore(there).getUsableSpace();
      return room > 0 ? room : Long.MAX_VALUE;
    } catch (IOException | SecurityException e) {
      return Long.MAX_VALUE;
    }
  }
}
