package org.iceball.injury;

import org.iceball.grid.Grid;

/**
 * Some rows of a grid, all along x.
 *
 * @param j0 first row along y
 * @param j1 behind the last
 * @param k0 first plane
 * @param k1 behind the last
 */
public record Rows(int j0, int j1, int k0, int k1) {
  /** No row. */
  static final Rows NONE = new Rows(0, 0, 0, 0);

  /** All rows. */
  static Rows all(Grid g) {
    return new Rows(0, g.ny(), 0, g.nz());
  }
}
