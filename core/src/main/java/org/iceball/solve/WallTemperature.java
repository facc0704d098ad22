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
    return temperature(curve, integral(curve, wall, index, enthalpy, blood));
  }

  /**
   * How thick the ice is on the inner side of the wall where it faces a cell [m]: so thick that it
   * passes on what its surface, at the freezing point, gets from the blood.
   */
  static double ice(VesselWall wall, int index, Model model, double enthalpy, double blood) {
    EnthalpyCurve curve = model.materialOf(wall.cells().cells()[index]).curve();
    double integral = integral(curve, wall, index, enthalpy, blood);
    return integral < 0 ? -integral / most(curve, wall, blood) : 0;
  }

  /** The conductivity integral at the wall [W/m]. */
  private static double integral(
      EnthalpyCurve curve, VesselWall wall, int index, double enthalpy, double blood) {
    double inside = curve.integral(curve.enthalpy(blood));
    double layer = curve.law().conductivity() / wall.film();
    double tissue = curve.integral(enthalpy);
    double part = layer / (layer + wall.reach()[index]);
    double unfrozen = inside + part * (tissue - inside);
    return unfrozen >= 0
        ? unfrozen
        : Math.min(0, tissue + most(curve, wall, blood) * wall.reach()[index]);
  }

  /** What a film gives to ice [W/m2]. */
  private static double most(EnthalpyCurve curve, VesselWall wall, double blood) {
    return curve.integral(curve.enthalpy(blood)) * wall.film() / curve.law().conductivity();
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
