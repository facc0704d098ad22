package org.iceball.study;

import java.util.List;

/**
 * One figure on three grids, and what that tells about its error.
 *
 * @param quantity what it is, for people, for example {@code volume}
 * @param of what it belongs to, for example {@code -20 degC, ever reached}
 * @param kind its unit
 * @param values on the grids, finest first, shape [3]; SI
 * @param behaviour how they follow each other
 * @param order observed order of convergence [1], as it is; NaN unless {@code MONOTONE}
 * @param error half-width of the error bar on the first value, SI; NaN where {@code UNRESOLVED}
 */
public record Convergence(
    String quantity,
    String of,
    Kind kind,
    List<Double> values,
    Behaviour behaviour,
    double order,
    double error) {

  /** Ratio of the spacings of neighbouring grids [1]. */
  public static final double RATIO = 1.5;

  /** Safety factor of a study on three grids (Roache, J. Fluids Eng. 116 (1994) 405). */
  public static final double SAFETY = 1.25;

  /** An observed order outside of these is reported, but not trusted to make a bar narrower. */
  private static final double LEAST_ORDER = 0.5;

  private static final double MOST_ORDER = 2;

  /** Differences smaller than this part of the value are rounding [1]. */
  private static final double ROUNDING = 1e-12;

  /** Units of figures. */
  public enum Kind {
    /** [m]. */
    LENGTH,
    /** [m3]. */
    VOLUME,
    /** [1]. */
    FRACTION
  }

  /** How the three values follow each other. */
  public enum Behaviour {
    /** The steps go one way and become smaller. */
    MONOTONE,
    /** The steps change sign: the error bar falls back on first order and the factor 3. */
    OSCILLATING,
    /** The steps become no smaller: the error bar falls back on first order and the factor 3. */
    DIVERGING,
    /** All three are the same to rounding. */
    EQUAL,
    /** Some grid does not have it. */
    UNRESOLVED
  }

  public Convergence {
    values = List.copyOf(values);
  }

  /**
   * What three values tell.
   *
   * @param values finest first, shape [3]; NaN where a grid does not have it
   */
  static Convergence of(String quantity, String of, Kind kind, List<Double> values) {
    double fine = values.get(0);
    double middle = values.get(1);
    double coarse = values.get(2);
    if (!Double.isFinite(fine + middle + coarse)) {
      return new Convergence(
          quantity, of, kind, values, Behaviour.UNRESOLVED, Double.NaN, Double.NaN);
    }
    double first = middle - fine;
    double second = coarse - middle;
    double rounding = ROUNDING * Math.max(Math.abs(fine), Math.abs(coarse));
    if (Math.abs(first) <= rounding && Math.abs(second) <= rounding) {
      return new Convergence(quantity, of, kind, values, Behaviour.EQUAL, Double.NaN, 0);
    }
    if (first * second > 0 && Math.abs(first) < Math.abs(second)) {
      double order = Math.log(second / first) / Math.log(RATIO);
      double trusted = Math.max(LEAST_ORDER, Math.min(MOST_ORDER, order));
      // the coarsest grid has a say, too: the finer two may agree by chance
      double error =
          SAFETY
              * Math.max(
                  Math.abs(first) / (Math.pow(RATIO, trusted) - 1),
                  Math.abs(coarse - fine) / (Math.pow(RATIO, 2 * trusted) - 1));
      return new Convergence(quantity, of, kind, values, Behaviour.MONOTONE, order, error);
    }
    Behaviour behaviour = first * second < 0 ? Behaviour.OSCILLATING : Behaviour.DIVERGING;
    double error =
        ErrorBars.SAFETY
            * Math.max(
                Math.abs(first) / (RATIO - 1), Math.abs(coarse - fine) / (RATIO * RATIO - 1));
    return new Convergence(quantity, of, kind, values, behaviour, Double.NaN, error);
  }
}
