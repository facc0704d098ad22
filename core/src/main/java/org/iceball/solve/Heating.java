package org.iceball.solve;

import java.util.Arrays;
import java.util.List;
import org.iceball.device.DriveSchedule;
import org.iceball.device.DriveSchedule.Stretch;
import org.iceball.device.Needle;
import org.iceball.device.Phase.Kind;
import org.iceball.device.RfElectrode;
import org.iceball.electric.Conductor;
import org.iceball.electric.Potential;
import org.iceball.grid.Labels;
import org.iceball.grid.Threads;
import org.iceball.model.Case;
import org.iceball.model.LineConductance;
import org.iceball.model.Model;
import org.iceball.model.NeedleCells;
import org.iceball.state.Kept;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;
import org.iceball.tissue.EnthalpyCurve;

/**
 * The electrodes of a run, between two steps: finds the potential anew where the conductivity has
 * changed, asks the generator for its voltage, and gives the backend the heat of the current.
 */
final class Heating implements Kept {
  /** Residual of the potential over its right side [1]. */
  static final double TOLERANCE = 1e-10;

  /** The generator is asked this often [s]. */
  private static final double INTERVAL = 1;

  /** Longest step while the current is off [s]. */
  private static final double IDLE = 5;

  /**
   * The potential is found anew when conductivities have changed by this much against each other,
   * in the mean, weighted by the heat of the current [1]. Where all change alike the potential
   * stays; the heat of a voltage is stationary in the potential (Thomson's principle), so that what
   * it errs by is of the order of the square of this.
   */
  private static final double DRIFT = 0.03;

  /** Of soft tissue, for the time in which the profile between metal and cells forms [m2/s]. */
  private static final double DIFFUSIVITY = 1.4e-7;

  private final Model model;
  private final HeatSource source;
  private final Backend backend;
  private final Threads threads;
  private final Potential potential;
  private final Conductor conductor;
  private final GeneratorControl control;
  private final HeatedCells heated;
  private final CurrentBooks books = new CurrentBooks();
  private final List<DriveSchedule> schedules;
  private final double pad;
  private final double[] enthalpy;
  private final double[] density;
  private final boolean[] cooled;
  private final double settles;
  private boolean[] on;

  /** Conductance when the potential was found [S]; what it is now over that [1]. */
  private double found = Double.NaN;

  private double gain = 1;
  private double bloodHeat;
  private double beyondHeat;
  private double voltage;
  private double settled;
  private double metal = Double.NaN;
  private double asked = Double.NEGATIVE_INFINITY;
  private int solves;
  private long iterations;

  /** What became of the heat. */
  enum Change {
    NONE,
    GRADUAL,
    ABRUPT
  }

  Heating(
      Case asked,
      Model model,
      Labels labels,
      List<Needle> needles,
      Backend backend,
      Threads threads) {
    this.model = model;
    this.backend = backend;
    source = (HeatSource) backend;
    this.threads = threads;
    schedules = needles.stream().map(n -> new DriveSchedule(n, asked.gas())).toList();
    pad = asked.generator().pad();
    control = new GeneratorControl(asked.generator());
    potential =
        new Potential(
            model.grid(),
            asked.generator().ground(),
            HeatedTissue.centre(needles),
            TOLERANCE,
            threads);
    conductor = HeatedTissue.conductor(asked, model, labels, needles);
    heated = new HeatedCells(model, conductor, threads);
    enthalpy = new double[model.grid().cells()];
    density = new double[model.grid().cells()];
    on = new boolean[needles.size()];
    cooled = new boolean[needles.size()];
    double width = 0;
    for (int n = 0; n < cooled.length; n++) {
      RfElectrode electrode = (RfElectrode) needles.get(n).probe();
      cooled[n] = electrode.cooling() != null;
      width = Math.max(width, LineConductance.width(electrode.radius(), model.grid().spacing()));
    }
    settles = width * width / (4 * DIFFUSIVITY);
  }

  /** Longest step from now [s]. */
  double interval() {
    return voltage > 0 || anyOn() ? INTERVAL : IDLE;
  }

  private boolean anyOn() {
    for (boolean o : on) {
      if (o) {
        return true;
      }
    }
    return false;
  }

  /**
   * Looks at the tissue and sets the current from now on.
   *
   * @param time now [s]
   */
  Change adjust(double time) {
    boolean switched = connect(time);
    double before = gain * voltage * voltage;
    boolean anew = false;
    if (anyOn()) {
      backend.readEnthalpy(enthalpy);
      // nobody asks for the potential of electrodes that pause
      anew = switched || (!control.isPaused(time) && drift() > DRIFT);
      if (anew) {
        solve();
      }
      double step = time - asked;
      metal = metalTemperature();
      voltage = control.voltage(time, Double.isInfinite(step) ? 0 : step, conductance(), metal);
    } else {
      voltage = 0;
      metal = Double.NaN;
    }
    source.expectBoiling(heated.mayBoil(enthalpy));
    asked = time;
    double heat = gain * voltage * voltage;
    if (!anew && heat == before) {
      return Change.NONE;
    }
    source.amplitude(heat);
    boolean jump = switched || (voltage == 0) != (before == 0);
    return jump ? Change.ABRUPT : Change.GRADUAL;
  }

  /** Which electrodes are on; true where that has changed. */
  private boolean connect(double time) {
    boolean[] now = new boolean[on.length];
    for (int n = 0; n < now.length; n++) {
      Stretch s = schedules.get(n).after(time);
      now[n] = s != null && s.kind() == Kind.HEAT;
    }
    if (Arrays.equals(now, on)) {
      return false;
    }
    on = now;
    double[] joint = new double[model.grid().cells()];
    for (int n = 0; n < on.length; n++) {
      NeedleCells of = model.needles().get(n);
      for (int c = 0; on[n] && c < of.cells().length; c++) {
        joint[of.cells()[c]] += of.conductance()[c] * model.grid().cellVolume();
      }
    }
    potential.join(joint);
    return true;
  }

  /**
   * Follows the conductivities since the potential was found: all heat by their mean change.
   *
   * @return mean difference of their changes from that [1]
   */
  private double drift() {
    gain = heated.change(enthalpy, potential.conductivity());
    return heated.unevenness(gain);
  }

  /** Current that the electrodes give at 1 V now [S]. */
  private double conductance() {
    return gain * found;
  }

  private void solve() {
    double[] sigma = potential.conductivity();
    int plane = model.grid().nx() * model.grid().ny();
    threads.run(
        model.grid().nz(),
        k -> {
          for (int c = k * plane; c < (k + 1) * plane; c++) {
            sigma[c] = conductor.at(c, enthalpy[c]);
          }
        });
    iterations += potential.solve();
    solves++;
    found = potential.conductance();
    gain = 1;
    beyondHeat = potential.heat(density);
    bloodHeat = 0;
    double volume = model.grid().cellVolume();
    for (int c = 0; c < density.length; c++) {
      if (model.materialOf(c).held()) {
        bloodHeat += density[c] * volume;
        density[c] = 0;
      }
    }
    source.source(density);
    heated.list(density, volume / found);
  }

  /**
   * Mean temperature at the metal of the electrodes that are on, weighted by conductance [K]. A
   * cell is wider than the metal; where the metal takes no heat it is warmer than the cell by sigma
   * / (2 k) (V_metal - V_cell)^2, the relation of Kohlrausch, once the profile between them has
   * formed.
   */
  private double metalTemperature() {
    double[] sigma = potential.conductivity();
    double sum = 0;
    double all = 0;
    for (int n = 0; n < on.length; n++) {
      NeedleCells of = model.needles().get(n);
      for (int c = 0; on[n] && c < of.cells().length; c++) {
        int cell = of.cells()[c];
        EnthalpyCurve curve = model.materialOf(cell).curve();
        double drop = 1 - potential.at(cell);
        double k = Math.max(0.01, curve.law().conductivity());
        double within = cooled[n] ? 0 : sigma[cell] * settled * drop * drop / (2 * k);
        sum += of.conductance()[c] * (curve.temperature(enthalpy[cell]) + within);
        all += of.conductance()[c];
      }
    }
    return all > 0 ? sum / all : Double.NaN;
  }

  /** A step has been taken [s]. */
  void book(double tau) {
    settled += (voltage * voltage - settled) * -Math.expm1(-tau / settles);
    double v2 = voltage * voltage;
    double current = voltage > 0 ? voltage * conductance() : 0;
    double impedance = 1 / conductance() + pad;
    double outside = v2 > 0 ? gain * v2 * beyondHeat + current * current * pad : 0;
    books.book(tau, current, voltage > 0 ? impedance : 0, gain * v2 * bloodHeat, outside);
  }

  /** What the generator shows now. */
  CurrentReading reading() {
    return books.reading(anyOn() ? 1 / conductance() + pad : Double.NaN, metal);
  }

  CurrentReport report(EnergyLedger ledger) {
    double inTissue = ledger.energy(Powers.current(model.needles().size()));
    return books.report(inTissue, control.rollOffs(), control.reachedAt(), solves, iterations);
  }

  @Override
  public void save(StateOut out) {
    out.section("heating");
    out.flags(on);
    out.number(found);
    out.number(gain);
    out.number(bloodHeat);
    out.number(beyondHeat);
    out.number(voltage);
    out.number(settled);
    out.number(metal);
    out.number(asked);
    out.whole(solves);
    out.whole(iterations);
    out.numbers(enthalpy);
    out.numbers(density);
    potential.save(out);
    control.save(out);
    books.save(out);
  }

  /** The backend gets its source back too. */
  @Override
  public void restore(StateIn in) {
    in.section("heating");
    in.flags(on);
    found = in.number();
    gain = in.number();
    bloodHeat = in.number();
    beyondHeat = in.number();
    voltage = in.number();
    settled = in.number();
    metal = in.number();
    asked = in.number();
    solves = in.whole(0, Integer.MAX_VALUE);
    iterations = in.whole();
    in.numbers(enthalpy);
    in.numbers(density);
    potential.restore(in);
    control.restore(in);
    books.restore(in);
    if (solves > 0) {
      source.source(density);
      source.amplitude(gain * voltage * voltage);
      heated.list(density, model.grid().cellVolume() / found);
    }
  }
}
