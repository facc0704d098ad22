package org.iceball.device;

import org.iceball.tissue.Cited;

/**
 * A kind of cryoprobe: a thin metal needle that cools along its active zone.
 *
 * @param name how case files call it
 * @param description one line for people
 * @param diameter outer diameter of the shaft [m]
 * @param activeLength length of the cooled zone, which ends at the tip [m]
 * @param freezeTemperature wall temperature that argon settles at [K]
 * @param freezeTimeConstant time in which the wall gets 63 % of the way there; 0 is at once [s]
 * @param thawTemperature wall temperature that helium settles at [K]
 * @param thawTimeConstant the same for helium [s]
 * @param gas what its gas can carry off; null where only the wall is known
 */
public record Cryoprobe(
    String name,
    String description,
    Cited diameter,
    Cited activeLength,
    Cited freezeTemperature,
    Cited freezeTimeConstant,
    Cited thawTemperature,
    Cited thawTimeConstant,
    GasCooling gas)
    implements Applicator {

  /** A probe of which only the wall is known. */
  public Cryoprobe(
      String name,
      String description,
      Cited diameter,
      Cited activeLength,
      Cited freezeTemperature,
      Cited freezeTimeConstant,
      Cited thawTemperature,
      Cited thawTimeConstant) {
    this(
        name,
        description,
        diameter,
        activeLength,
        freezeTemperature,
        freezeTimeConstant,
        thawTemperature,
        thawTimeConstant,
        null);
  }

  /** The same with another active zone [m]. */
  public Cryoprobe withActiveLength(Cited other) {
    return new Cryoprobe(
        name,
        description,
        diameter,
        other,
        freezeTemperature,
        freezeTimeConstant,
        thawTemperature,
        thawTimeConstant,
        gas);
  }

  /** The same with another gas; null where only the wall is known. */
  public Cryoprobe withGas(GasCooling other) {
    return new Cryoprobe(
        name,
        description,
        diameter,
        activeLength,
        freezeTemperature,
        freezeTimeConstant,
        thawTemperature,
        thawTimeConstant,
        other);
  }

  @Override
  public double activeSurface() {
    return Math.PI * diameter.value() * activeLength.value();
  }
}
