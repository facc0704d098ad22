package org.iceball.validation.exact;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/** Roots of the transcendental equations, by Brent's method (Commons Math). */
public final class Roots {
  private static final int EVALUATIONS = 1000;

  private Roots() {}

  /** The root of {@code f} between two ends at which it has opposite signs. */
  public static double between(UnivariateFunction f, double low, double high) {
    return new BrentSolver(1e-15, 1e-300, 1e-300).solve(EVALUATIONS, f, low, high);
  }

  /**
   * The root of {@code f} above {@code low}, where {@code f} has one sign next to {@code low} and
   * the other from the root on. The step is doubled until the sign turns.
   */
  public static double above(UnivariateFunction f, double low, double firstStep) {
    double sign = Math.signum(f.value(low + firstStep * 1e-9));
    double step = firstStep;
    while (Math.signum(f.value(low + step)) == sign) {
      step *= 2;
      if (step > 1e12 * firstStep) {
        throw new IllegalArgumentException("the equation has no root above " + low);
      }
    }
    return between(f, low + (step > firstStep ? step / 2 : firstStep * 1e-9), low + step);
  }
}
