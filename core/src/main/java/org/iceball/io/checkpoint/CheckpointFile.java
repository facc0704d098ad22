package org.iceball.io.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.iceball.io.AtomicFile;
import org.iceball.io.ReadFailure;
import org.iceball.state.StateOut;

/**
 * A state in a file: {@link #MAGIC}, the length of the header (4 bytes), the header (lines of
 * {@code name=value}, UTF-8), the state, the length of the file (8 bytes), and the SHA-256 of all
 * that (32 bytes). Numbers are little endian. Nothing of a file is believed before its length and
 * its hash are found to be right.
 */
final class CheckpointFile {
  /** How every file begins; goes up with the format. */
  static final String MAGIC = "iceball-state-1\n";

  private static final int TRAILER = Long.BYTES + 32;
  private static final int LONGEST_HEADER = 1 << 14;
  private static final int LEAST = MAGIC.length() + Integer.BYTES + TRAILER;

  private CheckpointFile() {}

  /** A file whose length and hash are right. */
  record Sound(Path file, Map<String, String> header, long begin, long length) {

    /** Positioned at the state; to be closed. */
    InputStream open() {
      try {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(begin);
        return in;
      } catch (IOException e) {
        throw ReadFailure.of(file.toString(), e);
      }
    }
  }

  /** A file that can't be trusted. */
  static final class Damaged extends Exception {
    private static final long serialVersionUID = 1;

    Damaged(String why) {
      super(why);
    }
  }

  /**
   * Writes a file.
   *
   * @param header names and values without line breaks
   * @throws org.iceball.units.CaseException {@code cannot-write}
   */
  static void write(Path file, Map<String, String> header, Consumer<StateOut> state) {
    StringBuilder lines = new StringBuilder();
    header.forEach((name, value) -> lines.append(name).append('=').append(value).append('\n'));
    byte[] head = lines.toString().getBytes(StandardCharsets.UTF_8);
    AtomicFile.stream(
        file,
        out -> {
          Counting counted = new Counting(out);
          DigestOutputStream all = new DigestOutputStream(counted, sha256());
          all.write(MAGIC.getBytes(StandardCharsets.US_ASCII));
          all.write(littleEndian(Integer.BYTES).putInt(head.length).array());
          all.write(head);
          StateWriter writer = new StateWriter(all);
          try {
            state.accept(writer);
            writer.flush();
          } catch (UncheckedIOException e) {
            throw e.getCause();
          }
          all.write(littleEndian(Long.BYTES).putLong(counted.bytes + TRAILER).array());
          out.write(all.getMessageDigest().digest());
        });
  }

  /**
   * Looks at a file.
   *
   * @throws Damaged where it is not what was written
   * @throws IOException where it can't be read
   */
  static Sound look(Path file) throws Damaged, IOException {
    long size = Files.size(file);
    if (size < LEAST) {
      throw new Damaged("it is cut short");
    }
    MessageDigest sha = sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] magic = in.readNBytes(MAGIC.length());
      String begins = new String(magic, StandardCharsets.ISO_8859_1);
      if (begins.matches("iceball-state-\\d\\n") && !begins.equals(MAGIC)) {
        throw new Damaged("it has another format: " + begins.strip());
      }
      if (!begins.equals(MAGIC)) {
        throw new Damaged("it does not begin like a checkpoint");
      }
      byte[] length = in.readNBytes(Integer.BYTES);
      sha.update(magic);
      sha.update(length);
      int headLength = littleEndian(length).getInt();
      if (headLength < 0 || headLength > LONGEST_HEADER || headLength > size - LEAST) {
        throw new Damaged("its header is damaged");
      }
      byte[] head = in.readNBytes(headLength);
      sha.update(head);
      long state = size - LEAST - headLength;
      digest(in, state, sha);
      byte[] said = in.readNBytes(Long.BYTES);
      sha.update(said);
      if (said.length < Long.BYTES || littleEndian(said).getLong() != size) {
        throw new Damaged("it is not as long as it was when it was written");
      }
      if (!MessageDigest.isEqual(sha.digest(), in.readNBytes(32))) {
        throw new Damaged("its bytes are not those that were written");
      }
      long begin = (long) MAGIC.length() + Integer.BYTES + headLength;
      return new Sound(file, header(head), begin, state);
    }
  }

  private static void digest(InputStream in, long bytes, MessageDigest sha)
      throws IOException, Damaged {
    byte[] buffer = new byte[1 << 16];
    for (long left = bytes; left > 0; ) {
      int n = in.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (n < 0) {
        throw new Damaged("it is cut short");
      }
      sha.update(buffer, 0, n);
      left -= n;
    }
  }

  private static Map<String, String> header(byte[] head) {
    Map<String, String> header = new LinkedHashMap<>();
    for (String line : new String(head, StandardCharsets.UTF_8).split("\n", -1)) {
      int at = line.indexOf('=');
      if (at > 0) {
        header.put(line.substring(0, at), line.substring(at + 1));
      }
    }
    return header;
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Counts the bytes that pass. */
  private static final class Counting extends OutputStream {
    private final OutputStream to;
    private long bytes;

    Counting(OutputStream to) {
      this.to = to;
    }

    @Override
    public void write(int b) throws IOException {
      to.write(b);
      bytes++;
    }

    @Override
    public void write(byte[] b, int from, int length) throws IOException {
      to.write(b, from, length);
      bytes += length;
    }
  }
}
