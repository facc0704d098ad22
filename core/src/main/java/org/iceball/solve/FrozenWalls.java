package org.iceball.solve;

import org.iceball.model.Model;
import org.iceball.model.NeedleCells;
import org.iceball.model.VesselWall;

/**
 * Tells whether walls are frozen, at one moment. A wall is frozen where the tissue takes more heat
 * than the film lets through at the freezing point, h (T_blood - T_liquidus).
 */
final class FrozenWalls {
  /** A piece with less of its wall than this is open to its neighbours at a fork [1]. */
  private static final double WHOLE = 0.6;

  private final Model model;
  private final Backend backend;
  private double[] enthalpy;

  FrozenWalls(Model model, Backend backend) {
    this.model = model;
    this.backend = backend;
  }

  /**
   * Whether a piece has most of its wall, so that ice all round it closes the lumen.
   *
   * @param whole area of the wall of its piece if it were closed all round [m2]
   */
  static boolean isClosed(VesselWall wall, double whole) {
    return wall.area() >= WHOLE * whole;
  }

  /**
   * Whether a wall is frozen all round.
   *
   * @param whole area of the wall of its piece if it were closed all round [m2]
   * @param blood temperature of its blood [K]
   * @param power heat that it gives now [W]
   */
  boolean allRound(VesselWall wall, double whole, double blood, double power) {
    if (Double.isInfinite(wall.film()) || !isClosed(wall, whole)) {
      return false;
    }
    double mean = power / wall.area();
    double most = wall.film() * (blood - BloodFlow.FREEZING);
    if (wall.isLine()) {
      return mean >= most;
    }
    if (mean < 0.9 * most) {
      return false;
    }
    NeedleCells cells = wall.cells();
    for (int c = 0; c < cells.cells().length; c++) {
      int cell = cells.cells()[c];
      if (!model.materialOf(cell).held()
          && WallTemperature.of(wall, c, model, enthalpyOf(cell), blood) > BloodFlow.FREEZING) {
        return false;
      }
    }
    return true;
  }

  /** Whether the tissue at a wall that was shut is warmer than freezing, taken together. */
  boolean hasThawed(VesselWall wall) {
    NeedleCells cells = wall.cells();
    double sum = 0;
    double weight = 0;
    for (int c = 0; c < cells.cells().length; c++) {
      int cell = cells.cells()[c];
      if (!model.materialOf(cell).held()) {
        double g = cells.conductance()[c];
        sum += g * model.materialOf(cell).curve().temperature(enthalpyOf(cell));
        weight += g;
      }
    }
    return sum > BloodFlow.FREEZING * weight;
  }

  private double enthalpyOf(int cell) {
    if (enthalpy == null) {
      enthalpy = new double[model.grid().cells()];
      backend.readEnthalpy(enthalpy);
    }
    return enthalpy[cell];
  }
}
