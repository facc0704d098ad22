package org.iceball.validation.exact;

/**
 * Heat transfer between laminar blood flow and the wall of a straight vessel.
 *
 * @param diameter [m]
 * @param velocity mean over the lumen [m/s]
 * @param blood conductivity and heat capacity of blood
 * @param kinematicViscosity [m2/s]
 */
public record LaminarTube(
    double diameter, double velocity, Material blood, double kinematicViscosity) {
  /** Nusselt number far downstream with a wall at constant temperature (Graetz 1883) [1]. */
  public static final double NUSSELT_CONSTANT_TEMPERATURE = 3.66;

  /** Nusselt number far downstream with a constant flux through the wall [1]. */
  public static final double NUSSELT_CONSTANT_FLUX = 4.36;

  /** Reynolds number [1]. */
  public double reynolds() {
    return velocity * diameter / kinematicViscosity;
  }

  /** Heat transfer coefficient [W/(m2 K)] for a Nusselt number [1]. */
  public double coefficient(double nusselt) {
    return nusselt * blood.conductivity() / diameter;
  }

  /**
   * Mean Nusselt number [1] over a length [m] whose wall has another temperature than the blood
   * that enters (Hausen, Z. VDI Beih. Verfahrenstechnik 4:91, 1943; Incropera et al., chapter 8).
   */
  public double entryNusselt(double length) {
    double graetz = velocity * diameter * diameter / (blood.diffusivity() * length);
    return NUSSELT_CONSTANT_TEMPERATURE
        + 0.0668 * graetz / (1 + 0.04 * Math.pow(graetz, 2.0 / 3.0));
  }

  /** Length [m] over which the blood's difference to the wall falls by e, by 4 Nu/(D) balance. */
  public double equilibrationLength(double nusselt) {
    return velocity * diameter * diameter / (4 * nusselt * blood.diffusivity());
  }
}
