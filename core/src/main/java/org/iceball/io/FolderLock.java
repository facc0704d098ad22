package org.iceball.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;

/**
 * One run a folder. The operating system holds the lock on the file {@code .iceball.lock} and lets
 * go of it when the process ends, however it ends. The file stays: it is empty while nobody runs,
 * and what a killed run has left in it locks nobody out.
 *
 * <p>Between processes only: on some systems a process gives up its locks on a file whenever it
 * closes that file, so nobody in this one may open it a second time.
 */
public final class FolderLock implements AutoCloseable {
  /** The file that is locked. */
  public static final String NAME = ".iceball.lock";

  /** The lock lies behind the text, which others may then read on every platform. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private static final int LONGEST_TEXT = 512;

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Locks a folder for this process.
   *
   * @param folder exists
   * @throws CaseException {@code folder-in-use} with who holds it, or {@code cannot-write}
   */
  public static FolderLock of(Path folder) {
    Path file = folder.resolve(NAME);
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      try {
        if (!isLocked(channel)) {
          throw inUse(folder, holder(channel));
        }
        sign(channel);
      } catch (IOException | CaseException e) {
        channel.close();
        throw e;
      }
      return new FolderLock(file, channel);
    } catch (IOException e) {
      throw WriteFailure.of(file, e);
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // another run of this process
    }
  }

  private static void sign(FileChannel channel) throws IOException {
    String text =
        "process "
            + ProcessHandle.current().pid()
            + " since "
            + Instant.now().truncatedTo(ChronoUnit.SECONDS);
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(LONGEST_TEXT);
    channel.read(text, 0);
    String who = new String(text.array(), 0, text.position(), StandardCharsets.UTF_8);
    return who.matches("process [0-9]+ since [-0-9:TZ]+") ? who : "another process";
  }

  private static CaseException inUse(Path folder, String holder) {
    return new CaseException(
        Finding.of(
            Complaint.FOLDER_IN_USE,
            folder.toString(),
            "another run is writing into this folder: " + holder,
            "Wait until it has ended, or choose another folder"));
  }

  /** Lets go of the folder. */
  @Override
  public void close() {
    try (channel) {
      channel.truncate(0);
    } catch (IOException e) {
      throw WriteFailure.of(file, e);
    }
  }
}
