package org.iceball.validation.exact;

/**
 * Frozen tissue on a vessel wall that blood keeps at the freezing point: the steady flux h (T_b -
 * T_m) through the wall sets how far an isotherm stays away (flux continuity in a plane layer,
 * Carslaw and Jaeger 1959, chapter III).
 *
 * @param conductivity of the frozen tissue [W/(m K)]
 * @param coefficient heat transfer at the wall h [W/(m2 K)]
 * @param freezing temperature of the wall T_m [K]
 * @param blood temperature T_b [K]
 */
public record WarmWallGap(double conductivity, double coefficient, double freezing, double blood) {
  public WarmWallGap {
    Require.positive("conductivity", conductivity);
    Require.positive("coefficient", coefficient);
    Require.rising("freezing and blood temperature", freezing, blood);
  }

  /** Distance [m] between the wall and the isotherm of a temperature below freezing [K]. */
  public double distance(double isotherm) {
    return conductivity * (freezing - isotherm) / (coefficient * (blood - freezing));
  }
}
