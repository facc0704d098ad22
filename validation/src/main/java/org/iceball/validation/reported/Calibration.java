package org.iceball.validation.reported;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer.Optimum;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.util.Pair;
import org.iceball.model.Case;
import org.iceball.solve.Outcome;
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

  private static final List<Tuned> TUNED = List.of(Tuned.values());

  private final List<ReportedRow> rows;
  private final Consumer<String> progress;
  private final Map<String, Map<String, Outcome>> cache = new TreeMap<>();
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
    double[] before = figures(new double[n]);
    double[] wanted = new double[rows.size() + n];
    for (int r = 0; r < rows.size(); r++) {
      wanted[r] = rows.get(r).value() / rows.get(r).u();
    }
    Optimum optimum =
        new LevenbergMarquardtOptimizer()
            .optimize(
                new LeastSquaresBuilder()
                    .start(new double[n])
                    .model(this::model)
                    .target(wanted)
                    .maxEvaluations(30)
                    .maxIterations(12)
                    .checker(
                        (i, was, is) -> was.getPoint().subtract(is.getPoint()).getLInfNorm() < 5e-3)
                    .parameterValidator(this::within)
                    .build());
    double[] found = optimum.getPoint().toArray();
    RealMatrix covariance = optimum.getCovariances(1e-12);
    List<Fitted> numbers = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Tuned t = TUNED.get(i);
      Cited library = library(t);
      numbers.add(
          new Fitted(
              t.about(),
              t.entry(),
              library,
              library.value() * StrictMath.exp(found[i]),
              StrictMath.sqrt(covariance.getEntry(i, i)),
              prior[i]));
    }
    double[][] jacobian =
        optimum.getJacobian().getSubMatrix(0, rows.size() - 1, 0, n - 1).getData();
    return new Result(rows, before, figures(found), numbers, jacobian, covariance.getData());
  }

  private static Cited library(Tuned number) {
    return number.of(Trial.named(number.knownBy()));
  }

  /** Keeps every number within the interval of its sources. */
  private RealVector within(RealVector point) {
    RealVector kept = point.copy();
    for (int i = 0; i < prior.length; i++) {
      Cited c = library(TUNED.get(i));
      double low = StrictMath.log(c.low() / c.value());
      double high = StrictMath.log(c.high() / c.value());
      kept.setEntry(i, Math.max(low, Math.min(high, point.getEntry(i))));
    }
    return kept;
  }

  private Pair<RealVector, RealMatrix> model(RealVector point) {
    int n = prior.length;
    double[] at = weighted(point.toArray());
    double[][] jacobian = new double[at.length][n];
    for (int i = 0; i < n; i++) {
      double[] moved = point.toArray();
      moved[i] += STEP;
      double[] there = weighted(moved);
      for (int r = 0; r < at.length; r++) {
        jacobian[r][i] = (there[r] - at[r]) / STEP;
      }
    }
    return new Pair<>(new ArrayRealVector(at, false), new Array2DRowRealMatrix(jacobian, false));
  }

  /** Figures over their uncertainties, then the priors' rows. */
  private double[] weighted(double[] logs) {
    double[] figures = figures(logs);
    double[] all = new double[figures.length + logs.length];
    for (int r = 0; r < figures.length; r++) {
      all[r] = figures[r] / rows.get(r).u();
    }
    for (int i = 0; i < logs.length; i++) {
      all[figures.length + i] = logs[i] / prior[i];
    }
    return all;
  }

  private double[] figures(double[] logs) {
    Map<Tuned, Double> factors = new EnumMap<>(Tuned.class);
    for (int i = 0; i < logs.length; i++) {
      factors.put(TUNED.get(i), StrictMath.exp(logs[i]));
    }
    Map<String, Outcome> outcomes = outcomes(factors);
    return rows.stream().mapToDouble(r -> Figures.of(r, outcomes)).toArray();
  }

  private Map<String, Outcome> outcomes(Map<Tuned, Double> factors) {
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    for (String name : caseNames()) {
      Case asked = Tuned.all(Trial.named(name), factors);
      // a factor that does not touch a case does not cost a run
      String key = asked.needles().get(0).probe() + " " + asked.regions().get(0).tissue();
      Map<String, Outcome> known = cache.computeIfAbsent(name, k -> new LinkedHashMap<>());
      Outcome outcome = known.get(key);
      if (outcome == null) {
        progress.accept(name);
        outcome = Trial.run(asked);
        known.put(key, outcome);
      }
      outcomes.put(name, outcome);
    }
    return outcomes;
  }

  private Set<String> caseNames() {
    Set<String> names = new TreeSet<>();
    for (ReportedRow r : rows) {
      names.add(r.caseName());
      if (!r.over().isEmpty()) {
        names.add(r.over());
      }
    }
    return names;
  }
}
