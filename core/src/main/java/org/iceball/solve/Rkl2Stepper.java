package org.iceball.solve;

import org.iceball.model.Numerics;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;

/**
 * Second-order Runge-Kutta-Legendre super-time-stepping (Meyer, Balsara, Aslam, J. Comput. Phys.
 * 257 (2014) 594, section 2.3): s evaluations carry a step of up to (s^2 + s - 2) / 4 Euler limits.
 *
 * <p>All stages are written as changes since the beginning of the step, which saves digits in
 * single precision. The length of the step is set by an error estimate, not by stability: after a
 * freeze a stable step can still melt the wrong amount.
 */
public final class Rkl2Stepper implements Stepper {
  /** Longest step [s]: events come often enough that longer ones would not pay. */
  private static final double LONGEST = 30;

  /** First step after an abrupt change, in Euler limits. */
  private static final double RESTART = 1;

  /** Tolerance of ordinary runs [1]. */
  public static final double TOLERANCE = Numerics.TOLERANCE;

  private static final int MOST_STAGES = 100_001;

  private final double tolerance;
  private final StepWatch watch;
  private double proposed = Double.NaN;
  private long evaluations;
  private double[] now = new double[0];
  private double[] trial = new double[0];
  private double[] nearPowers = new double[0];
  private boolean stale = true;

  /**
   * @param tolerance estimated error of a step over the change it makes, both summed over all cells
   *     [1]
   */
  public Rkl2Stepper(double tolerance) {
    this(tolerance, StepWatch.NOBODY);
  }

  /**
   * @param tolerance as above
   * @param watch is told of every step
   */
  public Rkl2Stepper(double tolerance, StepWatch watch) {
    this.tolerance = tolerance;
    this.watch = watch;
  }

  @Override
  public double step(
      Backend backend, double[] powers, double limit, DrivenWalls walls, EnergyLedger ledger) {
    if (trial.length != powers.length) {
      trial = new double[powers.length];
      now = new double[powers.length];
      nearPowers = new double[powers.length];
    }
    Division division = backend.divide();
    if (division == null) {
      if (stale) {
        backend.rate(powers);
        evaluations++;
        stale = false;
      }
      return adaptive(backend, powers, limit, walls, ledger, watch);
    }
    stale = true;
    double tau = limit / Math.ceil(limit / Math.min(LONGEST, division.pace()) - 1e-9);
    farStep(division.far(), powers, tau, ledger);
    division.handOver(tau);
    StepWatch ofNear = division.isAllShown() ? StepWatch.NOBODY : watch;
    nearSteps(division.near(), nearPowers, tau, walls, ledger, ofNear);
    division.join();
    if (division.isAllShown()) {
      watch.stepped(division.far(), tau);
    }
    for (int p = 0; p < powers.length; p++) {
      powers[p] += nearPowers[p];
    }
    return tau;
  }

  /** One long step of cells that change slowly and smoothly: its error needs no watching. */
  private void farStep(Patch far, double[] powers, double tau, EnergyLedger ledger) {
    double euler = 2 / far.stiffness(Double.POSITIVE_INFINITY);
    far.rate(powers);
    stages(far, powers, tau, stagesFor(tau / euler), ledger);
    far.accept();
    ledger.accept();
  }

  private void nearSteps(
      Patch near,
      double[] powers,
      double tau,
      DrivenWalls walls,
      EnergyLedger ledger,
      StepWatch ofNear) {
    near.rate(powers);
    evaluations++;
    double left = tau;
    while (left > 0) {
      double taken = adaptive(near, powers, left, walls, ledger, ofNear);
      left = left - taken > 1e-9 * taken ? left - taken : 0;
      if (left > 0 && walls.follow(powers)) {
        near.rate(powers);
        evaluations++;
      }
    }
  }

  private double adaptive(
      Patch patch,
      double[] powers,
      double limit,
      DrivenWalls walls,
      EnergyLedger ledger,
      StepWatch ofPatch) {
    double euler = 2 / patch.stiffness(walls.coldest());
    if (Double.isNaN(proposed)) {
      proposed = RESTART * euler;
    }
    while (true) {
      int stages = patch.mostStages();
      double most = 0.25 * (stages * stages + stages - 2) * euler;
      double tau = Math.min(Math.min(proposed, LONGEST), most);
      // two equal steps rather than a long one and a crumb
      int pieces = (int) Math.ceil(limit / tau - 1e-9);
      tau = limit / pieces;
      int s = stagesFor(tau / euler);
      stages(patch, powers, tau, s, ledger);
      double error = patch.attempt(tau, trial);
      evaluations += s;
      double growth = 0.9 * Math.sqrt(tolerance / Math.max(error, 1e-12));
      if (error > 2 * tolerance && tau > RESTART * euler / 4) {
        proposed = tau * Math.max(0.25, Math.min(0.8, growth));
        continue;
      }
      // a step cut short by its limit does not make the next one short
      proposed = Math.min(tau * Math.max(0.5, growth), Math.max(2 * tau, proposed));
      patch.acceptWithRate();
      ledger.accept();
      System.arraycopy(trial, 0, powers, 0, powers.length);
      ofPatch.stepped(patch, tau);
      return tau;
    }
  }

  /** Fewest stages, odd, that are stable over a number of Euler limits. */
  static int stagesFor(double eulerLimits) {
    int s = 3;
    // a run that is no longer finite is stopped by its guard, not here
    while (s < MOST_STAGES && 0.25 * (s * s + s - 2) < eulerLimits * 1.02) {
      s += 2;
    }
    return s;
  }

  private void stages(Patch b, double[] powers, double tau, int s, EnergyLedger ledger) {
    double w = 4.0 / (s * s + s - 2.0);
    double first = shape(1) * w * tau;
    b.firstStage(first);
    ledger.first(first, powers);
    for (int j = 2; j <= s; j++) {
      double mu = (2.0 * j - 1) / j * shape(j) / shape(j - 1);
      double nu = -(j - 1.0) / j * shape(j) / shape(j - 2);
      double a = mu * w * tau;
      double g = -(1 - shape(j - 1)) * a;
      b.nextStage(mu, nu, a, g, now);
      ledger.next(mu, nu, a, g, now, powers);
    }
  }

  /** b_j of the method. */
  private static double shape(int j) {
    return j < 2 ? 1.0 / 3 : (j * j + j - 2.0) / (2.0 * j * (j + 1.0));
  }

  @Override
  public void changed() {
    stale = true;
  }

  @Override
  public void restart() {
    proposed = Double.NaN;
  }

  @Override
  public long evaluations() {
    return evaluations;
  }

  @Override
  public void save(StateOut out) {
    out.section("rkl2");
    out.number(proposed);
    out.whole(evaluations);
    out.flag(stale);
  }

  @Override
  public void restore(StateIn in) {
    in.section("rkl2");
    proposed = in.number();
    evaluations = in.whole();
    stale = in.flag();
  }
}
