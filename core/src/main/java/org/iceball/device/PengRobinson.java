package org.iceball.device;

/**
 * A real gas after Peng and Robinson, Ind. Eng. Chem. Fundam. 15 (1976) 59, eqs. (4) to (19).
 *
 * @param criticalTemperature [K]
 * @param criticalPressure [Pa]
 * @param acentricFactor [1]
 */
record PengRobinson(double criticalTemperature, double criticalPressure, double acentricFactor) {
  static final PengRobinson ARGON = new PengRobinson(150.687, 4.863e6, -0.00219);

  private static final double R = 8.314462618;

  /**
   * Enthalpy over that of the ideal gas at the same temperature [J/mol], of the gas above its
   * critical temperature.
   *
   * @param temperature [K]
   * @param pressure [Pa]
   */
  double departure(double temperature, double pressure) {
    double root2 = StrictMath.sqrt(2);
    double kappa = 0.37464 + 1.54226 * acentricFactor - 0.26992 * acentricFactor * acentricFactor;
    double root = StrictMath.sqrt(temperature / criticalTemperature);
    double alpha = (1 + kappa * (1 - root)) * (1 + kappa * (1 - root));
    double a0 = 0.45724 * R * R * criticalTemperature * criticalTemperature / criticalPressure;
    double b = 0.07780 * R * criticalTemperature / criticalPressure;
    double slope = -a0 * kappa * (1 + kappa * (1 - root)) * root / temperature;
    double aTerm = a0 * alpha * pressure / (R * R * temperature * temperature);
    double bTerm = b * pressure / (R * temperature);
    double z = compressibility(aTerm, bTerm);
    double logarithm = StrictMath.log((z + (1 + root2) * bTerm) / (z + (1 - root2) * bTerm));
    return R * temperature * (z - 1)
        + (temperature * slope - a0 * alpha) / (2 * root2 * b) * logarithm;
  }

  /** The largest root of the cubic, by Newton's method from the ideal gas or denser. */
  private static double compressibility(double a, double b) {
    double z = 1 + b;
    for (int i = 0; i < 100; i++) {
      double f = ((z - (1 - b)) * z + (a - 3 * b * b - 2 * b)) * z - (a * b - b * b - b * b * b);
      double df = (3 * z - 2 * (1 - b)) * z + (a - 3 * b * b - 2 * b);
      double next = z - f / df;
      if (Math.abs(next - z) < 1e-14) {
        return next;
      }
      z = next;
    }
    return z;
  }
}
