package org.iceball.plan;

import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.exception.TooManyIterationsException;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.apache.commons.math3.random.Well19937c;

/**
 * Minimisers of Commons Math that give back the best point they saw, also where they ran out of
 * evaluations, and stop when told to.
 */
final class Minimiser {
  private final Stop stop;

  /**
   * @param stop asked before every evaluation
   */
  Minimiser(Stop stop) {
    this.stop = stop;
  }

  /** Thrown through an optimiser to end it. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super("stopped", null, false, false);
    }
  }

  /** Remembers the best of what was seen. */
  private final class Best {
    private final ToDoubleFunction<double[]> f;
    private double[] point;
    private double value = Double.POSITIVE_INFINITY;

    Best(ToDoubleFunction<double[]> f, double[] start) {
      this.f = f;
      point = start.clone();
    }

    double look(double[] x) {
      if (stop.now()) {
        throw new Stopped();
      }
      double v = f.applyAsDouble(x);
      if (v < value) {
        value = v;
        point = x.clone();
      }
      return v;
    }
  }

  /**
   * Covariance matrix adaptation (Hansen and Ostermeier, Evol. Comput. 9 (2001) 159), then a
   * simplex from the best point (Nelder and Mead, Comput. J. 7 (1965) 308).
   *
   * @param f what is minimised
   * @param start where it begins; not modified
   * @param sigma how far it looks at first, for every number
   * @param evaluations at most, of which a quarter for the simplex
   * @param seed of the random numbers
   * @return the best point
   */
  double[] minimise(
      ToDoubleFunction<double[]> f, double[] start, double sigma, int evaluations, long seed) {
    Best best = new Best(f, start);
    int n = start.length;
    double[] sigmas = new double[n];
    java.util.Arrays.fill(sigmas, sigma);
    int population = 4 + (int) Math.floor(3 * Math.log(n));
    try {
      best.look(start);
      new CMAESOptimizer(
              100_000,
              0,
              true,
              0,
              0,
              new Well19937c(seed),
              false,
              new SimpleValueChecker(1e-7, 1e-9))
          .optimize(
              new ObjectiveFunction(best::look),
              GoalType.MINIMIZE,
              new InitialGuess(start),
              new CMAESOptimizer.Sigma(sigmas),
              new CMAESOptimizer.PopulationSize(population),
              SimpleBounds.unbounded(n),
              new MaxEval(evaluations * 3 / 4));
    } catch (TooManyEvaluationsException | SingularMatrixException e) {
      // the best point seen is what counts
      best.look(best.point);
    } catch (Stopped e) {
      return best.point;
    }
    return simplex(best, sigma / 10, evaluations / 4);
  }

  private double[] simplex(Best best, double edge, int evaluations) {
    try {
      new SimplexOptimizer(1e-7, 1e-9)
          .optimize(
              new ObjectiveFunction(best::look),
              GoalType.MINIMIZE,
              new InitialGuess(best.point),
              new NelderMeadSimplex(best.point.length, edge),
              new MaxEval(evaluations));
    } catch (TooManyEvaluationsException | TooManyIterationsException | Stopped e) {
      return best.point;
    }
    return best.point;
  }
}
