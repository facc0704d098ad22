package org.iceball.device;

/**
 * A gas that a needle expands in its tip, as far as its cooling goes.
 *
 * <p>Molar masses, critical points, boiling points and heat capacities are handbook constants (from
 * memory, unverified; argon 150.69 K, 4.863 MPa, 87.30 K).
 */
public enum Gas {
  /** Cools when it expands: the integral Joule-Thomson effect of the Peng-Robinson fluid. */
  ARGON(0.039948, 87.30, 522) {
    @Override
    public double expansionHeat(double pressure, double temperature) {
      return -PengRobinson.ARGON.departure(temperature, pressure) / molarMass();
    }
  },
  /**
   * Warms when it expands: its Joule-Thomson coefficient of -0.62 K/MPa near room temperature
   * hardly depends on pressure (handbook value, from memory, unverified).
   */
  HELIUM(0.0040026, 4.22, 5193) {
    @Override
    public double expansionHeat(double pressure, double temperature) {
      return -0.62e-6 * heatCapacity() * pressure;
    }
  };

  private final double molarMass;
  private final double boilingPoint;
  private final double heatCapacity;

  Gas(double molarMass, double boilingPoint, double heatCapacity) {
    this.molarMass = molarMass;
    this.boilingPoint = boilingPoint;
    this.heatCapacity = heatCapacity;
  }

  /** Molar mass [kg/mol]. */
  public double molarMass() {
    return molarMass;
  }

  /** Boiling point at one atmosphere [K]: nothing gets colder in a tip open to the air. */
  public double boilingPoint() {
    return boilingPoint;
  }

  /** Specific heat of the expanded gas at constant pressure [J/(kg K)]. */
  public double heatCapacity() {
    return heatCapacity;
  }

  /**
   * Heat that a kilogram takes up if it leaves an ideal recuperator as warm as it came [J/kg]: the
   * enthalpy of the expanded gas over that of the compressed gas at one temperature. Negative where
   * expansion warms.
   *
   * @param pressure before expansion [Pa]
   * @param temperature of the gas as supplied [K]
   */
  public abstract double expansionHeat(double pressure, double temperature);
}
