package org.iceball.io.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;

/** The text of a case file. */
public final class CaseText {
  private static final int LONGEST_FILE = 1 << 20;

  private CaseText() {}

  /**
   * Reads a file.
   *
   * @throws CaseException where it is missing, longer than 1 MiB, or no text in UTF-8
   */
  public static String of(Path file) {
    String place = file.toString();
    if (!Files.isRegularFile(file)) {
      throw refuse(
          Complaint.FILE_NOT_FOUND,
          place,
          "there is no such file",
          "check the path of the case file");
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(LONGEST_FILE + 1);
    } catch (IOException e) {
      throw refuse(
          Complaint.FILE_NOT_FOUND, place, "the file can't be read", "check its permissions");
    }
    if (bytes.length > LONGEST_FILE) {
      throw refuse(
          Complaint.TOO_LARGE,
          place,
          "the file is longer than 1 MiB",
          "a case is a page of text: check that this is a case file");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw refuse(
          Complaint.NOT_YAML, place, "the file is not text in UTF-8", "save it as UTF-8 text");
    }
  }

  private static CaseException refuse(
      Complaint complaint, String place, String cause, String remedy) {
    return new CaseException(Finding.of(complaint, place, cause, remedy));
  }
}
