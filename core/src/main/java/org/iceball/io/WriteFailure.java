package org.iceball.io;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;

/** Says in words why a file could not be written. */
final class WriteFailure {
  private WriteFailure() {}

  /** The complaint about {@code file} for what went wrong, with the exception as its cause. */
  static CaseException of(Path file, Throwable problem) {
    Throwable root = ioCause(problem) == null ? problem : ioCause(problem);
    CaseException complaint =
        new CaseException(
            Finding.of(Complaint.CANNOT_WRITE, file.toString(), cause(root), remedy(root)));
    complaint.initCause(problem);
    return complaint;
  }

  /** The first input-output failure among the exception and its causes, or null. */
  static Throwable ioCause(Throwable problem) {
    for (Throwable t = problem; t != null; t = t.getCause()) {
      boolean wrapper = t instanceof UncheckedIOException;
      if (!wrapper && (t instanceof IOException || t instanceof ReadOnlyFileSystemException)) {
        return t;
      }
    }
    return null;
  }

  private static String cause(Throwable e) {
    if (e instanceof AccessDeniedException) {
      return "there is no permission to write here";
    }
    if (e instanceof ReadOnlyFileSystemException) {
      return "the file system is read-only";
    }
    if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
      return "the folder it belongs in does not exist";
    }
    if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
      return "a file stands where a folder is needed";
    }
    if (e instanceof DirectoryNotEmptyException) {
      return "a folder stands where the file belongs";
    }
    String text = e.getMessage();
    if (e instanceof FileSystemException f && f.getReason() != null) {
      text = f.getReason();
    }
    if (text == null || text.isBlank()) {
      return "writing failed with " + e.getClass().getSimpleName();
    }
    return "writing failed: "
        + text.substring(0, 1).toLowerCase(Locale.ROOT)
        + text.substring(1).strip().replaceAll("\\.$", "");
  }

  private static String remedy(Throwable e) {
    String text = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (text.contains("no space") || text.contains("quota") || text.contains("disk full")) {
      return "Free some space on that disk or choose a folder on another one";
    }
    if (e instanceof FileAlreadyExistsException
        || e instanceof NotDirectoryException
        || e instanceof DirectoryNotEmptyException
        || text.contains("is a directory")
        || text.contains("not a directory")) {
      return "Choose another folder for the results or move what stands in the way";
    }
    return "Choose a folder for the results that exists or can be made, and that you may write to";
  }
}
