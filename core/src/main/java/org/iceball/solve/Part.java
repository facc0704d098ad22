package org.iceball.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.iceball.grid.Grid;
import org.iceball.model.Faces;
import org.iceball.model.Model;
import org.iceball.model.NeedleCells;

/**
 * A box of a model's cells as a model of its own. Where the box ends inside the grid nothing flows
 * by itself; what crosses there is handed in.
 *
 * @param model of the cells in the box; the needles keep their numbers
 * @param box where they lie in the grid
 * @param outer for each side x-, x+, y-, y+, z-, z+: true where it is a side of the grid and held
 */
record Part(Model model, Box box, List<Boolean> outer) {

  /** All cells. */
  static Part whole(Model model) {
    return of(model, Box.all(model.grid()));
  }

  /** The cells of a box. */
  static Part of(Model model, Box box) {
    Grid g = model.grid();
    boolean held = model.faces().kind() == Faces.Kind.HELD;
    List<Boolean> outer =
        List.of(
            held && box.i0() == 0,
            held && box.i1() == g.nx(),
            held && box.j0() == 0,
            held && box.j1() == g.ny(),
            held && box.k0() == 0,
            held && box.k1() == g.nz());
    if (box.equals(Box.all(g))) {
      return new Part(model, box, outer);
    }
    Grid small = box.of(g);
    byte[] material = new byte[small.cells()];
    int to = 0;
    for (int k = box.k0(); k < box.k1(); k++) {
      for (int j = box.j0(); j < box.j1(); j++) {
        System.arraycopy(model.material(), g.index(box.i0(), j, k), material, to, small.nx());
        to += small.nx();
      }
    }
    List<NeedleCells> needles = new ArrayList<>();
    for (NeedleCells n : model.needles()) {
      needles.add(crop(n, g, box, small));
    }
    return new Part(
        new Model(small, material, model.materials(), List.copyOf(needles), model.faces()),
        box,
        outer);
  }

  private static NeedleCells crop(NeedleCells n, Grid g, Box box, Grid small) {
    int[] cells = new int[n.cells().length];
    double[] conductance = new double[cells.length];
    double[] floor = new double[cells.length];
    int found = 0;
    for (int c = 0; c < cells.length; c++) {
      int i = n.cells()[c] % g.nx();
      int j = n.cells()[c] / g.nx() % g.ny();
      int k = n.cells()[c] / g.nx() / g.ny();
      if (box.contains(i, j, k)) {
        cells[found] = small.index(i - box.i0(), j - box.j0(), k - box.k0());
        conductance[found] = n.conductance()[c];
        floor[found++] = n.floor()[c];
      }
    }
    return new NeedleCells(
        Arrays.copyOf(cells, found),
        Arrays.copyOf(conductance, found),
        Arrays.copyOf(floor, found));
  }
}
