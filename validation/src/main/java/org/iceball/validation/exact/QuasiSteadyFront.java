package org.iceball.validation.exact;

/**
 * Freezing of a liquid at its freezing point round a cylinder or a ball held colder, in the limit
 * in which ice has no sensible heat (Alexiades and Solomon, Mathematical Modeling of Melting and
 * Freezing Processes, 1993, chapter 3): an upper bound for the front.
 *
 * @param symmetry cylinder or sphere
 * @param radius of the cold body [m]
 * @param conductivityIntegral the integral of k dT from the wall's temperature to the freezing
 *     point; k (T_m - T_p) for constant k [W/m]
 * @param latentHeat [J/m3]
 */
public record QuasiSteadyFront(
    Symmetry symmetry, double radius, double conductivityIntegral, double latentHeat) {
  public QuasiSteadyFront {
    Require.positive("radius", radius);
    Require.positive("conductivity integral", conductivityIntegral);
    Require.positive("latent heat", latentHeat);
  }

  /** Time [s] at which the front is at r, at least the radius of the cold body [m]. */
  public double time(double r) {
    double a = radius;
    double area =
        switch (symmetry) {
          case CYLINDER -> r * r / 2 * Math.log(r / a) - (r - a) * (r + a) / 4;
          case SPHERE -> r * r * r / (3 * a) - r * r / 2 + a * a / 6;
        };
    return area * latentHeat / conductivityIntegral;
  }

  /** Radius of the front [m] at time t above zero [s]. */
  public double front(double t) {
    return Roots.above(r -> time(r) - t, radius, radius);
  }
}
