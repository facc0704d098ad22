package org.iceball.validation.exact;

/**
 * The largest iceball that perfused tissue allows: the steady balance, at the freezing point,
 * between what ice conducts to a cold cylinder or ball and what perfused tissue conducts to the ice
 * (from the steady Pennes equation, J. Appl. Physiol. 1:93, 1948, and Carslaw and Jaeger 1959,
 * chapters VII and IX; independent of latent heat). Any conductivity k(T) of ice enters through its
 * integral only, so the solution is exact for each.
 */
public final class PerfusedIceball {
  private final Symmetry symmetry;
  private final double wallRadius;
  private final double conductivityIntegral;
  private final PerfusedMedium tissue;
  private final double freezing;
  private final double radius;

  /**
   * @param symmetry cylinder or sphere
   * @param wallRadius radius of the cold body [m]
   * @param conductivityIntegral the integral of k dT from the wall's temperature to {@code
   *     freezing}; k (T_m - T_p) for constant k [W/m]
   * @param tissue unfrozen, perfused tissue
   * @param freezing temperature at which perfusion stops (the liquidus) [K]
   */
  public PerfusedIceball(
      Symmetry symmetry,
      double wallRadius,
      double conductivityIntegral,
      PerfusedMedium tissue,
      double freezing) {
    Require.positive("wall radius", wallRadius);
    Require.positive("conductivity integral", conductivityIntegral);
    Require.rising("freezing and rest temperature", freezing, tissue.restTemperature());
    this.symmetry = symmetry;
    this.wallRadius = wallRadius;
    this.conductivityIntegral = conductivityIntegral;
    this.tissue = tissue;
    this.freezing = freezing;
    this.radius = Roots.above(r -> iceFlux(r) - tissueFlux(r), wallRadius, wallRadius);
  }

  /** Flux [W/m2] that leaves the front through the ice, were it at r [m]. */
  private double iceFlux(double r) {
    return switch (symmetry) {
      case CYLINDER -> conductivityIntegral / (r * Math.log(r / wallRadius));
      case SPHERE -> conductivityIntegral / ((1 / wallRadius - 1 / r) * r * r);
    };
  }

  /** Flux [W/m2] that reaches the front from the tissue, were it at r [m]. */
  private double tissueFlux(double r) {
    double rise = tissue.material().conductivity() * (tissue.restTemperature() - freezing);
    return switch (symmetry) {
      case CYLINDER -> rise / tissue.length() * BesselK.ratio(r / tissue.length());
      case SPHERE -> rise * (1 / r + 1 / tissue.length());
    };
  }

  /** Radius of the front [m]. */
  public double radius() {
    return radius;
  }

  /** Heat that the cold body takes [W/m] for the cylinder, [W] for the sphere. */
  public double heat() {
    return switch (symmetry) {
      case CYLINDER -> 2 * Math.PI * radius * iceFlux(radius);
      case SPHERE -> 4 * Math.PI * radius * radius * iceFlux(radius);
    };
  }

  /** The integral of k dT from the temperature at r, inside the ice [m], to the front [W/m]. */
  public double conductivityIntegral(double r) {
    return switch (symmetry) {
      case CYLINDER -> conductivityIntegral * Math.log(radius / r) / Math.log(radius / wallRadius);
      case SPHERE -> conductivityIntegral * (1 / r - 1 / radius) / (1 / wallRadius - 1 / radius);
    };
  }

  /** Temperature [K] at r, outside the ice [m]. */
  public double temperatureOutside(double r) {
    double decay =
        switch (symmetry) {
          case CYLINDER -> BesselK.k0(r / tissue.length()) / BesselK.k0(radius / tissue.length());
          case SPHERE -> radius / r * Math.exp((radius - r) / tissue.length());
        };
    return tissue.restTemperature() + (freezing - tissue.restTemperature()) * decay;
  }
}
