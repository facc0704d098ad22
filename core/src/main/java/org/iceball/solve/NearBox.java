package org.iceball.solve;

import org.iceball.grid.Grid;
import org.iceball.model.Material;
import org.iceball.model.Model;
import org.iceball.model.NeedleCells;
import org.iceball.state.Kept;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;

/**
 * Decides which cells need short steps: a box round needles, cold tissue and the densest heat of a
 * current, with a margin.
 */
final class NearBox implements Kept {
  /** Tissue colder than this may soon be ice [K above the liquidus]. */
  private static final double COOL = 6;

  /** Cells between cold tissue and the side of the box. */
  private static final int MARGIN = 5;

  /** Of these, cells that the far part computes too. */
  private static final int OVERLAP = 4;

  /** Spare cells when the box is made anew, so that it is not made anew at every step. */
  private static final int SPARE = 2;

  /** Dividing pays where the near part holds at most this share of the window [1]. */
  private static final double WORTH = 0.5;

  /** Cells heated by at least this share of the most that any is heated by are in the box [1]. */
  private static final double DENSE = 0.05;

  private final Grid grid;
  private final double[] cool;
  private final double pace;
  private final Box[] couplings;
  private Box needles = Box.empty();
  private Box heated = Box.empty();
  private final Extent cold = new Extent();
  private final Extent inside = new Extent();

  NearBox(Model model) {
    grid = model.grid();
    couplings = model.needles().stream().map(n -> touchedBy(n, grid)).toArray(Box[]::new);
    cool = new double[model.materials().size()];
    double diffusivity = 0;
    for (int m = 0; m < cool.length; m++) {
      Material of = model.materials().get(m);
      double above = of.curve().law().liquidus() + COOL;
      cool[m] = of.held() ? Double.NEGATIVE_INFINITY : of.curve().enthalpy(above);
      diffusivity = Math.max(diffusivity, of.curve().slopeQ());
    }
    double reach = OVERLAP * grid.spacing();
    pace = reach * reach / (3.5 * diffusivity);
  }

  /**
   * Takes note of what the needles do: one that was ever below the liquidus belongs to the near
   * part; a vessel's wall does not.
   *
   * @param wall as for {@link Backend#drive}; not modified
   */
  void drive(double[] wall) {
    for (int n = 0; n < couplings.length; n++) {
      if (Forcing.isCold(n, wall, cool.length)) {
        needles = needles.including(couplings[n]);
      }
    }
  }

  /**
   * Takes note of where a current heats.
   *
   * @param density heat of each cell [W/m3], shape [cells]; not modified
   */
  void heat(double[] density) {
    double most = 0;
    for (double q : density) {
      most = Math.max(most, q);
    }
    Extent dense = new Extent();
    for (int c = 0; c < density.length && most > 0; c++) {
      if (density[c] >= DENSE * most) {
        int i = c % grid.nx();
        dense.add(i, i + 1, c / grid.nx() % grid.ny(), c / grid.nx() / grid.ny());
      }
    }
    heated = dense.isEmpty() ? heated : heated.including(dense.box());
  }

  /** Takes note of where water may boil. */
  void boil(Box cells) {
    heated = heated.including(cells);
  }

  /** The smallest box that holds the cells of a needle or a wall. */
  static Box touchedBy(NeedleCells needle, Grid g) {
    Extent found = new Extent();
    for (int cell : needle.cells()) {
      int i = cell % g.nx();
      found.add(i, i + 1, cell / g.nx() % g.ny(), cell / g.nx() / g.ny());
    }
    return found.isEmpty() ? Box.empty() : found.box();
  }

  /**
   * The box for the state as it is.
   *
   * @param whole all cells; those in the still box are not looked at
   * @param near the cells of the box in use, or null
   * @param now the box in use, or null; kept where it still fits
   * @return null where dividing does not pay
   */
  Box wanted(CpuPatch whole, CpuPatch near, Box now) {
    if (needles.isEmpty() && heated.isEmpty()) {
      return null;
    }
    cold.clear();
    cold.add(needles, 0, 0, 0);
    cold.add(heated, 0, 0, 0);
    whole.colderThan(cool, cold);
    if (now != null) {
      inside.clear();
      near.colderThan(cool, inside);
      cold.add(inside, now.i0(), now.j0(), now.k0());
      if (cold.fits(now, MARGIN, grid.nx(), grid.ny(), grid.nz())
          && !cold.looseIn(now, MARGIN + 3 * SPARE)) {
        return now;
      }
    }
    long cells = cold.cells(MARGIN + SPARE, grid.nx(), grid.ny(), grid.nz());
    return cells <= WORTH * whole.window().cells() ? cold.box().grown(MARGIN + SPARE, grid) : null;
  }

  int overlap() {
    return OVERLAP;
  }

  /** Heat reaches about half the overlap in this time [s]. */
  double pace() {
    return pace;
  }

  @Override
  public void save(StateOut out) {
    needles.save(out);
    heated.save(out);
  }

  @Override
  public void restore(StateIn in) {
    needles = Box.restored(in);
    heated = Box.restored(in);
  }
}
