package org.iceball.study.compare;

import org.iceball.solve.Outcome;
import org.iceball.study.ErrorBars;

/**
 * What came of an arm.
 *
 * @param arm which
 * @param outcome of its run, with error bars
 * @param residual what it leaves and what it kills beside
 * @param coarse the same on cells of twice the edge
 */
public record ArmResult(Arm arm, Outcome outcome, Residual residual, Residual coarse) {

  /** Part of target and margin [m] that is alive [1]. */
  public double uncovered(double margin) {
    return residual.uncovered(margin);
  }

  /** Half-width of its numerical error bar [1]. */
  public double uncoveredError(double margin) {
    return ErrorBars.bar(residual.uncovered(margin), coarse.uncovered(margin));
  }
}
