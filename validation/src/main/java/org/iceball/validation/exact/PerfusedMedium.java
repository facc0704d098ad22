package org.iceball.validation.exact;

/**
 * Tissue with constant properties that blood perfuses (Pennes, J. Appl. Physiol. 1:93, 1948): C
 * dT/dt = k laplace(T) + p (T_b - T) + q.
 *
 * @param material conductivity and heat capacity
 * @param perfusion p = blood flow times the heat capacity of blood, w rho_b c_b [W/(m3 K)]
 * @param bloodTemperature T_b [K]
 * @param metabolicHeat q [W/m3]
 */
public record PerfusedMedium(
    Material material, double perfusion, double bloodTemperature, double metabolicHeat) {
  public PerfusedMedium {
    Require.positive("perfusion", perfusion);
  }

  /** The length sqrt(k/p) over which perfusion wins against conduction [m]. */
  public double length() {
    return Math.sqrt(material.conductivity() / perfusion);
  }

  /** The rate p/C at which blood restores a temperature [1/s]. */
  public double rate() {
    return perfusion / material.heatCapacity();
  }

  /** The temperature T_b + q/p far from every disturbance [K]. */
  public double restTemperature() {
    return bloodTemperature + metabolicHeat / perfusion;
  }
}
