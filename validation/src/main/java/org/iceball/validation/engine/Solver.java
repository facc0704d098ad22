package org.iceball.validation.engine;

import org.iceball.model.Model;

/**
 * Solves a model in time: the engine, or a reference that is written out plainly. A check is
 * written against this, so that the same check can be run on a solver with a known defect.
 */
public interface Solver extends AutoCloseable {

  /** What is solved. */
  Model model();

  /**
   * Sets what the needles do from now on.
   *
   * @param integrals conductivity integral at each needle's wall for each material [W/m], shape
   *     [needle * materials + material]; NaN where the needle is passive; not modified
   * @param coldest a temperature that no cell falls below [K]
   */
  void drive(double[] integrals, double coldest);

  /** Goes on to a time [s], which is not before the present one. */
  void to(double until);

  /** Enthalpy now [J/m3], shape [cells], x fastest; a new array. */
  double[] enthalpy();

  /** Gives everything back. */
  @Override
  void close();

  /** Sets the walls of all needles to one temperature [K]; NaN lets them do nothing. */
  default void wall(double temperature) {
    int materials = model().materials().size();
    double[] integrals = new double[model().needles().size() * materials];
    for (int n = 0; n < integrals.length; n++) {
      var curve = model().materials().get(n % materials).curve();
      integrals[n] =
          Double.isNaN(temperature) ? Double.NaN : curve.integral(curve.enthalpy(temperature));
    }
    drive(integrals, Double.isNaN(temperature) ? Double.POSITIVE_INFINITY : temperature);
  }

  /** Temperature now [K], shape [cells], x fastest; a new array. */
  default double[] temperature() {
    double[] value = enthalpy();
    for (int c = 0; c < value.length; c++) {
      value[c] = model().materialOf(c).curve().temperature(value[c]);
    }
    return value;
  }
}
