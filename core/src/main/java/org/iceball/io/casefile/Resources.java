package org.iceball.io.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files that come with the program. */
final class Resources {
  private Resources() {}

  /** Opens a file beside this class. */
  static InputStream open(String file) {
    InputStream in = Resources.class.getResourceAsStream(file);
    if (in == null) {
      throw new IllegalStateException(file + " is missing from this build of the program");
    }
    return in;
  }

  /** The whole text of a file beside this class. */
  static String text(String file) {
    try (InputStream in = open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
