package org.iceball.validation.engine;

import org.iceball.model.Model;
import org.iceball.model.Numerics.Precision;
import org.iceball.solve.CpuBackend;
import org.iceball.solve.DrivenWalls;
import org.iceball.solve.EnergyLedger;
import org.iceball.solve.EulerStepper;
import org.iceball.solve.Powers;
import org.iceball.solve.Rkl2Stepper;
import org.iceball.solve.Stepper;

/** The engine on one thread, in double precision. */
public final class EngineSolver implements Solver {
  private static final double LONGEST = 20;

  private final Model model;
  private final Stepper stepper;
  private final double longest;
  private final CpuBackend backend;
  private final double[] powers;
  private final EnergyLedger ledger;
  private double coldest = Double.POSITIVE_INFINITY;
  private double time;

  /**
   * Opens the engine's backend.
   *
   * @param model what is solved
   * @param stepper of its own
   * @param longest step [s]
   */
  public EngineSolver(Model model, Stepper stepper, double longest) {
    this.model = model;
    this.stepper = stepper;
    this.longest = longest;
    backend = new CpuBackend(model, Precision.FP64, 1);
    powers = new double[Powers.size(model.needles().size())];
    ledger = new EnergyLedger(powers.length);
    wall(Double.NaN);
  }

  /** The engine with the reference stepper, at 0.95 of the stability limit. */
  public static EngineSolver euler(Model model) {
    return new EngineSolver(model, new EulerStepper(0.95), LONGEST);
  }

  /** The engine as ordinary runs use it. */
  public static EngineSolver rkl2(Model model) {
    return new EngineSolver(model, new Rkl2Stepper(Rkl2Stepper.TOLERANCE), LONGEST);
  }

  @Override
  public Model model() {
    return model;
  }

  @Override
  public void drive(double[] integrals, double coldestCell) {
    backend.drive(integrals);
    coldest = coldestCell;
    stepper.changed();
    stepper.restart();
  }

  @Override
  public void to(double until) {
    while (until - time > 1e-9 * until) {
      step(until);
    }
  }

  /**
   * Takes one step.
   *
   * @param until which it does not go beyond [s]
   * @return time after the step [s]
   */
  public double step(double until) {
    time +=
        stepper.step(
            backend, powers, Math.min(longest, until - time), DrivenWalls.held(coldest), ledger);
    return time;
  }

  /** Longest step that explicit stepping allows now [s]. */
  public double eulerLimit() {
    return 2 / backend.stiffness(coldest);
  }

  @Override
  public double[] enthalpy() {
    double[] all = new double[model.grid().cells()];
    backend.readEnthalpy(all);
    return all;
  }

  @Override
  public void close() {
    backend.close();
  }
}
