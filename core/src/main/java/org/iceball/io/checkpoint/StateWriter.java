package org.iceball.io.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.iceball.state.StateOut;

/** Writes a state as bytes, little endian; what fails is thrown as {@link UncheckedIOException}. */
final class StateWriter implements StateOut {
  private final OutputStream to;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

  StateWriter(OutputStream to) {
    this.to = to;
  }

  /** Writes what is still held back. */
  void flush() {
    try {
      to.write(buffer.array(), 0, buffer.position());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    buffer.clear();
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      flush();
    }
    return buffer;
  }

  @Override
  public void section(String name) {
    text(name);
  }

  @Override
  public void flag(boolean value) {
    room(1).put((byte) (value ? 1 : 0));
  }

  @Override
  public void whole(long value) {
    room(Long.BYTES).putLong(value);
  }

  @Override
  public void number(double value) {
    room(Double.BYTES).putDouble(value);
  }

  @Override
  public void text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    whole(bytes.length);
    for (byte b : bytes) {
      room(1).put(b);
    }
  }

  @Override
  public void numbers(double[] values, int from, int to) {
    whole(to - from);
    for (int i = from; i < to; i++) {
      room(Double.BYTES).putDouble(values[i]);
    }
  }

  @Override
  public void numbers(float[] values, int from, int to) {
    whole(to - from);
    for (int i = from; i < to; i++) {
      room(Float.BYTES).putFloat(values[i]);
    }
  }

  @Override
  public void wholes(int[] values) {
    whole(values.length);
    for (int v : values) {
      room(Integer.BYTES).putInt(v);
    }
  }

  @Override
  public void flags(boolean[] values) {
    whole(values.length);
    for (boolean v : values) {
      flag(v);
    }
  }

  @Override
  public void bytes(byte[] values) {
    whole(values.length);
    for (byte v : values) {
      room(1).put(v);
    }
  }
}
