package org.iceball.validation.reported;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.commons.math3.fitting.leastsquares.GaussNewtonOptimizer;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer.Optimum;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresProblem.Evaluation;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.util.Pair;
import org.iceball.model.Case;
import org.iceball.tissue.Cited;
import org.iceball.validation.reported.ReportedRow.Use;

/**
 * Least squares of the rows that are for calibration, in the logarithms of the tuned numbers. Each
 * number also has a row of its own, which pulls it to its library value with the weight of its
 * interval (taken as uniform: half its width over the root of 3): where the data say nothing,
 * nothing moves.
 */
public final class Calibration {
  /** Step of the logarithms for derivatives: far above the read-out noise of a width [1]. */
  private static final double STEP = 0.05;

  /** Numbers that move by less are settled [1]. */
  private static final double SETTLED = 0.02;

  private static final int MOST_ITERATIONS = 6;

  private static final List<Tuned> TUNED = List.of(Tuned.values());

  private final List<ReportedRow> rows;
  private final Consumer<String> progress;
  private final Map<String, Map<String, Figures>> cache = new TreeMap<>();
  private final double[] prior;

  /**
   * What was found.
   *
   * @param rows the data
   * @param before engine's figure for each row with the library's numbers
   * @param after with the tuned ones
   * @param numbers the tuned ones
   * @param jacobian derivatives of the weighted rows by the logarithms, priors left out, shape
   *     [rows][numbers]
   * @param covariance of the logarithms, shape [numbers][numbers]
   */
  public record Result(
      List<ReportedRow> rows,
      double[] before,
      double[] after,
      List<Fitted> numbers,
      double[][] jacobian,
      double[][] covariance) {}

  /**
   * A tuned number.
   *
   * @param about what it is
   * @param entry the library entry that has it
   * @param library its value there, with the interval
   * @param value the tuned one
   * @param relativeSpread standard deviation of its logarithm [1]
   * @param prior the same before any data [1]
   */
  public record Fitted(
      String about,
      String entry,
      Cited library,
      double value,
      double relativeSpread,
      double prior) {

    /** Part of what is now known of it that the data have told [1]. */
    public double toldByData() {
      double ratio = relativeSpread / prior;
      return 1 - ratio * ratio;
    }
  }

  private Calibration(List<ReportedRow> rows, Consumer<String> progress) {
    this.rows = rows;
    this.progress = progress;
    prior = new double[TUNED.size()];
    for (int i = 0; i < prior.length; i++) {
      Cited c = library(TUNED.get(i));
      prior[i] = StrictMath.log(c.high() / c.low()) / 2 / StrictMath.sqrt(3);
    }
  }

  /**
   * Calibrates.
   *
   * @param table of reported zones
   * @param progress gets a line a run
   */
  public static Result run(ReportedTable table, Consumer<String> progress) {
    return new Calibration(table.of(Use.CALIBRATION), progress).run();
  }

  private Result run() {
    int n = prior.length;
    double[] start = new double[n];
    for (int i = 0; i < n; i++) {
      start[i] = inside(library(TUNED.get(i)));
    }
    double[] before = figures(start);
    double[] wanted = new double[rows.size() + n];
    for (int r = 0; r < rows.size(); r++) {
      wanted[r] = rows.get(r).value() / rows.get(r).u();
    }
    // what is read off a grid is not smooth to more digits than this
    Optimum optimum =
        new GaussNewtonOptimizer(GaussNewtonOptimizer.Decomposition.SVD)
            .optimize(
                new LeastSquaresBuilder()
                    .start(start)
                    .model(this::model)
                    .target(wanted)
                    .maxEvaluations(12)
                    .maxIterations(12)
                    .checker(this::settled)
                    .build());
    double[] found = optimum.getPoint().toArray();
    RealMatrix spread = optimum.getCovariances(1e-12);
    RealMatrix jacobian = optimum.getJacobian();
    double[][] covariance = new double[n][n];
    double[][] slopes = new double[rows.size()][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        covariance[i][j] = spread.getEntry(i, j) * slope(i, found[i]) * slope(j, found[j]);
      }
      for (int r = 0; r < rows.size(); r++) {
        slopes[r][i] = jacobian.getEntry(r, i) / slope(i, found[i]);
      }
    }
    List<Fitted> numbers = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Tuned t = TUNED.get(i);
      Cited library = library(t);
      numbers.add(
          new Fitted(
              t.about(),
              t.entry(),
              library,
              library.value() * StrictMath.exp(logarithm(i, found[i])),
              StrictMath.sqrt(covariance[i][i]),
              prior[i]));
    }
    return new Result(rows, before, figures(found), numbers, slopes, covariance);
  }

  private boolean settled(int iteration, Evaluation was, Evaluation is) {
    progress.accept(
        String.format(
            Locale.ROOT,
            "iteration %d: root of the mean square of what is left %.3f",
            iteration,
            is.getRMS()));
    double most = 0;
    for (int i = 0; i < prior.length; i++) {
      double moved =
          logarithm(i, is.getPoint().getEntry(i)) - logarithm(i, was.getPoint().getEntry(i));
      most = Math.max(most, Math.abs(moved));
    }
    return most < SETTLED || iteration > MOST_ITERATIONS;
  }

  private static Cited library(Tuned number) {
    return number.of(Trial.named(number.knownBy()));
  }

  /**
   * Where in the logarithm of its interval a number lies, as a logit: any real number is inside.
   */
  private static double inside(Cited c) {
    double part = StrictMath.log(c.value() / c.low()) / StrictMath.log(c.high() / c.low());
    double kept = Math.max(0.02, Math.min(0.98, part));
    return StrictMath.log(kept / (1 - kept));
  }

  /** Logarithm of a number over its library value, for a logit. */
  private static double logarithm(int i, double logit) {
    Cited c = library(TUNED.get(i));
    double part = 1 / (1 + StrictMath.exp(-logit));
    return StrictMath.log(c.low() / c.value()) + part * StrictMath.log(c.high() / c.low());
  }

  /** Derivative of the logarithm by the logit. */
  private static double slope(int i, double logit) {
    Cited c = library(TUNED.get(i));
    double part = 1 / (1 + StrictMath.exp(-logit));
    return part * (1 - part) * StrictMath.log(c.high() / c.low());
  }

  private Pair<RealVector, RealMatrix> model(RealVector point) {
    int n = prior.length;
    double[] at = weighted(point.toArray());
    double[][] jacobian = new double[at.length][n];
    for (int i = 0; i < n; i++) {
      double[] moved = point.toArray();
      Cited c = library(TUNED.get(i));
      double step = Math.min(STEP, 0.1 * StrictMath.log(c.high() / c.low())) / slope(i, moved[i]);
      moved[i] += step;
      double[] there = weighted(moved);
      for (int r = 0; r < at.length; r++) {
        jacobian[r][i] = (there[r] - at[r]) / step;
      }
    }
    return new Pair<>(new ArrayRealVector(at, false), new Array2DRowRealMatrix(jacobian, false));
  }

  /** Figures over their uncertainties, then the priors' rows. */
  private double[] weighted(double[] logits) {
    double[] figures = figures(logits);
    double[] all = new double[figures.length + logits.length];
    for (int r = 0; r < figures.length; r++) {
      all[r] = figures[r] / rows.get(r).u();
    }
    for (int i = 0; i < logits.length; i++) {
      all[figures.length + i] = logarithm(i, logits[i]) / prior[i];
    }
    return all;
  }

  private double[] figures(double[] logits) {
    Map<Tuned, Double> factors = new EnumMap<>(Tuned.class);
    for (int i = 0; i < logits.length; i++) {
      factors.put(TUNED.get(i), StrictMath.exp(logarithm(i, logits[i])));
    }
    Map<String, Figures> runs = runs(factors);
    return rows.stream().mapToDouble(r -> Figures.of(r, runs)).toArray();
  }

  private Map<String, Figures> runs(Map<Tuned, Double> factors) {
    Map<String, Figures> runs = new LinkedHashMap<>();
    for (String name : Figures.cases(rows)) {
      Case asked = Tuned.all(Trial.named(name), factors);
      // a factor that does not touch a case does not cost a run
      String key = asked.needles().get(0).probe() + " " + asked.regions().get(0).tissue();
      Map<String, Figures> known = cache.computeIfAbsent(name, k -> new LinkedHashMap<>());
      if (!known.containsKey(key)) {
        progress.accept(name);
        known.put(key, Figures.of(name, Trial.run(asked), rows));
      }
      runs.put(name, known.get(key));
    }
    return runs;
  }
}
