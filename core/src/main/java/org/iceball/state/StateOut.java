package org.iceball.state;

/** Takes the state of a run, number by number, every bit of it. */
public interface StateOut {

  /** What follows belongs to this; a reader that is somewhere else notices. */
  void section(String name);

  /** A yes or a no. */
  void flag(boolean value);

  /** A whole number. */
  void whole(long value);

  /** A number, NaN and infinities included. */
  void number(double value);

  /** A few words. */
  void text(String value);

  /** Some of an array's numbers, from one index up to, without, another; not modified. */
  void numbers(double[] values, int from, int to);

  /** Some of an array's numbers, from one index up to, without, another; not modified. */
  void numbers(float[] values, int from, int to);

  /** Whole numbers, all of an array; not modified. */
  void wholes(int[] values);

  /** Yeses and noes, all of an array; not modified. */
  void flags(boolean[] values);

  /** Bytes, all of an array; not modified. */
  void bytes(byte[] values);

  /** All numbers of an array; not modified. */
  default void numbers(double[] values) {
    numbers(values, 0, values.length);
  }
}
