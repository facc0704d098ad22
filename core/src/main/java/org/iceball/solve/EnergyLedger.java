package org.iceball.solve;

import org.iceball.state.Kept;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;

/**
 * Books the energy of every term, with the same arithmetic that the stepper moves the enthalpy
 * with: the stages of a step are linear in the balance, so the books follow the same recursion and
 * close to rounding. The stored energy is counted apart, cell by cell; the difference is the
 * imbalance.
 */
public final class EnergyLedger implements Kept {
  private final CompensatedSum[] total;
  private double[] last;
  private double[] beforeLast;

  /**
   * @param terms number of terms, see {@link Powers}
   */
  public EnergyLedger(int terms) {
    total = new CompensatedSum[terms];
    for (int t = 0; t < terms; t++) {
      total[t] = new CompensatedSum();
    }
    last = new double[terms];
    beforeLast = new double[terms];
  }

  /** A whole step of the simplest kind: powers [W] for a time [s]. */
  void euler(double tau, double[] powers) {
    for (int t = 0; t < total.length; t++) {
      total[t].add(tau * powers[t]);
    }
  }

  /** First stage on trial. */
  void first(double a, double[] powers) {
    for (int t = 0; t < total.length; t++) {
      last[t] = a * powers[t];
      beforeLast[t] = 0;
    }
  }

  /** Next stage on trial: powers of the stage's own state, and of the beginning of the step. */
  void next(double mu, double nu, double a, double b, double[] powers, double[] atStart) {
    for (int t = 0; t < total.length; t++) {
      beforeLast[t] = mu * last[t] + nu * beforeLast[t] + (a * powers[t] + b * atStart[t]);
    }
    double[] swap = last;
    last = beforeLast;
    beforeLast = swap;
  }

  /** The trial step counts. */
  void accept() {
    for (int t = 0; t < total.length; t++) {
      total[t].add(last[t]);
    }
  }

  /** Energy that a term has brought so far [J]. */
  public double energy(int term) {
    return total[term].value();
  }

  /** All terms together [J]. */
  public double sum() {
    CompensatedSum s = new CompensatedSum();
    for (CompensatedSum t : total) {
      s.add(t.value());
    }
    return s.value();
  }

  /** Sum of the absolute values of all terms: the energy exchanged [J]. */
  public double exchanged() {
    double s = 0;
    for (CompensatedSum t : total) {
      s += Math.abs(t.value());
    }
    return s;
  }

  @Override
  public void save(StateOut out) {
    out.section("ledger");
    for (CompensatedSum t : total) {
      t.save(out);
    }
  }

  @Override
  public void restore(StateIn in) {
    in.section("ledger");
    for (CompensatedSum t : total) {
      t.restore(in);
    }
  }
}
