package org.iceball.meshes;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads the lines of a text header and leaves the stream at the first byte behind them. */
final class LineReader {
  /** Longest text header [bytes]; those of large segmentations have some tens of kilobytes. */
  static final int MAX_HEADER = 1 << 20;

  private final ImageInput input;
  private final InputStream in;
  private int read;

  LineReader(ImageInput input, InputStream in) {
    this.input = input;
    this.in = in;
  }

  /**
   * The next line, without its end.
   *
   * @throws EOFException where the file ends within the line
   */
  String next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(80);
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException();
      }
      if (++read > MAX_HEADER) {
        throw input.refuse("the text header does not end", ImageInput.COPY_AGAIN);
      }
      line.write(b);
    }
    read++;
    String text = line.toString(StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  /** How many bytes the lines so far took. */
  int bytesRead() {
    return read;
  }
}
