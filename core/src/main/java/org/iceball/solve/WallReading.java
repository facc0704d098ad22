package org.iceball.solve;

import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.model.Model;
import org.iceball.model.VesselWall;
import org.iceball.tissue.EnthalpyCurve;
import org.iceball.tissue.Tissue.Blood;

/**
 * What can be read off a piece of wall at one moment.
 *
 * @param coldest its lowest temperature [K]
 * @param at where that is [m], RAS
 * @param mean its mean temperature [K]
 * @param ice how thick the ice is on its inner side at most [m]
 * @param round part of it that is frozen [1]
 */
record WallReading(double coldest, Vec3 at, double mean, double ice, double round) {

  /**
   * Reads a piece of wall.
   *
   * @param middle of the piece [m], RAS
   * @param temperature of the cells now [K], shape [cells]; not modified
   * @param blood its temperature [K]; NaN where it stands still
   * @param power that the wall gives now [W]
   */
  static WallReading of(
      VesselWall wall, Vec3 middle, Model model, float[] temperature, double blood, double power) {
    boolean still = Double.isNaN(blood);
    if (wall.isLine() && !still) {
      double t = blood - power / (wall.area() * wall.film());
      return new WallReading(t, middle, t, 0, t < BloodFlow.FREEZING ? 1 : 0);
    }
    double coldest = Double.POSITIVE_INFINITY;
    int at = -1;
    double sum = 0;
    double weight = 0;
    double ice = 0;
    double frozen = 0;
    int[] cells = wall.cells().cells();
    for (int c = 0; c < cells.length; c++) {
      if (model.materialOf(cells[c]).held()) {
        continue;
      }
      double t = temperature[cells[c]];
      if (!still) {
        EnthalpyCurve curve = model.materialOf(cells[c]).curve();
        double enthalpy = curve.enthalpy(t);
        t = WallTemperature.of(wall, c, model, enthalpy, blood);
        ice = Math.max(ice, WallTemperature.ice(wall, c, model, enthalpy, blood));
      }
      double g = wall.cells().conductance()[c];
      sum += g * t;
      weight += g;
      frozen += t < BloodFlow.FREEZING ? g : 0;
      if (t < coldest) {
        coldest = t;
        at = cells[c];
      }
    }
    if (at < 0) {
      return new WallReading(Blood.TEMPERATURE, middle, Blood.TEMPERATURE, 0, 0);
    }
    Grid g = model.grid();
    Vec3 where = g.centre(at);
    return new WallReading(coldest, where, sum / weight, ice, frozen / weight);
  }
}
