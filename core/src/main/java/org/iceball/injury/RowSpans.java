package org.iceball.injury;

import org.iceball.grid.Grid;
import org.iceball.state.Kept;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;

/** For each row of a box the stretch of cells that is looked at. It only widens. */
final class RowSpans implements Kept {
  private final Span box;
  private final int margin;
  private final int[] from;
  private final int[] to;
  private final int[] foundFrom;
  private final int[] foundTo;
  private final int[] firstRow;
  private final int[] endRow;

  /** No cell of a box, with a margin that is added to what is found. */
  RowSpans(Span box, int margin) {
    this.box = box;
    this.margin = margin;
    int planes = Math.max(0, box.k1() - box.k0());
    int rows = planes * Math.max(0, box.j1() - box.j0());
    from = new int[rows];
    to = new int[rows];
    foundFrom = new int[rows];
    foundTo = new int[rows];
    firstRow = new int[planes];
    endRow = new int[planes];
    for (int k = 0; k < planes; k++) {
      firstRow[k] = box.j1();
      endRow[k] = box.j0();
    }
  }

  private int at(int j, int k) {
    return j - box.j0() + (box.j1() - box.j0()) * (k - box.k0());
  }

  /** First cell of a row of the box. */
  int from(int j, int k) {
    return from[at(j, k)];
  }

  /** Behind the last cell of a row; the first cell where there is none. */
  int to(int j, int k) {
    return to[at(j, k)];
  }

  /** First row of a plane of the box that holds cells. */
  int firstRow(int k) {
    return firstRow[k - box.k0()];
  }

  /** Behind the last. */
  int endRow(int k) {
    return endRow[k - box.k0()];
  }

  /** Whether these cells of a row were found before. */
  boolean knows(int first, int end, int j, int k) {
    if (j < box.j0() || j >= box.j1() || k < box.k0() || k >= box.k1()) {
      return false;
    }
    int row = at(j, k);
    return foundFrom[row] <= first && foundTo[row] >= end && foundTo[row] > 0;
  }

  /** What the box has to hold for a row to be widened. */
  Span round(Grid grid, int first, int end, int j, int k) {
    return new Span(grid, first, end, j, j + 1, k, k + 1).grown(margin);
  }

  /** Adds cells of a row, with the margin, to it and to the rows beside it. */
  void widen(int first, int end, int j, int k) {
    Grid g = box.grid();
    int a = Math.max(0, first - margin);
    int b = Math.min(g.nx(), end + margin);
    int own = at(j, k);
    boolean isNew = foundTo[own] == 0;
    foundFrom[own] = isNew ? first : Math.min(foundFrom[own], first);
    foundTo[own] = Math.max(foundTo[own], end);
    for (int kk = Math.max(0, k - margin); kk <= Math.min(g.nz() - 1, k + margin); kk++) {
      for (int jj = Math.max(0, j - margin); jj <= Math.min(g.ny() - 1, j + margin); jj++) {
        int row = at(jj, kk);
        boolean empty = from[row] >= to[row];
        from[row] = empty ? a : Math.min(from[row], a);
        to[row] = empty ? b : Math.max(to[row], b);
        int plane = kk - box.k0();
        firstRow[plane] = Math.min(firstRow[plane], jj);
        endRow[plane] = Math.max(endRow[plane], jj + 1);
      }
    }
  }

  /** The same rows in a larger box. */
  RowSpans moved(Span wider) {
    RowSpans moved = new RowSpans(wider, margin);
    for (int k = box.k0(); k < box.k1(); k++) {
      moved.firstRow[k - wider.k0()] = Math.min(wider.j1(), firstRow(k));
      moved.endRow[k - wider.k0()] = Math.max(wider.j0(), endRow(k));
      for (int j = box.j0(); j < box.j1(); j++) {
        moved.from[moved.at(j, k)] = from(j, k);
        moved.to[moved.at(j, k)] = to(j, k);
        moved.foundFrom[moved.at(j, k)] = foundFrom[at(j, k)];
        moved.foundTo[moved.at(j, k)] = foundTo[at(j, k)];
      }
    }
    return moved;
  }

  @Override
  public void save(StateOut out) {
    out.wholes(from);
    out.wholes(to);
    out.wholes(foundFrom);
    out.wholes(foundTo);
    out.wholes(firstRow);
    out.wholes(endRow);
  }

  @Override
  public void restore(StateIn in) {
    in.wholes(from);
    in.wholes(to);
    in.wholes(foundFrom);
    in.wholes(foundTo);
    in.wholes(firstRow);
    in.wholes(endRow);
    Grid g = box.grid();
    for (int[] ends : new int[][] {from, to, foundFrom, foundTo}) {
      checkWithin(ends, g.nx());
    }
    checkWithin(firstRow, g.ny());
    checkWithin(endRow, g.ny());
  }

  private static void checkWithin(int[] values, int most) {
    for (int v : values) {
      if (v < 0 || v > most) {
        throw StateIn.misfit("a row of cells does not lie in the grid");
      }
    }
  }
}
