package org.iceball.meshes;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;

/** An image file that exists, with its length and first bytes, and the words to refuse it with. */
final class ImageInput {
  static final String COPY_AGAIN = "Copy or export the file again";
  private static final int HEAD = 512;
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final String place;
  private final long size;
  private final byte[] head;

  private ImageInput(Path file, String place, long size, byte[] head) {
    this.file = file;
    this.place = place;
    this.size = size;
    this.head = head;
  }

  /**
   * Looks at a file.
   *
   * @param place how messages call it
   * @throws CaseException where it is missing, no plain file, or can't be read
   */
  static ImageInput of(Path file, String place) {
    ImageInput unopened = new ImageInput(file, place, 0, new byte[0]);
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw unopened.refuse("this is no plain file", "Name a label image file");
      }
      try (InputStream in = Files.newInputStream(file)) {
        return new ImageInput(file, place, Files.size(file), in.readNBytes(HEAD));
      }
    } catch (IOException e) {
      throw unopened.unreadable(e);
    }
  }

  /**
   * Another file in the same folder, named by this one.
   *
   * @throws CaseException where the name leads out of the folder or to no plain file
   */
  ImageInput sibling(String name) {
    try {
      Path folder = file.toRealPath().getParent();
      if (folder == null || name.isBlank() || name.matches(".*[/\\\\:\\x00].*")) {
        throw leadsAway(name);
      }
      Path other = folder.resolve(name).normalize();
      if (Files.exists(other) && !folder.equals(other.toRealPath().getParent())) {
        throw leadsAway(name);
      }
      return of(other, name);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private CaseException leadsAway(String name) {
    return refuse(
        "its voxels are said to be in \"" + name + "\", which is not a file in the same folder",
        "Save the image as one file, header and voxels together");
  }

  /** A fresh stream of the whole file. */
  InputStream open() throws IOException {
    return new BufferedInputStream(Files.newInputStream(file), BUFFER);
  }

  /** Length of the file [bytes]. */
  long size() {
    return size;
  }

  /** The first 512 bytes of the file, or all of a shorter one; not modified. */
  byte[] head() {
    return head;
  }

  /** True where the file's name ends so, in whatever case. */
  boolean isNamed(String ending) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
  }

  /** True where the file begins with these ASCII characters. */
  boolean startsWith(String magic) {
    return hasAt(0, magic);
  }

  /** True for the two magic bytes of gzip (RFC 1952). */
  boolean isGzip() {
    return head.length >= 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b;
  }

  /** True for the preamble of a DICOM file (PS3.10, 7.1). */
  boolean isDicom() {
    return hasAt(128, "DICM");
  }

  private boolean hasAt(int offset, String magic) {
    if (head.length < offset + magic.length()) {
      return false;
    }
    for (int i = 0; i < magic.length(); i++) {
      if (head[offset + i] != (byte) magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The exception that refuses this file. */
  CaseException refuse(String cause, String remedy) {
    return new CaseException(Finding.of(Complaint.BAD_IMAGE, place, cause, remedy));
  }

  /** The exception for a file that is missing or that the system won't let us read. */
  CaseException unreadable(IOException e) {
    boolean missing = e instanceof NoSuchFileException;
    return new CaseException(
        Finding.of(
            Complaint.FILE_NOT_FOUND,
            place,
            missing
                ? "there is no such file"
                : "the file can't be read (" + e.getClass().getSimpleName() + ")",
            missing
                ? "Check the path; it starts at the case file's folder or at a data folder"
                : "Check that the file is readable and the disk is sound"));
  }
}
