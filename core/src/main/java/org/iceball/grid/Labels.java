package org.iceball.grid;

/**
 * One label a cell. A label is a number from 0 to 255 that the case gives a meaning.
 *
 * @param grid where the cells lie
 * @param values labels, shape [cells], x fastest; not modified by anyone after construction
 */
public record Labels(Grid grid, byte[] values) {
  public Labels {
    if (values.length != grid.cells()) {
      throw new IllegalArgumentException(
          values.length + " labels for a grid of " + grid.cells() + " cells");
    }
  }

  /** Label of a cell, 0 to 255. */
  public int at(int cell) {
    return values[cell] & 0xff;
  }

  /** Number of cells with the label. */
  public int count(int label) {
    int n = 0;
    for (byte v : values) {
      if ((v & 0xff) == label) {
        n++;
      }
    }
    return n;
  }
}
