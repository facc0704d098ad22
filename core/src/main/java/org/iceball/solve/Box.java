package org.iceball.solve;

import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;

/**
 * A box of cells, from the first index up to, without, the second.
 *
 * @param i0 first cell along x
 * @param i1 behind the last
 * @param j0 first along y
 * @param j1 behind the last
 * @param k0 first along z
 * @param k1 behind the last
 */
public record Box(int i0, int i1, int j0, int j1, int k0, int k1) {

  /** All cells of a grid. */
  public static Box all(Grid g) {
    return new Box(0, g.nx(), 0, g.ny(), 0, g.nz());
  }

  /** A box with nothing inside that any cell can be added to. */
  public static Box empty() {
    int far = Integer.MAX_VALUE / 2;
    return new Box(far, -far, far, -far, far, -far);
  }

  /** The smallest box that holds this one and another. */
  public Box including(Box o) {
    return new Box(
        Math.min(i0, o.i0),
        Math.max(i1, o.i1),
        Math.min(j0, o.j0),
        Math.max(j1, o.j1),
        Math.min(k0, o.k0),
        Math.max(k1, o.k1));
  }

  /** This box with a margin all round, within a grid. */
  public Box grown(int margin, Grid g) {
    return new Box(
        Math.max(0, i0 - margin),
        Math.min(g.nx(), i1 + margin),
        Math.max(0, j0 - margin),
        Math.min(g.ny(), j1 + margin),
        Math.max(0, k0 - margin),
        Math.min(g.nz(), k1 + margin));
  }

  /** This box less a rim on every side that is not a side of the grid. */
  public Box shrunk(int rim, Grid g) {
    return new Box(
        i0 == 0 ? 0 : i0 + rim,
        i1 == g.nx() ? i1 : i1 - rim,
        j0 == 0 ? 0 : j0 + rim,
        j1 == g.ny() ? j1 : j1 - rim,
        k0 == 0 ? 0 : k0 + rim,
        k1 == g.nz() ? k1 : k1 - rim);
  }

  /** This box with whole rows: planes are then stretches without gaps, which vectorise. */
  public Box fullRows(Grid g) {
    return new Box(0, g.nx(), j0, j1, k0, k1);
  }

  /** True where nothing lies inside. */
  public boolean isEmpty() {
    return i0 >= i1 || j0 >= j1 || k0 >= k1;
  }

  /** True where another box lies inside, or is empty. */
  public boolean contains(Box o) {
    return o.isEmpty()
        || (i0 <= o.i0 && o.i1 <= i1 && j0 <= o.j0 && o.j1 <= j1 && k0 <= o.k0 && o.k1 <= k1);
  }

  /** True where a cell lies inside. */
  public boolean contains(int i, int j, int k) {
    return i >= i0 && i < i1 && j >= j0 && j < j1 && k >= k0 && k < k1;
  }

  /** Number of cells. */
  public long cells() {
    return isEmpty() ? 0 : (long) (i1 - i0) * (j1 - j0) * (k1 - k0);
  }

  /** True where some cells of plane k lie inside. */
  public boolean holdsPlane(int k) {
    return k >= k0 && k < k1;
  }

  /** True where some cells of row j of plane k lie inside. */
  public boolean holdsRow(int j, int k) {
    return k >= k0 && k < k1 && j >= j0 && j < j1;
  }

  /** Where the part of a stretch that lies left of the box ends; the row starts at an index. */
  public int leftEnd(int row, int from, int to) {
    return Math.max(from, Math.min(to, row + i0));
  }

  /** Where the part of a stretch that lies right of the box starts. */
  public int rightStart(int row, int from, int to) {
    return Math.max(from, Math.min(to, row + i1));
  }

  /** The cells of the box as a grid of their own. */
  public Grid of(Grid g) {
    Vec3 origin = g.centre(i0, j0, k0);
    return new Grid(i1 - i0, j1 - j0, k1 - k0, g.spacing(), origin);
  }

  /**
   * What an array of all cells holds for the cells of this box.
   *
   * @param values shape [cells of the grid], x fastest; not modified
   * @return shape [cells of the box]
   */
  public double[] cut(double[] values, Grid g) {
    double[] part = new double[Math.toIntExact(cells())];
    int n = 0;
    for (int k = k0; k < k1; k++) {
      for (int j = j0; j < j1; j++) {
        System.arraycopy(values, g.index(i0, j, k), part, n, i1 - i0);
        n += i1 - i0;
      }
    }
    return part;
  }

  /** Writes the six bounds. */
  public void save(StateOut out) {
    for (int bound : new int[] {i0, i1, j0, j1, k0, k1}) {
      out.whole(bound);
    }
  }

  /** What {@link #save} wrote. */
  public static Box restored(StateIn in) {
    int most = Integer.MAX_VALUE / 2;
    return new Box(
        in.whole(-most, most),
        in.whole(-most, most),
        in.whole(-most, most),
        in.whole(-most, most),
        in.whole(-most, most),
        in.whole(-most, most));
  }

  /** What {@link #save} wrote of a box that lies in a grid. */
  public static Box restored(StateIn in, Grid g) {
    Box box = restored(in);
    if (box.isEmpty() || !all(g).contains(box)) {
      throw StateIn.misfit("a box of cells does not lie in the grid");
    }
    return box;
  }
}
