package org.iceball.validation.exact;

/**
 * A point source of heat in endless perfused tissue (Carslaw and Jaeger 1959, sections 10.2 and
 * 10.4, times the factor exp(-rate t) of a linear loss).
 *
 * @param tissue perfused tissue
 */
public record PointSource(PerfusedMedium tissue) {

  /** Rise [K] at r [m], t seconds after a pulse [J]. */
  public double afterPulse(double energy, double r, double t) {
    double spread = 4 * tissue.material().diffusivity() * t;
    return energy
        / (tissue.material().heatCapacity() * Math.pow(Math.PI * spread, 1.5))
        * Math.exp(-r * r / spread - tissue.rate() * t);
  }

  /** Rise [K] at r [m], t seconds after a constant power was switched on [W]. */
  public double underPower(double power, double r, double t) {
    return power
        / (4 * Math.PI * tissue.material().conductivity() * r)
        * PerfusedStep.response(tissue, r, t);
  }
}
