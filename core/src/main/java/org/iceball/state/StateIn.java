package org.iceball.state;

import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;

/**
 * Gives the state of a run back in the order in which {@link StateOut} took it. Arrays are filled,
 * not made: how long they are is for the case to say. All methods throw a {@link CaseException}
 * {@code bad-checkpoint} where something else comes than was asked for.
 */
public interface StateIn {

  /** What follows must belong to this. */
  void section(String name);

  /** A yes or a no. */
  boolean flag();

  /** A whole number. */
  long whole();

  /** A number. */
  double number();

  /** A few words. */
  String text();

  /** Some of an array's numbers, from one index up to, without, another; modified there. */
  void numbers(double[] into, int from, int to);

  /** Some of an array's numbers, from one index up to, without, another; modified there. */
  void numbers(float[] into, int from, int to);

  /** Whole numbers, all of an array; modified. */
  void wholes(int[] into);

  /** Yeses and noes, all of an array; modified. */
  void flags(boolean[] into);

  /** Bytes, all of an array; modified. */
  void bytes(byte[] into);

  /** All numbers of an array; modified. */
  default void numbers(double[] into) {
    numbers(into, 0, into.length);
  }

  /**
   * A whole number within bounds, for counts and indices.
   *
   * @param least allowed
   * @param most allowed
   */
  default int whole(int least, int most) {
    long value = whole();
    if (value < least || value > most) {
      throw misfit(value + " stands where a number from " + least + " to " + most + " belongs");
    }
    return (int) value;
  }

  /** The complaint that the state does not fit the case. */
  static CaseException misfit(String cause) {
    return new CaseException(
        Finding.of(
            Complaint.BAD_CHECKPOINT,
            "checkpoint",
            cause,
            "Start the run again from its case file"));
  }
}
