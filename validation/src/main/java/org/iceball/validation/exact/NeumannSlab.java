package org.iceball.validation.exact;

import org.apache.commons.math3.special.Erf;

/**
 * Neumann's two-phase freezing of a half space whose surface is held below the freezing point
 * (Carslaw and Jaeger, Conduction of Heat in Solids, 2nd ed. 1959, section 11.2). The front moves
 * as s = 2 lambda sqrt(alpha_f t). Equal densities, one freezing point.
 */
public final class NeumannSlab {
  private final Material frozen;
  private final Material unfrozen;
  private final double surface;
  private final double freezing;
  private final double initial;
  private final double lambda;

  /**
   * @param frozen constant properties of the ice
   * @param unfrozen constant properties ahead of the front
   * @param latentHeat [J/m3]
   * @param surface temperature of the surface from time zero on [K]
   * @param freezing freezing point [K]
   * @param initial temperature at the start and far away [K]
   */
  public NeumannSlab(
      Material frozen,
      Material unfrozen,
      double latentHeat,
      double surface,
      double freezing,
      double initial) {
    Require.rising("surface, freezing and initial temperature", surface, freezing, initial);
    Require.positive("latent heat", latentHeat);
    this.frozen = frozen;
    this.unfrozen = unfrozen;
    this.surface = surface;
    this.freezing = freezing;
    this.initial = initial;
    double nu = Math.sqrt(frozen.diffusivity() / unfrozen.diffusivity());
    double warmSide =
        unfrozen.conductivity()
            / frozen.conductivity()
            * nu
            * (initial - freezing)
            / (freezing - surface);
    double latent =
        latentHeat * Math.sqrt(Math.PI) / (frozen.heatCapacity() * (freezing - surface));
    this.lambda =
        Roots.above(
            x ->
                Math.exp(-x * x) / Erf.erf(x)
                    - warmSide * Math.exp(-x * x * nu * nu) / Erf.erfc(x * nu)
                    - x * latent,
            0,
            0.1);
  }

  /** The growth constant lambda [1]. */
  public double lambda() {
    return lambda;
  }

  /** Depth of the front [m] at time t [s]. */
  public double front(double t) {
    return 2 * lambda * Math.sqrt(frozen.diffusivity() * t);
  }

  /** Temperature [K] at depth x [m] and time t above zero [s]. */
  public double temperature(double x, double t) {
    if (x < front(t)) {
      double scaled = x / (2 * Math.sqrt(frozen.diffusivity() * t));
      return surface + (freezing - surface) * Erf.erf(scaled) / Erf.erf(lambda);
    }
    double nu = Math.sqrt(frozen.diffusivity() / unfrozen.diffusivity());
    double scaled = x / (2 * Math.sqrt(unfrozen.diffusivity() * t));
    return initial - (initial - freezing) * Erf.erfc(scaled) / Erf.erfc(lambda * nu);
  }
}
