package org.iceball.injury;

/**
 * Dead is what was ever colder than a temperature.
 *
 * @param temperature [K]
 */
public record Isotherm(double temperature) implements InjuryLaw {

  @Override
  public Cause cause() {
    return Cause.FREEZING;
  }

  @Override
  public float[] dead(Evidence evidence) {
    return evidence.colderThan(temperature);
  }
}
