package org.iceball.validation.exact;

/**
 * Arrhenius injury at constant temperature, Omega = A t exp(-E/(R T)) (Henriques, Arch. Pathol.
 * 43:489, 1947).
 *
 * @param frequency A [1/s]
 * @param activation E [J/mol]
 */
public record ArrheniusInjury(double frequency, double activation) {
  /** Molar gas constant, exact since the SI of 2019 [J/(mol K)]. */
  public static final double GAS_CONSTANT = 8.31446261815324;

  /** Omega [1] after t [s] at a temperature [K]. */
  public double omega(double temperature, double t) {
    return frequency * t * Math.exp(-activation / (GAS_CONSTANT * temperature));
  }

  /** Time [s] until Omega is 1 at a temperature [K]. */
  public double time(double temperature) {
    return Math.exp(activation / (GAS_CONSTANT * temperature)) / frequency;
  }

  /** Temperature [K] that makes Omega 1 in t [s]. */
  public double temperature(double t) {
    return activation / (GAS_CONSTANT * Math.log(frequency * t));
  }
}
