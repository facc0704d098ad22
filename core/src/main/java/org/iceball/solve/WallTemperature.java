package org.iceball.solve;

import org.iceball.model.Model;
import org.iceball.model.VesselWall;
import org.iceball.tissue.EnthalpyCurve;

/** The temperature of a vessel's wall, between the blood and the tissue beside it. */
final class WallTemperature {
  private WallTemperature() {}

  /**
   * Temperature of the wall [K] where it faces a cell.
   *
   * @param wall a resolved one
   * @param index of the cell among those of the wall
   * @param enthalpy of the cell [J/m3]
   * @param blood temperature [K]
   */
  static double of(VesselWall wall, int index, Model model, double enthalpy, double blood) {
    EnthalpyCurve curve = model.materialOf(wall.cells().cells()[index]).curve();
    double inside = curve.integral(curve.enthalpy(blood));
    double layer = curve.law().conductivity() / wall.film();
    double tissue = curve.integral(enthalpy);
    double part = layer / (layer + wall.reach()[index]);
    return temperature(curve, inside + part * (tissue - inside));
  }

  /** Temperature [K] at a conductivity integral [W/m]. */
  static double temperature(EnthalpyCurve curve, double integral) {
    if (integral >= 0) {
      return curve.temperature(integral / curve.slopeQ());
    }
    double low = curve.enthalpy(EnthalpyCurve.COLDEST);
    double high = 0;
    for (int i = 0; i < 60; i++) {
      double middle = 0.5 * (low + high);
      if (curve.integral(middle) < integral) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return curve.temperature(high);
  }
}
