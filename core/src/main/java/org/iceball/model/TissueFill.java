package org.iceball.model;

import java.util.List;
import org.iceball.grid.Grid;

/** Gives cells the material of the nearest tissue, cell by cell outwards. */
final class TissueFill {
  private TissueFill() {}

  /**
   * Fills the marked cells from their neighbours.
   *
   * @param material of the cells, shape [cells], *modified*
   * @param marked cells to fill, shape [cells]; all false afterwards unless no tissue surrounds
   *     them, *modified*
   * @param materials all of them; held ones are no tissue
   */
  static void fill(Grid grid, byte[] material, boolean[] marked, List<Material> materials) {
    int[] step = {-1, 1, -grid.nx(), grid.nx(), -grid.nx() * grid.ny(), grid.nx() * grid.ny()};
    int[] todo = new int[material.length];
    int n = 0;
    for (int c = 0; c < marked.length; c++) {
      if (marked[c]) {
        todo[n++] = c;
      }
    }
    byte[] found = new byte[n];
    boolean[] filled = new boolean[n];
    boolean any = true;
    while (n > 0 && any) {
      any = false;
      for (int t = 0; t < n; t++) {
        filled[t] = false;
        for (int d = 0; d < 6 && !filled[t]; d++) {
          int o = todo[t] + step[d];
          if (neighbours(grid, todo[t], d)
              && !marked[o]
              && !materials.get(material[o] & 0xff).held()) {
            found[t] = material[o];
            filled[t] = true;
            any = true;
          }
        }
      }
      int left = 0;
      for (int t = 0; t < n; t++) {
        if (filled[t]) {
          material[todo[t]] = found[t];
          marked[todo[t]] = false;
        } else {
          todo[left++] = todo[t];
        }
      }
      n = left;
    }
  }

  /** Whether a cell has a neighbour in a direction: -x, +x, -y, +y, -z, +z. */
  static boolean neighbours(Grid g, int cell, int direction) {
    int i = cell % g.nx();
    int j = cell / g.nx() % g.ny();
    int k = cell / g.nx() / g.ny();
    return switch (direction) {
      case 0 -> i > 0;
      case 1 -> i < g.nx() - 1;
      case 2 -> j > 0;
      case 3 -> j < g.ny() - 1;
      case 4 -> k > 0;
      default -> k < g.nz() - 1;
    };
  }
}
