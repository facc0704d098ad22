package org.iceball.validation.exact;

/**
 * Perfused tissue at rest round a ball whose surface is held at another temperature from time zero
 * on: r (T - T_rest) obeys the equation of the half space (Carslaw and Jaeger 1959, chapter IX).
 *
 * @param tissue perfused tissue
 * @param radius of the ball [m]
 * @param surface temperature of the ball's surface [K]
 */
public record PennesSphere(PerfusedMedium tissue, double radius, double surface) {
  public PennesSphere {
    Require.positive("radius", radius);
  }

  /** Temperature [K] at r, outside the ball [m], and time t above zero [s]. */
  public double temperature(double r, double t) {
    return at(r, PerfusedStep.response(tissue, r - radius, t));
  }

  /** Temperature [K] at r, outside the ball [m], after a long time. */
  public double steady(double r) {
    return at(r, Math.exp((radius - r) / tissue.length()));
  }

  private double at(double r, double share) {
    double rest = tissue.restTemperature();
    return rest + (surface - rest) * radius / r * share;
  }
}
