package org.iceball.device;

/**
 * What the needles of a case hang on: a bottle with its regulator.
 *
 * @param pressure in front of the needles [Pa]
 * @param temperature of the gas as it comes [K]
 * @param flowLimit most gas that all needles together can get [kg/s], as argon; infinite where the
 *     regulator is no bottleneck
 */
public record GasSupply(double pressure, double temperature, double flowLimit) {
  /**
   * 24 MPa (3500 psi) at 20 degC without a bottleneck: bottles work at 20 to 31 MPa (probes.csv of
   * the reference pack, from memory, unverified), and needles fired together did not hinder each
   * other (Sprenkle, J Endourol, doi 10.1089/end.2009.0587).
   */
  public static final GasSupply ORDINARY = new GasSupply(24e6, 293.15, Double.POSITIVE_INFINITY);
}
