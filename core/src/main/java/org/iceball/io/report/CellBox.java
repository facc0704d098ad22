package org.iceball.io.report;

import java.util.function.IntPredicate;
import org.iceball.grid.Grid;

/**
 * A box of cells of a grid: from its first cell along each axis to, but without, its last.
 *
 * @param of the grid
 */
record CellBox(Grid of, int i0, int j0, int k0, int i1, int j1, int k1) {

  /** The least box round the cells chosen, widened by some cells; all of the grid for none. */
  static CellBox round(Grid g, int wider, IntPredicate chosen) {
    int[] low = {g.nx(), g.ny(), g.nz()};
    int[] high = {-1, -1, -1};
    for (int k = 0, c = 0; k < g.nz(); k++) {
      for (int j = 0; j < g.ny(); j++) {
        for (int i = 0; i < g.nx(); i++, c++) {
          if (chosen.test(c)) {
            int[] at = {i, j, k};
            for (int a = 0; a < 3; a++) {
              low[a] = Math.min(low[a], at[a]);
              high[a] = Math.max(high[a], at[a]);
            }
          }
        }
      }
    }
    if (high[0] < 0) {
      return new CellBox(g, 0, 0, 0, g.nx(), g.ny(), g.nz());
    }
    return new CellBox(
        g,
        Math.max(0, low[0] - wider),
        Math.max(0, low[1] - wider),
        Math.max(0, low[2] - wider),
        Math.min(g.nx(), high[0] + 1 + wider),
        Math.min(g.ny(), high[1] + 1 + wider),
        Math.min(g.nz(), high[2] + 1 + wider));
  }

  /** The box as a grid of its own. */
  Grid grid() {
    return new Grid(i1 - i0, j1 - j0, k1 - k0, of.spacing(), of.centre(i0, j0, k0));
  }

  /** The box's part of an array of shape [cells of the grid]. */
  byte[] cut(byte[] values) {
    Grid to = grid();
    byte[] part = new byte[to.cells()];
    for (int k = 0; k < to.nz(); k++) {
      for (int j = 0; j < to.ny(); j++) {
        System.arraycopy(values, of.index(i0, j0 + j, k0 + k), part, to.index(0, j, k), to.nx());
      }
    }
    return part;
  }
}
