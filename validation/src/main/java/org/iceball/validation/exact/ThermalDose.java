package org.iceball.validation.exact;

/**
 * Thermal dose at constant temperature in equivalent time at 43 degC, t R^(43 - T) with R = 1/2
 * above 43 degC and 1/4 below (Sapareto and Dewey, Int. J. Radiat. Oncol. Biol. Phys. 10:787,
 * 1984).
 */
public final class ThermalDose {
  private static final double REFERENCE = 316.15;

  private ThermalDose() {}

  /** Equivalent time at 43 degC [s] of t [s] at a temperature [K]. */
  public static double cem43(double temperature, double t) {
    double base = temperature >= REFERENCE ? 0.5 : 0.25;
    return t * Math.pow(base, REFERENCE - temperature);
  }
}
