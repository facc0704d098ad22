package org.iceball.solve;

import java.util.Arrays;
import java.util.List;
import org.iceball.device.DriveSchedule;
import org.iceball.model.Model;

/** What every needle and every vessel does during the current interval between events. */
final class Drives implements DrivenWalls {
  private final Backend backend;
  private final NeedleWalls needles;
  private final BloodFlow blood;
  private final double[] clamped;
  private final double[] integrals;
  private boolean isClamped;

  /**
   * @param clamped part of its perfusion that each material gets under a clamp [1], shape
   *     [materials]; not modified
   */
  Drives(Model model, Backend backend, NeedleWalls needles, BloodFlow blood, double[] clamped) {
    this.backend = backend;
    this.needles = needles;
    this.blood = blood;
    this.clamped = clamped;
    integrals = new double[model.needles().size() * model.materials().size()];
  }

  List<DriveSchedule> schedules() {
    return needles.schedules();
  }

  /** How the drives changed at an event. */
  enum Change {
    NONE,
    GRADUAL,
    ABRUPT
  }

  /**
   * Sets the walls for an interval and hands them to the backend.
   *
   * @param t0 beginning of the interval [s]
   * @param t1 its end [s]
   * @param powers of the last evaluation of the balance [W]
   */
  Change begin(double t0, double t1, double[] powers) {
    double middle = 0.5 * (t0 + t1);
    boolean stopped = blood.look(t0, middle, backend, powers);
    boolean marched = blood.march();
    Change change = stopped || marched || t0 == 0 ? Change.GRADUAL : Change.NONE;
    if (blood.isClamped() != isClamped && backend instanceof PerfusionControl control) {
      isClamped = blood.isClamped();
      double[] whole = new double[clamped.length];
      Arrays.fill(whole, 1);
      control.perfuse(isClamped ? clamped.clone() : whole);
      change = Change.ABRUPT;
    }
    Change ofNeedles = needles.begin(backend, t0, t1);
    change = ofNeedles.compareTo(change) > 0 ? ofNeedles : change;
    if (change != Change.NONE) {
      drive();
    }
    return change;
  }

  /**
   * Lets blood and needles follow the tissue, between two steps of all cells.
   *
   * @param powers of the last evaluation of the balance [W]
   * @return whether the balance has to be evaluated anew
   */
  boolean followAll(double[] powers) {
    boolean marched = blood.march(powers);
    if (!needles.follow(powers, false) && !marched) {
      return false;
    }
    drive();
    return true;
  }

  @Override
  public boolean follow(double[] powers) {
    if (!needles.follow(powers, true)) {
      return false;
    }
    drive();
    return true;
  }

  private void drive() {
    needles.write(integrals);
    blood.write(integrals);
    backend.drive(integrals);
  }

  /** Temperatures of the needles' walls now [K], NaN where passive; a new list. */
  List<Double> walls() {
    return needles.walls();
  }

  @Override
  public double coldest() {
    return Math.min(blood.coldest(), needles.coldest());
  }
}
