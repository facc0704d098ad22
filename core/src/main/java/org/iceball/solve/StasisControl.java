package org.iceball.solve;

/** A backend in which blood can be made to stand still for good, as in coagulated tissue. */
public interface StasisControl {

  /**
   * Takes blood and metabolism from cells, as freezing does. Holds for the next evaluation of the
   * balance.
   *
   * @param cells their numbers in the grid, in any order; not kept
   * @param count how many of them
   */
  void still(int[] cells, int count);
}
