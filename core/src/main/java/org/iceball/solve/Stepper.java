package org.iceball.solve;

import org.iceball.state.Kept;

/** Advances a backend in time. */
public sealed interface Stepper extends Kept permits EulerStepper, Rkl2Stepper {

  /**
   * Takes one step.
   *
   * @param backend whose h moves on
   * @param powers room for the powers [W]; hand in the same array every time; modified
   * @param limit the step may not be longer [s]
   * @param walls that drive the cells
   * @param ledger takes the energies of the step
   * @return length of the step taken [s]
   */
  double step(
      Backend backend, double[] powers, double limit, DrivenWalls walls, EnergyLedger ledger);

  /** What drives the cells changed: the balance has to be evaluated anew. */
  void changed();

  /** Something changed abruptly: what was learned of the right step no longer holds. */
  void restart();

  /** Evaluations of the balance so far. */
  long evaluations();
}
