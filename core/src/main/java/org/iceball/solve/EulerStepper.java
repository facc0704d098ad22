package org.iceball.solve;

import org.iceball.state.StateIn;
import org.iceball.state.StateOut;

/** First order, explicit: the reference that is too simple to be wrong. */
public final class EulerStepper implements Stepper {
  private final double safety;
  private final StepWatch watch;
  private long evaluations;
  private boolean stale = true;

  /**
   * @param share of the stability limit that a step takes, above 0 and at most 1 [1]; up to 0.8 no
   *     cell overshoots its neighbours, a needle's wall or a face
   */
  public EulerStepper(double share) {
    this(share, StepWatch.NOBODY);
  }

  /**
   * @param share as above
   * @param watch is told of every step
   */
  public EulerStepper(double share, StepWatch watch) {
    this.safety = share;
    this.watch = watch;
  }

  @Override
  public double step(
      Backend backend, double[] powers, double limit, DrivenWalls walls, EnergyLedger ledger) {
    double tau = Math.min(limit, safety * 2 / backend.stiffness(walls.coldest()));
    if (stale) {
      backend.rate(powers);
      evaluations++;
      stale = false;
    }
    backend.firstStage(tau);
    ledger.euler(tau, powers);
    backend.accept();
    watch.stepped(backend, tau);
    backend.rate(powers);
    evaluations++;
    return tau;
  }

  @Override
  public void changed() {
    stale = true;
  }

  @Override
  public void restart() {
    // a step of this method remembers nothing
  }

  @Override
  public long evaluations() {
    return evaluations;
  }

  @Override
  public void save(StateOut out) {
    out.section("euler");
    out.whole(evaluations);
    out.flag(stale);
  }

  @Override
  public void restore(StateIn in) {
    in.section("euler");
    evaluations = in.whole();
    stale = in.flag();
  }
}
