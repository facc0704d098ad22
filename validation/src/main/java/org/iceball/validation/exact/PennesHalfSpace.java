package org.iceball.validation.exact;

/**
 * Perfused half space at rest whose surface is held at another temperature from time zero on (the
 * step response of Danckwerts, Trans. Faraday Soc. 46:300, 1950; Carslaw and Jaeger 1959, chapter
 * IV).
 *
 * @param tissue perfused tissue
 * @param surface temperature of the surface [K]
 */
public record PennesHalfSpace(PerfusedMedium tissue, double surface) {

  /** Temperature [K] at depth x [m] and time t above zero [s]. */
  public double temperature(double x, double t) {
    return at(PerfusedStep.response(tissue, x, t));
  }

  /** Temperature [K] at depth x [m] after a long time. */
  public double steady(double x) {
    return at(Math.exp(-x / tissue.length()));
  }

  private double at(double share) {
    double rest = tissue.restTemperature();
    return rest + (surface - rest) * share;
  }
}
