package org.iceball.solve;

import java.util.Arrays;
import org.iceball.grid.Grid;
import org.iceball.model.Material;
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
  private final Box[] touched;

  /** Conductivity integral of each material at its start; NaN where it is held [W/m]. */
  private final double[] rest;

  /** What {@link #BOUND} adds to it [W/m]. */
  private final double[] stir;

  /** For a model at its start. */
  public ActiveWindow(Model model) {
    grid = model.grid();
    margin = Math.max(4, (int) Math.ceil(MARGIN / grid.spacing()));
    touched = model.needles().stream().map(n -> NearBox.touchedBy(n, grid)).toArray(Box[]::new);
    Box first = Arrays.stream(touched).filter(b -> !b.isEmpty()).findFirst().orElse(null);
    windowed = first != null && Quiet.atStart(model);
    atStart = windowed ? computedFor(first) : Box.all(grid);
    rest = new double[model.materials().size()];
    stir = new double[rest.length];
    for (int m = 0; m < rest.length; m++) {
      Material of = model.materials().get(m);
      rest[m] = of.held() ? Double.NaN : of.curve().integral(of.start());
      stir[m] = of.curve().integral(of.start() + BOUND) - rest[m];
    }
  }

  private Box computedFor(Box changed) {
    return changed.grown(margin, grid).fullRows(grid);
  }

  /**
   * The cells that are computed first, whole rows along x: those of the first needle. The others'
   * join as they are driven.
   */
  public Box atStart() {
    return atStart;
  }

  /**
   * The window that has the cells of all needles and walls that are not at rest in it: the present
   * one where it does.
   *
   * @param wall as for {@link Backend#drive}; not modified
   */
  public Box holding(Box now, double[] wall) {
    Box wanted = now;
    for (int n = 0; n < touched.length && mayGrow(wanted); n++) {
      if (!touched[n].isEmpty() && isDriven(n, wall)) {
        wanted = keeping(wanted, touched[n]);
      }
    }
    return wanted;
  }

  /** False for what is passive, and for blood as warm as the tissue was at the start. */
  private boolean isDriven(int n, double[] wall) {
    for (int m = 0; m < rest.length; m++) {
      if (Math.abs(wall[n * rest.length + m] - rest[m]) > stir[m]) { // not where one is NaN
        return true;
      }
    }
    return false;
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
    Box wanted = computedFor(changed);
    return now.contains(wanted) ? now : now.including(wanted);
  }
}
