package org.iceball.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iceball.grid.Coarsening;
import org.iceball.model.Anatomy;
import org.iceball.model.Case;
import org.iceball.solve.Checkpoints;
import org.iceball.solve.Outcome;
import org.iceball.solve.Simulation;
import org.iceball.units.CaseException;

/**
 * The error bars of a run: the same case once more on cells of twice the edge, an eighth of the
 * cells. A bar is three times the difference of the two results, the grid convergence index of a
 * method of first order with the safety factor of a study on two grids (Roache, J. Fluids Eng. 116
 * (1994) 405). First order is what a sharp front leaves of the scheme, so the bar errs on the wide
 * side.
 */
public final class CoarseTwin {
  private CoarseTwin() {}

  /**
   * Runs the twin of a run and gives the run its error bars. What the twin can't resolve gets none,
   * and a warning says so.
   *
   * @param outcome of the run itself; not modified
   * @return the same with errors filled in, the twin's statistics and perhaps further warnings
   */
  public static Outcome withErrorBars(Outcome outcome) {
    return withErrorBars(outcome, Checkpoints.NONE);
  }

  /**
   * The same, from where the twin was left, where it was.
   *
   * @param checkpoints keeps the twin's state now and then
   */
  public static Outcome withErrorBars(Outcome outcome, Checkpoints checkpoints) {
    try {
      return withErrorBars(outcome, of(outcome, checkpoints));
    } catch (CaseException e) {
      List<String> warnings = new ArrayList<>(outcome.warnings());
      warnings.add(
          String.format(
              Locale.ROOT,
              "No error bars: the same case on cells of %s mm could not be computed. %s",
              ErrorBars.millimetres(2 * outcome.anatomy().labels().grid().spacing()),
              e.findings().get(0).cause()));
      return outcome.withWarnings(warnings);
    }
  }

  /** The same with a twin that ran already. */
  public static Outcome withErrorBars(Outcome outcome, Outcome twin) {
    return ErrorBars.of(outcome, twin);
  }

  /**
   * The twin's own outcome.
   *
   * @throws CaseException where the twin can't be computed
   */
  public static Outcome of(Outcome outcome) {
    return of(outcome, Checkpoints.NONE);
  }

  private static Outcome of(Outcome outcome, Checkpoints checkpoints) {
    Anatomy fine = outcome.anatomy();
    Anatomy coarse =
        new Anatomy(
            Coarsening.of(fine.labels()),
            fine.source(),
            fine.targetCentre(),
            fine.organVolume(),
            fine.targetVolume(),
            fine.vessels(),
            List.of());
    Case asked = outcome.asked();
    // in the run's own precision: those loops are compiled already, and that is worth more here
    // than shorter numbers. Nobody looks at the twin's snapshots, and each would end a step.
    Case twin =
        asked
            .withSpacing(coarse.labels().grid().spacing())
            .withSnapshotEvery(Double.POSITIVE_INFINITY);
    return Simulation.run(twin, coarse, checkpoints);
  }
}
