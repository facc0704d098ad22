package org.iceball.state;

/**
 * Holds something that later steps of a run read. What {@link #save} writes, {@link #restore} reads
 * in the same order into an object that was made from the same case; from then on the two do the
 * same, bit for bit.
 */
public interface Kept {

  /** Writes all that a later step reads and that the case does not tell; changes nothing. */
  void save(StateOut out);

  /**
   * Takes over what {@link #save} wrote.
   *
   * @throws org.iceball.units.CaseException {@code bad-checkpoint} where it does not fit
   */
  void restore(StateIn in);
}
