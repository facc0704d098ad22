package org.iceball.gpu;

/** A way to share out the cells; all give the same state, bit for bit. */
enum Variant {
  /** A row each: for processors. */
  ROWS("_rows", 1, 1),
  /** A cell each, in groups along a row. */
  CELLS("_cells", 64, 1),
  /** A cell each, in groups of pieces of four rows. */
  BLOCKS("_cells", 32, 4);

  private final String suffix;
  private final int alongX;
  private final int alongY;

  Variant(String suffix, int alongX, int alongY) {
    this.suffix = suffix;
    this.alongX = alongX;
    this.alongY = alongY;
  }

  /** What its kernels' names end in. */
  String suffix() {
    return suffix;
  }

  boolean byRows() {
    return this == ROWS;
  }

  /** Items of a work-group. */
  int group() {
    return alongX * alongY;
  }

  /** Items in all, for rows of nx cells, ny rows a plane and nz planes. */
  long[] global(int nx, int ny, int nz) {
    return byRows()
        ? new long[] {ny, nz}
        : new long[] {roundedUp(nx, alongX), roundedUp(ny, alongY), nz};
  }

  /** Items of a work-group along each axis. */
  long[] local() {
    return byRows() ? new long[] {1, 1} : new long[] {alongX, alongY, 1};
  }

  /** Work-groups, or rows, a plane. */
  int partsPerPlane(int nx, int ny) {
    return byRows()
        ? ny
        : (int) (roundedUp(nx, alongX) / alongX * (roundedUp(ny, alongY) / alongY));
  }

  private static long roundedUp(int n, int to) {
    return (long) ((n + to - 1) / to) * to;
  }
}
