package org.iceball.cli.serve;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.iceball.io.AtomicFile;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;

/** The case files of one folder: what the planning page may read and write, and nothing else. */
final class CaseShelf {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9 ._-]{0,100}\\.ya?ml");
  private static final int LONGEST = 1 << 20;

  private final Path folder;

  /**
   * @param folder exists
   */
  CaseShelf(Path folder) {
    try {
      this.folder = folder.toRealPath();
    } catch (IOException e) {
      throw refuse(Complaint.FILE_NOT_FOUND, folder.toString(), "there is no such folder");
    }
  }

  Path folder() {
    return folder;
  }

  /** Names of the case files, in order. */
  List<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
          .map(f -> f.getFileName().toString())
          .filter(n -> NAME.matcher(n).matches())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw refuse(Complaint.FILE_NOT_FOUND, folder.toString(), "it cannot be looked into");
    }
  }

  /**
   * Text of a case file.
   *
   * @throws CaseException {@code path-outside-roots} or {@code file-not-found}
   */
  String read(String name) {
    Path file = place(name);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw refuse(Complaint.FILE_NOT_FOUND, name, "there is no such case file here");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw refuse(Complaint.TOO_LARGE, name, "it is longer than 1 MiB");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw refuse(Complaint.FILE_NOT_FOUND, name, "it can't be read");
    }
  }

  /** Whether there is something of that name. */
  boolean has(String name) {
    return Files.exists(place(name), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Writes a case file.
   *
   * @throws CaseException {@code path-outside-roots} or {@code cannot-write}
   */
  void write(String name, String text) {
    Path file = place(name);
    if (Files.isSymbolicLink(file)) {
      throw refuse(Complaint.PATH_OUTSIDE_ROOTS, name, "it is a link to somewhere else");
    }
    AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A name is a name: no folder, no way up, no hidden file. */
  private Path place(String name) {
    if (!NAME.matcher(name).matches()) {
      throw refuse(
          Complaint.PATH_OUTSIDE_ROOTS,
          "file",
          "only names of case files in this folder are taken");
    }
    Path file = folder.resolve(name).normalize();
    if (!folder.equals(file.getParent())) {
      throw refuse(Complaint.PATH_OUTSIDE_ROOTS, "file", "it lies outside the served folder");
    }
    return file;
  }

  private static CaseException refuse(Complaint complaint, String place, String cause) {
    return new CaseException(
        Finding.of(
            complaint,
            place,
            cause,
            "use a name such as plan.yaml, of a file in the folder that is served"));
  }
}
