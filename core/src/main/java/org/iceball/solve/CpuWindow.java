package org.iceball.solve;

import org.iceball.grid.Grid;
import org.iceball.model.Model;

/** The window of the cells that are computed, kept round those that have changed. */
final class CpuWindow {
  private final Grid grid;
  private final CpuPatch whole;
  private final ActiveWindow active;
  private final int margin;
  private final Extent changed = new Extent();

  /** Sets the window of a model at its start. */
  CpuWindow(Model model, CpuPatch whole) {
    grid = model.grid();
    this.whole = whole;
    active = new ActiveWindow(model);
    margin = active.margin();
    whole.window(active.atStart());
  }

  Grid grid() {
    return grid;
  }

  /** Takes in what is driven now, see {@link Backend#drive}. */
  void drive(double[] wall) {
    Box now = whole.window();
    Box wanted = active.holding(now, wall);
    if (!wanted.equals(now)) {
      whole.window(wanted);
    }
  }

  /** Takes in a box and all that it reads from. */
  void include(Box box) {
    if (!whole.window().contains(box.grown(1, grid).fullRows(grid))) {
      whole.window(whole.window().including(box.grown(margin, grid)));
    }
  }

  /**
   * Keeps the margin: no cell within it may differ from its start by more than the bound. Only the
   * outer shell is looked at; heat takes many steps to cross it.
   */
  void grow() {
    Box window = whole.window();
    if (!active.mayGrow(window)) {
      return;
    }
    changed.clear();
    for (int k = window.k0(); k < window.k1(); k++) {
      boolean plane = k < window.k0() + margin || k >= window.k1() - margin;
      for (int j = window.j0(); j < window.j1(); j++) {
        if (plane || j < window.j0() + margin || j >= window.j1() - margin) {
          whole.kernel.changed(j, k, ActiveWindow.BOUND, changed);
        }
      }
    }
    if (!changed.isEmpty() && !changed.fits(window, margin, grid.nx(), grid.ny(), grid.nz())) {
      whole.window(active.keeping(window, changed.box()));
    }
  }
}
