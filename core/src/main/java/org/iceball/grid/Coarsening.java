package org.iceball.grid;

/** A grid with cells of twice the edge, and the labels on it. */
public final class Coarsening {
  private Coarsening() {}

  /**
   * The grid whose cells are blocks of two by two by two. Where the number of cells is odd, the
   * last coarse cell reaches half its edge beyond the box.
   */
  public static Grid of(Grid fine) {
    double quarter = fine.spacing() / 2;
    Vec3 first = fine.origin().plus(new Vec3(quarter, quarter, quarter));
    return new Grid(
        (fine.nx() + 1) / 2, (fine.ny() + 1) / 2, (fine.nz() + 1) / 2, 2 * fine.spacing(), first);
  }

  /**
   * The labels on the coarse grid: each block gets the label of most of its eight cells. Where
   * labels are equally frequent, the lower and the higher one win by turns, like the fields of a
   * chessboard, so that a flat surface through the middle of blocks moves neither way on average. A
   * feature thinner than a coarse cell may vanish.
   */
  public static Labels of(Labels fine) {
    Grid from = fine.grid();
    Grid to = of(from);
    byte[] values = new byte[to.cells()];
    int[] block = new int[8];
    for (int k = 0; k < to.nz(); k++) {
      for (int j = 0; j < to.ny(); j++) {
        for (int i = 0; i < to.nx(); i++) {
          for (int c = 0; c < 8; c++) {
            int fi = Math.min(2 * i + (c & 1), from.nx() - 1);
            int fj = Math.min(2 * j + (c >> 1 & 1), from.ny() - 1);
            int fk = Math.min(2 * k + (c >> 2), from.nz() - 1);
            block[c] = fine.at(from.index(fi, fj, fk));
          }
          values[to.index(i, j, k)] = (byte) most(block, (i + j + k) % 2 == 0);
        }
      }
    }
    return new Labels(to, values);
  }

  private static int most(int[] block, boolean lower) {
    int best = block[0];
    int votes = 0;
    for (int label : block) {
      int count = 0;
      for (int other : block) {
        count += other == label ? 1 : 0;
      }
      if (count > votes || (count == votes && (lower ? label < best : label > best))) {
        best = label;
        votes = count;
      }
    }
    return best;
  }
}
