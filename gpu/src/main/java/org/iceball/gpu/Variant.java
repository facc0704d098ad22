package org.iceball.gpu;

/** A way to share out the cells; all give the same state, bit for bit. */
enum Variant {
  /** A row each, in vectors: for processors. */
  ROWS("_rows", "_rows", 1, 1, 1),
  /** A cell each, in groups along a row. */
  CELLS("_cells", "_cells", 64, 1, 1),
  /** A cell each, in groups of pieces of four rows. */
  BLOCKS("_cells", "_cells", 32, 4, 1),
  /** In stages a column of cells each, with neighbours in local memory and in registers. */
  MARCH("_cells", "_march", 32, 8, 16);

  private final String suffix;
  private final String stageSuffix;
  private final int alongX;
  private final int alongY;
  private final int chunk;

  Variant(String suffix, String stageSuffix, int alongX, int alongY, int chunk) {
    this.suffix = suffix;
    this.stageSuffix = stageSuffix;
    this.alongX = alongX;
    this.alongY = alongY;
    this.chunk = chunk;
  }

  /** The kernel for a task: integral, rate, first, stage, attempt. */
  String kernel(String task) {
    return task + (task.equals("stage") ? stageSuffix : suffix);
  }

  boolean byRows() {
    return this == ROWS;
  }

  /** Items of a work-group. */
  int group() {
    return alongX * alongY;
  }

  /** Cells of a work-group's tile with those round it, where its stages need one; 0 otherwise. */
  int tile() {
    return chunk == 1 ? 0 : (alongX + 2) * (alongY + 2);
  }

  /** Planes that share the sums of a task. */
  int chunk(String task) {
    return task.equals("stage") ? chunk : 1;
  }

  /** Items in all, for rows of nx cells, ny rows a plane and nz planes. */
  long[] global(String task, int nx, int ny, int nz) {
    int layers = (nz + chunk(task) - 1) / chunk(task);
    return byRows()
        ? new long[] {ny, nz}
        : new long[] {roundedUp(nx, alongX), roundedUp(ny, alongY), layers};
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
