package org.iceball.io.checkpoint;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.iceball.io.ReadFailure;
import org.iceball.state.StateIn;

/** Reads what {@link StateWriter} wrote. Never makes an array for a length that a file tells. */
final class StateReader implements StateIn {
  private static final int LONGEST_TEXT = 1 << 12;

  private final InputStream from;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
  private long left;

  /**
   * @param from positioned at the state
   * @param length of the state [B]
   */
  StateReader(InputStream from, long length) {
    this.from = from;
    left = length;
    buffer.limit(0);
  }

  private ByteBuffer next(int bytes) {
    if (buffer.remaining() >= bytes) {
      return buffer;
    }
    buffer.compact();
    try {
      while (buffer.position() < bytes) {
        int most = (int) Math.min(left, buffer.remaining());
        int n = most > 0 ? from.read(buffer.array(), buffer.position(), most) : -1;
        if (n <= 0) {
          throw StateIn.misfit("it ends before all of the state was read");
        }
        buffer.position(buffer.position() + n);
        left -= n;
      }
    } catch (EOFException e) {
      throw StateIn.misfit("it ends before all of the state was read");
    } catch (IOException e) {
      throw ReadFailure.of("checkpoint", e);
    }
    return buffer.flip();
  }

  @Override
  public void section(String name) {
    String found = text();
    if (!found.equals(name)) {
      throw StateIn.misfit("the part `" + name + "` of the state is not where it belongs");
    }
  }

  @Override
  public boolean flag() {
    byte b = next(1).get();
    if (b != 0 && b != 1) {
      throw StateIn.misfit("neither a yes nor a no stands where one belongs");
    }
    return b == 1;
  }

  @Override
  public long whole() {
    return next(Long.BYTES).getLong();
  }

  @Override
  public double number() {
    return next(Double.BYTES).getDouble();
  }

  @Override
  public String text() {
    byte[] bytes = new byte[whole(0, LONGEST_TEXT)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = next(1).get();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private void length(int expected) {
    long found = whole();
    if (found != expected) {
      throw StateIn.misfit(found + " numbers stand where " + expected + " belong");
    }
  }

  @Override
  public void numbers(double[] into, int from, int to) {
    length(to - from);
    for (int i = from; i < to; i++) {
      into[i] = next(Double.BYTES).getDouble();
    }
  }

  @Override
  public void numbers(float[] into, int from, int to) {
    length(to - from);
    for (int i = from; i < to; i++) {
      into[i] = next(Float.BYTES).getFloat();
    }
  }

  @Override
  public void wholes(int[] into) {
    length(into.length);
    for (int i = 0; i < into.length; i++) {
      into[i] = next(Integer.BYTES).getInt();
    }
  }

  @Override
  public void flags(boolean[] into) {
    length(into.length);
    for (int i = 0; i < into.length; i++) {
      into[i] = flag();
    }
  }

  @Override
  public void bytes(byte[] into) {
    length(into.length);
    for (int i = 0; i < into.length; i++) {
      into[i] = next(1).get();
    }
  }
}
