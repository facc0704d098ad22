package org.iceball.solve;

/** The smallest box that holds some cells, while they are being looked for; allocates nothing. */
final class Extent {
  private int i0;
  private int i1;
  private int j0;
  private int j1;
  private int k0;
  private int k1;

  Extent() {
    clear();
  }

  void clear() {
    i0 = j0 = k0 = Integer.MAX_VALUE / 2;
    i1 = j1 = k1 = -i0;
  }

  /** Adds the cells i to iEnd - 1 of a row. */
  void add(int i, int iEnd, int j, int k) {
    i0 = Math.min(i0, i);
    i1 = Math.max(i1, iEnd);
    j0 = Math.min(j0, j);
    j1 = Math.max(j1, j + 1);
    k0 = Math.min(k0, k);
    k1 = Math.max(k1, k + 1);
  }

  /** Adds a box that is moved by some cells. */
  void add(Box b, int i, int j, int k) {
    if (!b.isEmpty()) {
      add(b.i0() + i, b.i1() + i, b.j0() + j, b.k0() + k);
      add(b.i0() + i, b.i1() + i, b.j1() - 1 + j, b.k1() - 1 + k);
    }
  }

  /** Adds what another extent holds, moved by some cells. */
  void add(Extent e, int i, int j, int k) {
    if (!e.isEmpty()) {
      add(e.i0 + i, e.i1 + i, e.j0 + j, e.k0 + k);
      add(e.i0 + i, e.i1 + i, e.j1 - 1 + j, e.k1 - 1 + k);
    }
  }

  boolean isEmpty() {
    return i0 >= i1;
  }

  /** True where a box holds all this and a margin all round, as far as a grid of a size has one. */
  boolean fits(Box b, int margin, int nx, int ny, int nz) {
    return b.i0() <= Math.max(0, i0 - margin)
        && b.j0() <= Math.max(0, j0 - margin)
        && b.k0() <= Math.max(0, k0 - margin)
        && b.i1() >= Math.min(nx, i1 + margin)
        && b.j1() >= Math.min(ny, j1 + margin)
        && b.k1() >= Math.min(nz, k1 + margin);
  }

  /** True where a box goes further than a margin beyond this on some side. */
  boolean looseIn(Box b, int margin) {
    return b.i0() < i0 - margin
        || b.j0() < j0 - margin
        || b.k0() < k0 - margin
        || b.i1() > i1 + margin
        || b.j1() > j1 + margin
        || b.k1() > k1 + margin;
  }

  /** Cells of this with a margin all round, within a grid of a size. */
  long cells(int margin, int nx, int ny, int nz) {
    int x = Math.min(nx, i1 + margin) - Math.max(0, i0 - margin);
    int y = Math.min(ny, j1 + margin) - Math.max(0, j0 - margin);
    int z = Math.min(nz, k1 + margin) - Math.max(0, k0 - margin);
    return (long) x * y * z;
  }

  Box box() {
    return new Box(i0, i1, j0, j1, k0, k1);
  }
}
