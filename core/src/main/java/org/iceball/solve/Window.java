package org.iceball.solve;

import org.iceball.grid.Grid;

/**
 * The box of cells that are computed; the rest has not changed from the start by more than the
 * bound that {@link CpuBackend} states. From the first index up to, without, the second.
 *
 * @param i0 first cell along x
 * @param i1 behind the last
 * @param j0 first along y
 * @param j1 behind the last
 * @param k0 first along z
 * @param k1 behind the last
 */
record Window(int i0, int i1, int j0, int j1, int k0, int k1) {

  /** All cells of a grid. */
  static Window all(Grid g) {
    return new Window(0, g.nx(), 0, g.ny(), 0, g.nz());
  }

  /** The smallest window that holds this one and a cell with a margin all round, within a grid. */
  Window including(int i, int j, int k, int margin, Grid g) {
    return new Window(
        Math.max(0, Math.min(i0, i - margin)),
        Math.min(g.nx(), Math.max(i1, i + margin + 1)),
        Math.max(0, Math.min(j0, j - margin)),
        Math.min(g.ny(), Math.max(j1, j + margin + 1)),
        Math.max(0, Math.min(k0, k - margin)),
        Math.min(g.nz(), Math.max(k1, k + margin + 1)));
  }

  /** This window with whole rows: planes are then stretches without gaps, which vectorise. */
  Window fullRows(Grid g) {
    return new Window(0, g.nx(), j0, j1, k0, k1);
  }

  /** True where nothing lies inside. */
  boolean isEmpty() {
    return i0 >= i1 || j0 >= j1 || k0 >= k1;
  }

  /** A window with nothing inside that any cell can be added to. */
  static Window empty() {
    int far = Integer.MAX_VALUE / 2;
    return new Window(far, -far, far, -far, far, -far);
  }

  /** Number of cells. */
  long cells() {
    return isEmpty() ? 0 : (long) (i1 - i0) * (j1 - j0) * (k1 - k0);
  }
}
