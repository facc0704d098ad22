package org.iceball.validation.exact;

/**
 * Perfused tissue round an endless cylinder held at another temperature, after a long time (Carslaw
 * and Jaeger 1959, chapter VII, with a linear loss).
 *
 * @param tissue perfused tissue
 * @param radius of the cylinder [m]
 * @param surface temperature of its surface [K]
 */
public record PennesCylinder(PerfusedMedium tissue, double radius, double surface) {
  public PennesCylinder {
    Require.positive("radius", radius);
  }

  /** Temperature [K] at r, outside the cylinder [m], after a long time. */
  public double steady(double r) {
    double rest = tissue.restTemperature();
    double ell = tissue.length();
    return rest + (surface - rest) * BesselK.k0(r / ell) / BesselK.k0(radius / ell);
  }
}
