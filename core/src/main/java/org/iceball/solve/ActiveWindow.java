package org.iceball.solve;

import org.iceball.grid.Grid;
import org.iceball.model.Model;

/**
 * Which cells are computed at all: a box round those that changed, with a margin, where the model
 * is at rest at the start, and all cells otherwise. The same for all backends.
 */
public final class ActiveWindow {
  /** A change that counts, 0.01 K in unfrozen tissue [J/m3]. */
  public static final double BOUND = 3.8e4;

  /** Cells are computed this far beyond the last that changed [m]. */
  private static final double MARGIN = 6e-3;

  private final Grid grid;
  private final int margin;
  private final boolean windowed;
  private final Box atStart;

  /** For a model at its start. */
  public ActiveWindow(Model model) {
    grid = model.grid();
    margin = Math.max(4, (int) Math.ceil(MARGIN / grid.spacing()));
    windowed = Quiet.atStart(model);
    Box needles = NearBox.needles(model);
    boolean all = !windowed || needles.isEmpty();
    atStart = all ? Box.all(grid) : needles.grown(margin, grid).fullRows(grid);
  }

  /** The cells that are computed first, whole rows along x. */
  public Box atStart() {
    return atStart;
  }

  /** Cells between the last that changed and the side of the window. */
  public int margin() {
    return margin;
  }

  /** False once all cells are computed. */
  public boolean mayGrow(Box now) {
    return windowed && now.cells() < grid.cells();
  }

  /** The window that keeps the margin round cells that changed: the present one where it does. */
  public Box keeping(Box now, Box changed) {
    Box wanted = changed.grown(margin, grid).fullRows(grid);
    return now.contains(wanted) ? now : now.including(wanted);
  }
}
