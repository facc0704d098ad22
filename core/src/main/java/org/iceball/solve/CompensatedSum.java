package org.iceball.solve;

import org.iceball.state.Kept;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;

/** A sum that keeps the digits a plain sum loses (Neumaier 1974). */
public final class CompensatedSum implements Kept {
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

  @Override
  public void save(StateOut out) {
    out.number(sum);
    out.number(lost);
  }

  @Override
  public void restore(StateIn in) {
    sum = in.number();
    lost = in.number();
  }
}
