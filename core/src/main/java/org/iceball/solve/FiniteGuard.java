package org.iceball.solve;

import java.util.Locale;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.model.Model;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;

/**
 * Stops a run whose enthalpy is no longer a number somewhere, before anything more is built on it:
 * looks at the cells that are computed every few steps, and at all cells every so many and before
 * anything is kept or written.
 */
final class FiniteGuard {
  /** A step of all cells may hold about ten of the near part. */
  private static final int WINDOW_EVERY = 5;

  private static final int ALL_EVERY = 45;

  private final Model model;
  private final Backend backend;

  FiniteGuard(Model model, Backend backend) {
    this.model = model;
    this.backend = backend;
  }

  /**
   * After a step.
   *
   * @param steps taken so far
   * @param time now [s]
   */
  void stepped(long steps, double time) {
    if (steps % ALL_EVERY == 0) {
      all(time);
    } else if (steps % WINDOW_EVERY == 0) {
      window(time);
    }
  }

  /** Before the cells that are computed are looked at. */
  void window(double time) {
    look(backend.window(), time);
  }

  /** Before the state is kept or written. */
  void all(double time) {
    look(Box.all(model.grid()), time);
  }

  private void look(Box rows, double time) {
    int cell = backend.notFinite(rows);
    if (cell >= 0) {
      throw complaint(cell, time);
    }
  }

  private CaseException complaint(int cell, double time) {
    Grid g = model.grid();
    int i = cell % g.nx();
    int j = cell / g.nx() % g.ny();
    int k = cell / g.nx() / g.ny();
    Vec3 at = g.centre(i, j, k);
    return new CaseException(
        Finding.of(
            Complaint.NOT_FINITE,
            String.format(
                Locale.ROOT,
                "cell (%d, %d, %d) at (%.1f, %.1f, %.1f) mm RAS, %s, %.1f s",
                i,
                j,
                k,
                at.x() * 1e3,
                at.y() * 1e3,
                at.z() * 1e3,
                model.materialOf(cell).name(),
                time),
            "the temperature there is no longer a number, and the run was stopped",
            "Please report it with the case file. A state that was kept before is sound;"
                + " `iceball resume` goes on from it"));
  }
}
