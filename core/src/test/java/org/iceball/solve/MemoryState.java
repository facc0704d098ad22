package org.iceball.solve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;

/** The state of a run in memory, every item with its kind, so that readers that slip are found. */
final class MemoryState implements StateOut {
  private final List<Object> items = new ArrayList<>();

  /** A reader from the beginning; there may be several. */
  StateIn read() {
    return new Reader(new ArrayDeque<>(items));
  }

  @Override
  public void section(String name) {
    items.add(name);
  }

  @Override
  public void flag(boolean value) {
    items.add(value);
  }

  @Override
  public void whole(long value) {
    items.add(value);
  }

  @Override
  public void number(double value) {
    items.add(value);
  }

  @Override
  public void text(String value) {
    items.add(value);
  }

  @Override
  public void numbers(double[] values, int from, int to) {
    items.add(Arrays.copyOfRange(values, from, to));
  }

  @Override
  public void numbers(float[] values, int from, int to) {
    items.add(Arrays.copyOfRange(values, from, to));
  }

  @Override
  public void wholes(int[] values) {
    items.add(values.clone());
  }

  @Override
  public void flags(boolean[] values) {
    items.add(values.clone());
  }

  @Override
  public void bytes(byte[] values) {
    items.add(values.clone());
  }

  private record Reader(Deque<Object> items) implements StateIn {
    private <T> T next(Class<T> kind) {
      return kind.cast(items.remove());
    }

    private void copy(Object from, Object into, int at, int length) {
      System.arraycopy(from, 0, into, at, length);
    }

    @Override
    public void section(String name) {
      if (!next(String.class).equals(name)) {
        throw new IllegalStateException("expected the section " + name);
      }
    }

    @Override
    public boolean flag() {
      return next(Boolean.class);
    }

    @Override
    public long whole() {
      return next(Long.class);
    }

    @Override
    public double number() {
      return next(Double.class);
    }

    @Override
    public String text() {
      return next(String.class);
    }

    @Override
    public void numbers(double[] into, int from, int to) {
      copy(next(double[].class), into, from, to - from);
    }

    @Override
    public void numbers(float[] into, int from, int to) {
      copy(next(float[].class), into, from, to - from);
    }

    @Override
    public void wholes(int[] into) {
      copy(next(int[].class), into, 0, into.length);
    }

    @Override
    public void flags(boolean[] into) {
      copy(next(boolean[].class), into, 0, into.length);
    }

    @Override
    public void bytes(byte[] into) {
      copy(next(byte[].class), into, 0, into.length);
    }
  }
}
