package org.iceball.validation.bars;

import org.iceball.model.Model;
import org.iceball.model.Numerics.Precision;
import org.iceball.solve.CpuBackend;
import org.iceball.solve.EnergyLedger;
import org.iceball.solve.Powers;
import org.iceball.solve.Rkl2Stepper;

/** A model run as the engine runs it, its needles at one wall temperature throughout. */
final class ModelRun implements AutoCloseable {
  private static final double LONGEST = 20;

  private final Model model;
  private final CpuBackend backend;
  private final Rkl2Stepper stepper = new Rkl2Stepper(Rkl2Stepper.TOLERANCE);
  private final double[] powers;
  private final EnergyLedger ledger;
  private final double coldest;
  private double time;

  /**
   * @param wall of all needles [K]
   */
  ModelRun(Model model, double wall) {
    this.model = model;
    int needles = model.needles().size();
    backend = new CpuBackend(model, Precision.FP64, 1);
    powers = new double[Powers.size(needles)];
    ledger = new EnergyLedger(powers.length);
    coldest = needles > 0 ? wall : Double.POSITIVE_INFINITY;
    double[] integrals = new double[needles * model.materials().size()];
    for (int n = 0; n < integrals.length; n++) {
      var curve = model.materials().get(n % model.materials().size()).curve();
      integrals[n] = curve.integral(curve.enthalpy(wall));
    }
    backend.drive(integrals);
    backend.rate(powers);
  }

  /** Goes on to a time [s] and returns the temperatures then [K], shape [cells]; a new array. */
  float[] temperatureAt(double until) {
    while (until - time > 1e-9 * until) {
      time += stepper.step(backend, powers, Math.min(LONGEST, until - time), coldest, ledger);
    }
    float[] temperature = new float[model.grid().cells()];
    backend.readTemperature(temperature);
    return temperature;
  }

  @Override
  public void close() {
    backend.close();
  }
}
