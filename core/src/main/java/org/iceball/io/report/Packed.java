package org.iceball.io.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Bytes inside a page: gzip, which browsers undo, in base64. */
final class Packed {
  private Packed() {}

  /** A script element that holds the bytes. */
  static String element(String id, byte[] bytes) {
    return "<script type=\"application/octet-stream\" id=\""
        + id
        + "\">"
        + Base64.getEncoder().encodeToString(gzip(bytes))
        + "</script>\n";
  }

  /** The bytes packed as tightly as gzip can. */
  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new Tight(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory can be written to", e);
    }
    return packed.toByteArray();
  }

  private static final class Tight extends GZIPOutputStream {
    Tight(ByteArrayOutputStream to) throws IOException {
      super(to, 1 << 16);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }

  /**
   * Frames one after the other, each byte replaced by its difference to the frame before: most of a
   * field changes little from one to the next.
   *
   * @param frames all of one length; not modified
   */
  static byte[] differences(java.util.List<byte[]> frames) {
    int length = frames.get(0).length;
    byte[] all = new byte[length * frames.size()];
    for (int f = 0; f < frames.size(); f++) {
      for (int c = 0; c < length; c++) {
        int before = f == 0 ? 0 : frames.get(f - 1)[c];
        all[f * length + c] = (byte) (frames.get(f)[c] - before);
      }
    }
    return all;
  }
}
