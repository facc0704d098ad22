package org.iceball.solve;

/** A sum that keeps the digits a plain sum loses (Neumaier 1974). */
public final class CompensatedSum {
  private double sum;
  private double lost;

  /** Adds a number. */
  public void add(double x) {
    double t = sum + x;
    lost += Math.abs(sum) >= Math.abs(x) ? (sum - t) + x : (x - t) + sum;
    sum = t;
  }

  /** The sum so far. */
  public double value() {
    return sum + lost;
  }
}
