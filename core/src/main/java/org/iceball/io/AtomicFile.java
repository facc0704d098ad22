package org.iceball.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iceball.units.CaseException;

/**
 * The only class that creates files. Whoever looks at a file sees the old one complete or the new
 * one complete, never a part: the bytes go into a temporary file beside it ({@code
 * .NAME.tmp-PROCESS-NUMBER}), are forced to the disk, read back and compared, and only then renamed
 * over the old file in one step. Whatever fails becomes a {@link CaseException} that names the
 * file, the cause and the remedy.
 */
public final class AtomicFile {
  private static final Pattern TEMPORARY = Pattern.compile("\\..+\\.tmp-(\\d+)-(\\d+)");
  // Keeps temporary names of one process apart; nothing depends on its value.
  private static final AtomicLong NUMBER = new AtomicLong();

  private AtomicFile() {}

  /** Writes a file that a library insists on creating itself, by its path. */
  @FunctionalInterface
  public interface PathWriter {
    /**
     * Creates the file and closes it.
     *
     * @param temporary where to; does not exist yet
     * @throws IOException where that fails
     */
    void writeTo(Path temporary) throws IOException;
  }

  /** Writes the bytes of a file one after the other. */
  @FunctionalInterface
  public interface StreamWriter {
    /**
     * Writes all bytes.
     *
     * @param out buffered; is closed by the caller
     * @throws IOException where that fails
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file whose bytes are at hand.
   *
   * @param file the file, in a folder that exists
   * @param bytes all of it; not modified
   * @throws CaseException {@code cannot-write}
   */
  public static void write(Path file, byte[] bytes) {
    stream(file, out -> out.write(bytes));
  }

  /**
   * Writes a file that is too large to be held in memory as a whole.
   *
   * @param file the file, in a folder that exists
   * @param writer hands over the bytes
   * @throws CaseException {@code cannot-write}
   */
  public static void stream(Path file, StreamWriter writer) {
    replace(
        file,
        temporary -> {
          MessageDigest digest = sha256();
          try (FileChannel channel =
                  FileChannel.open(
                      temporary, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
              OutputStream out =
                  new DigestOutputStream(
                      new BufferedOutputStream(Channels.newOutputStream(channel)), digest)) {
            writer.writeTo(out);
            out.flush();
            channel.force(true);
          }
          return digest.digest();
        });
  }

  /**
   * Writes a file through a library that takes a path. What the library wrote is taken as meant;
   * that it is what lies on the disk is verified here.
   *
   * @param file the file, in a folder that exists
   * @param writer creates and closes the temporary file it is given
   * @throws CaseException {@code cannot-write}
   */
  public static void write(Path file, PathWriter writer) {
    replace(
        file,
        temporary -> {
          writer.writeTo(temporary);
          byte[] meant = hash(temporary);
          try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true);
          }
          return meant;
        });
  }

  /**
   * Makes sure that a folder for results exists, and removes what a run that was killed left half
   * written in it.
   *
   * @param folder created with its parents where it is missing
   * @throws CaseException {@code cannot-write}
   */
  public static void prepareFolder(Path folder) {
    try {
      Files.createDirectories(folder);
      if (!Files.isWritable(folder)) {
        throw new java.nio.file.AccessDeniedException(folder.toString());
      }
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, ".*.tmp-*")) {
        for (Path entry : entries) {
          if (isStale(entry)) {
            Files.deleteIfExists(entry);
          }
        }
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      throw WriteFailure.of(folder, e);
    }
  }

  /**
   * The complaint for a file or folder that could not be written or cleared.
   *
   * @param file which
   * @param problem what the file system said; becomes the cause
   */
  public static CaseException failure(Path file, Throwable problem) {
    return WriteFailure.of(file, problem);
  }

  private interface Filler {
    /** Fills the temporary file, forces it and returns the hash of what was meant to be in it. */
    byte[] fill(Path temporary) throws IOException;
  }

  private static void replace(Path file, Filler filler) {
    Path target = file.toAbsolutePath();
    Path temporary =
        target.resolveSibling(
            String.format(
                ".%s.tmp-%d-%d",
                target.getFileName(), ProcessHandle.current().pid(), NUMBER.getAndIncrement()));
    try {
      byte[] meant = filler.fill(temporary);
      if (!Arrays.equals(meant, hash(temporary))) {
        throw new IOException("what was read back differs from what was written");
      }
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      force(target.getParent());
    } catch (IOException e) {
      discard(temporary, e);
      throw WriteFailure.of(file, e);
    } catch (RuntimeException | Error e) {
      discard(temporary, e);
      // Libraries wrap a full disk in exceptions of their own; anything else is not about the file.
      if (WriteFailure.ioCause(e) != null) {
        throw WriteFailure.of(file, e);
      }
      throw e;
    }
  }

  /** The rename itself must reach the disk. Not every platform lets a folder be opened for that. */
  private static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // The file is complete and in place; only its survival of a power cut is not certain.
      return;
    }
  }

  private static void discard(Path temporary, Throwable reason) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  /** True for a temporary file whose process is gone. */
  private static boolean isStale(Path entry) {
    Matcher name = TEMPORARY.matcher(entry.getFileName().toString());
    if (!name.matches() || !Files.isRegularFile(entry)) {
      return false;
    }
    try {
      long process = Long.parseLong(name.group(1));
      if (process == ProcessHandle.current().pid()) {
        // An earlier process had our number; what we have given out ourselves may be under way.
        return Long.parseLong(name.group(2)) >= NUMBER.get();
      }
      return ProcessHandle.of(process).map(p -> !p.isAlive()).orElse(true);
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static byte[] hash(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
