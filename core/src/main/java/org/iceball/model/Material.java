package org.iceball.model;

import org.iceball.tissue.EnthalpyCurve;

/**
 * What the solver knows of a region: its table, and nothing else.
 *
 * @param name of the region
 * @param curve T(H) and Q(H)
 * @param perfusion heat from blood and metabolism
 * @param held true where the temperature never changes (a vessel's lumen)
 * @param start enthalpy at the start [J/m3]
 */
public record Material(
    String name, EnthalpyCurve curve, PerfusionLaw perfusion, boolean held, double start) {

  /** True for the inside of a vessel whose wall alone meets the tissue. */
  public boolean insulates() {
    return held && curve.law().conductivity() == 0;
  }
}
