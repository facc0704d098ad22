package org.iceball.injury;

import java.util.List;

/**
 * Adds up a rate that depends on temperature. Between two looks the temperature goes along a
 * straight line, and the logarithm of the rate with it; the mean of such a rate is exact.
 */
final class DamageIntegral extends HeatMemory {
  /** Logarithm of a rate [1/s], as a function of temperature. */
  interface LogRate {
    /**
     * The logarithm at a temperature.
     *
     * @param temperature [K]
     */
    double at(double temperature);
  }

  private final LogRate rate;
  private final double[] breaks;
  private final double enough;

  /**
   * @param rate its logarithm may bend at the breaks and nowhere else
   * @param breaks temperatures, ascending; below the first the rate is zero [K]
   * @param enough a cell with this much is dead [unit of the integral]
   */
  DamageIntegral(TissueCurves tissues, String name, LogRate rate, double enough, double... breaks) {
    super(tissues, breaks[0], List.of(name), 0);
    this.rate = rate;
    this.enough = enough;
    this.breaks = breaks.clone();
  }

  @Override
  protected boolean isDead(int cell) {
    return field[0][cell] >= enough;
  }

  @Override
  protected void look(Look look, int from, int to) {
    double[] sum = field[0];
    for (int c = from; c < to; c++) {
      int m = look.material[c] & 0xff;
      if (look.before[c] > hot[m] || look.after[c] > hot[m]) {
        // a cell this hot is above its liquidus, where the table is a straight line
        double a = liquidus[m] + slope[m] * look.before[c];
        double b = liquidus[m] + slope[m] * look.after[c];
        sum[c] += during(Math.min(a, b), Math.max(a, b), look.duration);
      }
    }
  }

  /** The integral over a time [s] in which the temperature goes from low to high [K]. */
  private double during(double low, double high, double time) {
    double sum = 0;
    for (int n = 0; n < breaks.length; n++) {
      double from = Math.max(low, breaks[n]);
      double to = n + 1 < breaks.length ? Math.min(high, breaks[n + 1]) : high;
      if (to > from) {
        sum += time * (to - from) / (high - low) * mean(from, to);
      } else if (low == high && from == low && (n + 1 == breaks.length || low < breaks[n + 1])) {
        sum += time * Math.exp(rate.at(low));
      }
    }
    return sum;
  }

  /** Mean of exp of a straight line between its values at two temperatures [K]. */
  private double mean(double low, double high) {
    // from just inside the piece: the logarithm may jump at its ends
    double inside = 1e-12 * (high - low);
    double a = rate.at(low + inside);
    double b = rate.at(high - inside);
    double d = b - a;
    return Math.exp(a) * (Math.abs(d) < 1e-8 ? 1 + d / 2 : Math.expm1(d) / d);
  }

  /** Logarithm of what a cell has over what is enough; from -20 up, so that it can be drawn. */
  double excess(int cell) {
    return Math.max(-20, Math.log(field[0][cell] / enough));
  }
}
