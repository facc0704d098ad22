package org.iceball.validation.book;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.iceball.io.AtomicFile;

/**
 * What cases found, a file each beside the guide, so that a run of the table that was stopped or
 * killed can be gone on with. A file says what it depends on (the program, the case, its rows word
 * for word) and ends with the SHA-256 of all of it; one that says something else, or is damaged, is
 * as good as none, and its case runs again. Files appear whole or not at all.
 */
public final class DoneCases implements CheckRun.Memory {
  /** Their folder, beside the guide. */
  public static final String FOLDER = "done";

  private static final String ENDING = ".case";
  private static final String MAGIC = "iceball-done-1";
  private static final int HASH = 32;
  private static final long LONGEST = 64L << 20;

  private final Path folder;
  private final String program;
  private final String today;
  private String first;

  /**
   * @param guide folder of the guide; need not exist
   * @param program what found the numbers: another one finds its own
   * @param today the date, year first
   */
  public DoneCases(Path guide, String program, String today) {
    folder = guide.resolve(FOLDER);
    this.program = program;
    this.today = today;
    first = today;
  }

  @Override
  public Optional<CheckRun.Found> find(String name, List<Check> rows) {
    Path file = file(name);
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
        return Optional.empty();
      }
      byte[] all = Files.readAllBytes(file);
      int length = all.length - HASH;
      if (length < 0
          || !Arrays.equals(
              sha256(Arrays.copyOf(all, length)), Arrays.copyOfRange(all, length, all.length))) {
        return Optional.empty();
      }
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(all, 0, length));
      if (!in.readUTF().equals(MAGIC) || !in.readUTF().equals(key(name, rows))) {
        return Optional.empty();
      }
      String date = in.readUTF();
      CheckRun.Found found = new CheckRun.Found(MeasuredBytes.read(in), in.readDouble());
      first = date.compareTo(first) < 0 ? date : first;
      return Optional.of(found);
    } catch (IOException e) {
      return Optional.empty(); // what can't be read is measured again
    }
  }

  @Override
  public void keep(String name, List<Check> rows, CheckRun.Found found) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(MAGIC);
      out.writeUTF(key(name, rows));
      out.writeUTF(today);
      MeasuredBytes.write(found.measured(), out);
      out.writeDouble(found.seconds());
      out.flush();
      out.write(sha256(bytes.toByteArray()));
    } catch (IOException e) {
      throw new IllegalStateException("memory takes all bytes", e);
    }
    AtomicFile.prepareFolder(folder);
    AtomicFile.write(file(name), bytes.toByteArray());
  }

  /** When the cases were measured, those of earlier days among them. */
  public String dates() {
    return first.equals(today) ? today : first + " to " + today;
  }

  /**
   * Forgets all of them.
   *
   * @throws org.iceball.units.CaseException {@code cannot-write}
   */
  public void discard() {
    if (!Files.isDirectory(folder)) {
      return;
    }
    AtomicFile.prepareFolder(folder);
    try {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
        for (Path file : files) {
          Files.delete(file);
        }
      }
      try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
        if (left.iterator().hasNext()) {
          return; // somebody else's
        }
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw AtomicFile.failure(folder, e);
    }
  }

  private Path file(String name) {
    return folder.resolve(name.replaceAll("[^A-Za-z0-9-]", "_") + ENDING);
  }

  /** What a file depends on, as a hash. */
  private String key(String name, List<Check> rows) {
    StringBuilder all = new StringBuilder(program).append('\n').append(name);
    rows.forEach(row -> all.append('\n').append(row));
    return HexFormat.of().formatHex(sha256(all.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] sha256(byte[] of) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(of);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
