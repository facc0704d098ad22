package org.iceball.injury;

import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;

/**
 * A box of cells of a grid, from the first index up to, without, the second, whose own cells are
 * numbered x fastest.
 *
 * @param grid whose cells
 * @param i0 first cell along x
 * @param i1 behind the last
 * @param j0 first along y
 * @param j1 behind the last
 * @param k0 first along z
 * @param k1 behind the last
 */
public record Span(Grid grid, int i0, int i1, int j0, int j1, int k0, int k1) {

  /** All cells of a grid. */
  public static Span all(Grid g) {
    return new Span(g, 0, g.nx(), 0, g.ny(), 0, g.nz());
  }

  /** No cell of a grid. */
  public static Span none(Grid g) {
    return new Span(g, 0, 0, 0, 0, 0, 0);
  }

  /** True where it holds no cell. */
  public boolean isEmpty() {
    return i0 >= i1 || j0 >= j1 || k0 >= k1;
  }

  /** Number of cells. */
  public int cells() {
    return isEmpty() ? 0 : (i1 - i0) * (j1 - j0) * (k1 - k0);
  }

  /** Number of the first cell of a row in arrays of this box; (i0, j, k) of the grid. */
  public int row(int j, int k) {
    return (i1 - i0) * (j - j0 + (j1 - j0) * (k - k0));
  }

  /** Number of a cell of the grid in arrays of this box, -1 where it lies outside. */
  public int at(int cell) {
    int i = cell % grid.nx();
    int j = cell / grid.nx() % grid.ny();
    int k = cell / grid.nx() / grid.ny();
    boolean inside = i >= i0 && i < i1 && j >= j0 && j < j1 && k >= k0 && k < k1;
    return inside ? row(j, k) + i - i0 : -1;
  }

  /** Number in the grid of a cell of this box. */
  public int global(int at) {
    int nx = i1 - i0;
    int ny = j1 - j0;
    return grid.index(i0 + at % nx, j0 + at / nx % ny, k0 + at / nx / ny);
  }

  /** This box and another. */
  public Span including(Span o) {
    if (isEmpty()) {
      return o;
    }
    if (o.isEmpty()) {
      return this;
    }
    return new Span(
        grid,
        Math.min(i0, o.i0),
        Math.max(i1, o.i1),
        Math.min(j0, o.j0),
        Math.max(j1, o.j1),
        Math.min(k0, o.k0),
        Math.max(k1, o.k1));
  }

  /** This box with a margin all round, as far as the grid has one; an empty one stays empty. */
  public Span grown(int margin) {
    if (isEmpty()) {
      return this;
    }
    return new Span(
        grid,
        Math.max(0, i0 - margin),
        Math.min(grid.nx(), i1 + margin),
        Math.max(0, j0 - margin),
        Math.min(grid.ny(), j1 + margin),
        Math.max(0, k0 - margin),
        Math.min(grid.nz(), k1 + margin));
  }

  /** What this box and another have in common. */
  public Span within(Span o) {
    Span s =
        new Span(
            grid,
            Math.max(i0, o.i0),
            Math.min(i1, o.i1),
            Math.max(j0, o.j0),
            Math.min(j1, o.j1),
            Math.max(k0, o.k0),
            Math.min(k1, o.k1));
    return s.isEmpty() ? none(grid) : s;
  }

  /** True where another box lies inside, or is empty. */
  public boolean contains(Span o) {
    return o.isEmpty()
        || (i0 <= o.i0 && o.i1 <= i1 && j0 <= o.j0 && o.j1 <= j1 && k0 <= o.k0 && o.k1 <= k1);
  }

  /** The cells as a grid of their own; there is at least one. */
  public Grid asGrid() {
    Vec3 origin = grid.centre(i0, j0, k0);
    return new Grid(i1 - i0, j1 - j0, k1 - k0, grid.spacing(), origin);
  }

  /** The values of this box out of those of the whole grid; a new array. */
  public float[] cut(float[] whole) {
    float[] part = new float[cells()];
    for (int k = k0; k < k1; k++) {
      for (int j = j0; j < j1; j++) {
        System.arraycopy(whole, grid.index(i0, j, k), part, row(j, k), i1 - i0);
      }
    }
    return part;
  }

  /** The values of this box in those of the whole grid, zero elsewhere; a new array. */
  public float[] paste(float[] part) {
    float[] whole = new float[grid.cells()];
    for (int k = k0; k < k1; k++) {
      for (int j = j0; j < j1; j++) {
        System.arraycopy(part, row(j, k), whole, grid.index(i0, j, k), i1 - i0);
      }
    }
    return whole;
  }

  /** Copies values of this box into those of another, as far as they have cells in common. */
  void copyInto(double[] own, Span other, double[] into) {
    Span both = within(other);
    for (int k = both.k0; k < both.k1; k++) {
      for (int j = both.j0; j < both.j1; j++) {
        int from = row(j, k) + both.i0 - i0;
        int to = other.row(j, k) + both.i0 - other.i0;
        System.arraycopy(own, from, into, to, both.i1 - both.i0);
      }
    }
  }

  void save(StateOut out) {
    for (int bound : new int[] {i0, i1, j0, j1, k0, k1}) {
      out.whole(bound);
    }
  }

  static Span restored(Grid grid, StateIn in) {
    int i0 = in.whole(0, grid.nx());
    int i1 = in.whole(i0, grid.nx());
    int j0 = in.whole(0, grid.ny());
    int j1 = in.whole(j0, grid.ny());
    int k0 = in.whole(0, grid.nz());
    return new Span(grid, i0, i1, j0, j1, k0, in.whole(k0, grid.nz()));
  }
}
