package org.iceball.validation.book;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * An error on several grids or with several steps, and the order that is observed: as it is, never
 * forced.
 *
 * @param levels at least two, coarsest first
 */
public record ConvergenceStudy(List<Level> levels) {

  /**
   * One grid or step.
   *
   * @param size spacing [m] or step [s], above zero
   * @param error not negative, in any unit, the same on all levels
   */
  public record Level(double size, double error) {
    public Level {
      if (!(size > 0 && error >= 0)) {
        throw new IllegalArgumentException("no level: size " + size + ", error " + error);
      }
    }
  }

  public ConvergenceStudy {
    if (levels.size() < 2) {
      throw new IllegalArgumentException("an order needs two levels");
    }
    levels = levels.stream().sorted(Comparator.comparingDouble(Level::size).reversed()).toList();
  }

  /** Measures the error on each size. */
  public static ConvergenceStudy of(DoubleUnaryOperator error, double... sizes) {
    List<Level> levels = new ArrayList<>();
    for (double size : sizes) {
      levels.add(new Level(size, error.applyAsDouble(size)));
    }
    return new ConvergenceStudy(levels);
  }

  /** Order between neighbouring levels [1], one fewer than levels. */
  public List<Double> pairwise() {
    List<Double> orders = new ArrayList<>();
    for (int i = 1; i < levels.size(); i++) {
      Level coarse = levels.get(i - 1);
      Level fine = levels.get(i);
      orders.add(Math.log(coarse.error / fine.error) / Math.log(coarse.size / fine.size));
    }
    return List.copyOf(orders);
  }

  /** Order between the two finest levels [1]. */
  public double finestPair() {
    List<Double> all = pairwise();
    return all.get(all.size() - 1);
  }

  /** Slope of the straight line through all levels in logarithms, by least squares [1]. */
  public double leastSquares() {
    double meanSize = 0;
    double meanError = 0;
    for (Level l : levels) {
      meanSize += Math.log(l.size) / levels.size();
      meanError += Math.log(l.error) / levels.size();
    }
    double product = 0;
    double square = 0;
    for (Level l : levels) {
      double x = Math.log(l.size) - meanSize;
      product += x * (Math.log(l.error) - meanError);
      square += x * x;
    }
    return product / square;
  }

  /** Error on the finest level. */
  public double finestError() {
    return levels.get(levels.size() - 1).error;
  }

  /** True where every finer level has the smaller error. */
  public boolean isMonotone() {
    for (int i = 1; i < levels.size(); i++) {
      if (!(levels.get(i).error < levels.get(i - 1).error)) {
        return false;
      }
    }
    return true;
  }

  /** The study as points, for a chart with logarithmic axes. */
  public Chart.Series points(String name) {
    return new Chart.Series(
        name,
        false,
        levels.stream().mapToDouble(Level::size).toArray(),
        levels.stream().mapToDouble(Level::error).toArray());
  }

  /** A straight line of an order through the finest level, to compare the points with. */
  public Chart.Series slope(String name, double order) {
    Level fine = levels.get(levels.size() - 1);
    double[] x = levels.stream().mapToDouble(Level::size).toArray();
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = fine.error * Math.pow(x[i] / fine.size, order);
    }
    return new Chart.Series(name, true, x, y);
  }
}
