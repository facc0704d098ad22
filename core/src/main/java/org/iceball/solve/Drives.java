package org.iceball.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.iceball.device.Needle;
import org.iceball.device.WallSchedule;
import org.iceball.device.WallSchedule.Stretch;
import org.iceball.model.Model;
import org.iceball.model.NeedleCells;

/** What every needle and every vessel does during the current interval between events. */
final class Drives {
  private final Model model;
  private final List<WallSchedule> schedules = new ArrayList<>();
  private final Stretch[] stretch;
  private final double[] from;
  private final double[] wall;
  private final double[] integrals;
  private final BloodFlow blood;
  private final double[] clamped;
  private boolean isClamped;

  /**
   * @param clamped part of its perfusion that each material gets under a clamp [1], shape
   *     [materials]; not modified
   */
  Drives(Model model, List<Needle> needles, BloodFlow blood, double[] clamped) {
    this.model = model;
    this.blood = blood;
    this.clamped = clamped;
    for (Needle n : needles) {
      schedules.add(new WallSchedule(n));
    }
    stretch = new Stretch[needles.size()];
    from = new double[needles.size()];
    wall = new double[needles.size()];
    Arrays.fill(wall, Double.NaN);
    integrals = new double[model.needles().size() * model.materials().size()];
  }

  List<WallSchedule> schedules() {
    return schedules;
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
  Change begin(Backend backend, double t0, double t1, double[] powers) {
    double middle = 0.5 * (t0 + t1);
    boolean stopped = blood.look(t0, middle, backend, powers);
    boolean marched = blood.march(powers);
    Change change = stopped || marched || t0 == 0 ? Change.GRADUAL : Change.NONE;
    if (blood.isClamped() != isClamped && backend instanceof PerfusionControl control) {
      isClamped = blood.isClamped();
      double[] whole = new double[clamped.length];
      Arrays.fill(whole, 1);
      control.perfuse(isClamped ? clamped.clone() : whole);
      change = Change.ABRUPT;
    }
    float[] temperature = null;
    for (int n = 0; n < stretch.length; n++) {
      Stretch now = schedules.get(n).after(middle);
      if (!Objects.equals(now, stretch[n])) {
        change = Change.ABRUPT;
        stretch[n] = now;
        if (now != null && !Double.isNaN(now.plateau()) && now.timeConstant() > 0) {
          if (temperature == null) {
            temperature = new float[model.grid().cells()];
            backend.readTemperature(temperature);
          }
          from[n] = tissueAt(model.needles().get(n), temperature);
        }
      }
      double before = wall[n];
      wall[n] = now == null ? Double.NaN : now.meanWall(from[n], t0, t1);
      if (change == Change.NONE && Double.compare(before, wall[n]) != 0) {
        change = Change.GRADUAL;
      }
    }
    if (change != Change.NONE) {
      int m = model.materials().size();
      for (int n = 0; n < wall.length; n++) {
        for (int i = 0; i < m; i++) {
          var curve = model.materials().get(i).curve();
          integrals[n * m + i] =
              Double.isNaN(wall[n]) ? Double.NaN : curve.integral(curve.enthalpy(wall[n]));
        }
      }
      drive(backend);
    }
    return change;
  }

  /**
   * Lets the blood follow the tissue, between two steps.
   *
   * @param powers of the last evaluation of the balance [W]
   * @return whether the balance has to be evaluated anew
   */
  boolean follow(Backend backend, double[] powers) {
    if (!blood.march(powers)) {
      return false;
    }
    drive(backend);
    return true;
  }

  private void drive(Backend backend) {
    blood.write(integrals);
    backend.drive(integrals);
  }

  /** Mean temperature of the tissue round a needle [K], weighted as its heat is. */
  private static double tissueAt(NeedleCells cells, float[] temperature) {
    double sum = 0;
    double weight = 0;
    for (int c = 0; c < cells.cells().length; c++) {
      sum += cells.conductance()[c] * temperature[cells.cells()[c]];
      weight += cells.conductance()[c];
    }
    return sum / weight;
  }

  /** Wall temperatures now [K], NaN where passive; a new list. */
  List<Double> walls() {
    return Arrays.stream(wall).boxed().toList();
  }

  /** The coldest driven wall [K], blood included, or positive infinity. */
  double coldestWall() {
    double cold = blood.coldest();
    for (double w : wall) {
      if (!Double.isNaN(w)) {
        cold = Math.min(cold, w);
      }
    }
    return cold;
  }
}
