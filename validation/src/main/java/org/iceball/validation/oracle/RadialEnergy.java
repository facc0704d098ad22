package org.iceball.validation.oracle;

/**
 * Where heat came from and went to since the start, for a metre of needle.
 *
 * @param needle heat that the needle took [J/m]
 * @param blood heat that blood brought [J/m]
 * @param metabolism heat that the tissue made [J/m]
 * @param boundary heat that entered through the outer radius [J/m]
 * @param stored what the tissue's enthalpy rose by [J/m]
 */
public record RadialEnergy(
    double needle, double blood, double metabolism, double boundary, double stored) {
  /** Nothing yet. */
  static final RadialEnergy NONE = new RadialEnergy(0, 0, 0, 0, 0);

  /** What doesn't add up, as a share of all the heat that moved [1]. */
  public double imbalance() {
    double moved = Math.abs(needle) + Math.abs(blood) + Math.abs(metabolism) + Math.abs(boundary);
    return moved == 0 ? 0 : (stored - blood - metabolism - boundary + needle) / moved;
  }
}
