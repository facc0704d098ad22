package org.iceball.validation.exact;

/**
 * A spherical radio-frequency electrode in an endless medium without perfusion, its surface taking
 * no heat, after a long time. The surface obeys the relation between temperature and potential, dT
 * = sigma V^2 / (2 k), whatever the geometry (Kohlrausch, Ann. Phys. 306:132, 1900; Carslaw and
 * Jaeger 1959, chapter IV).
 *
 * @param radius of the electrode [m]
 * @param electricConductivity sigma [S/m]
 * @param conductivity k [W/(m K)]
 * @param voltage root mean square, against infinity [V]
 */
public record RfSphere(
    double radius, double electricConductivity, double conductivity, double voltage) {
  public RfSphere {
    Require.positive("radius", radius);
    Require.positive("electric conductivity", electricConductivity);
    Require.positive("conductivity", conductivity);
  }

  /** Resistance to infinity [ohm]. */
  public double resistance() {
    return 1 / (4 * Math.PI * electricConductivity * radius);
  }

  /** Rise [K] at r, at least the electrode's radius [m]. */
  public double rise(double r) {
    double strength = electricConductivity * voltage * voltage * radius * radius / conductivity;
    return strength * (1 / (radius * r) - 1 / (2 * r * r));
  }
}
