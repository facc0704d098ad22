package org.iceball.model;

import static org.iceball.tissue.TissueProperty.METABOLIC_HEAT;
import static org.iceball.tissue.TissueProperty.PERFUSION;

import org.iceball.tissue.EnthalpyCurve;
import org.iceball.tissue.Tissue;

/**
 * The heat that blood brings to a living cell, as a function of the cell's enthalpy (term 2).
 *
 * <p>Above a knot it is W (T_blood - T). A cell close to the liquidus holds the front itself: part
 * of it is ice and gets no blood. The boundary layer beside the front is T_blood - T = (T_blood -
 * T_liquidus) exp(-x/l) with l = sqrt(k/W), 2.9 mm in liver, so the cell's own temperature tells
 * how far away the front is, x; when that is less than half a cell, the perfused part of the cell
 * is less than one. The part falls linearly from 1 (front at the cell's edge) to {@link
 * #PERFUSED_AT_FRONT} (front at its centre), and to nothing just below the liquidus.
 *
 * <p>Without this the textbook switch at the liquidus makes iceballs in perfused liver up to 2.7 %
 * too small at 2 mm; see docs/decisions/0002-perfusion-at-the-front.md.
 *
 * @param perCelsius W = perfusion times heat capacity of blood [W/(m3 K)]
 * @param metabolism [W/m3]
 * @param full above this enthalpy the whole cell is perfused [J/m3]
 * @param base value at zero enthalpy of the line that holds above {@code full} [W/m3]
 * @param slope of that line [1/s]
 * @param bendFull change of slope below {@code full}, per u = twice the depth below it [1/s]
 * @param bendFront the same below zero enthalpy
 * @param bendOff the same below {@link #OFF}
 */
public record PerfusionLaw(
    double perCelsius,
    double metabolism,
    double full,
    double base,
    double slope,
    double bendFull,
    double bendFront,
    double bendOff) {

  /**
   * Perfused part of a cell whose centre the front has reached [1]. A half by geometry; but the
   * cell dwells at the front, and the switch acts once. 0.75 lies between the two; measured, see
   * the decision record.
   */
  public static final double PERFUSED_AT_FRONT = 0.75;

  /** How far from body temperature a start still counts as a living body's [K]. */
  public static final double WARM_ENOUGH = 1.0;

  /** Enthalpy below which nothing is perfused, 1 % of the latent heat below the liquidus [J/m3]. */
  public static final double OFF = -2.5e6;

  /**
   * The law of a tissue on a grid.
   *
   * @param tissue whose perfusion and metabolism
   * @param curve its enthalpy curve
   * @param spacing of the grid [m]
   * @param start temperature of the tissue at the start [K]; where it is within {@link
   *     #WARM_ENOUGH} of body temperature, tissue and blood are taken to be in balance: the blood
   *     arrives cooler by what metabolism adds, T_start - metabolism / W
   */
  public static PerfusionLaw of(Tissue tissue, EnthalpyCurve curve, double spacing, double start) {
    double w = tissue.value(PERFUSION) * Tissue.Blood.HEAT_CAPACITY;
    double blood = Tissue.Blood.TEMPERATURE;
    if (w > 0 && Math.abs(start - blood) <= WARM_ENOUGH) {
      blood = start - tissue.value(METABOLIC_HEAT) / w;
    }
    double atFront = blood - curve.law().liquidus();
    double base = w * atFront;
    double slope = -w * curve.slopeT();
    double layer = Math.sqrt(curve.law().conductivity() / Math.max(w, 1e-300));
    double warmer = atFront * -StrictMath.expm1(-0.5 * spacing / layer);
    double full = Math.max(warmer / curve.slopeT(), 1);
    double atFull = base + slope * full;
    double atZero = PERFUSED_AT_FRONT * base;
    // slopes of the three pieces below `full`
    double nearFront = (atFull - atZero) / full;
    double switching = atZero / -OFF;
    return new PerfusionLaw(
        w,
        tissue.value(METABOLIC_HEAT),
        full,
        base,
        slope,
        (slope - nearFront) / 2,
        (nearFront - switching) / 2,
        switching / 2);
  }

  /** Heat that blood brings [W/m3] to a living cell with this enthalpy [J/m3]. */
  public double heat(double enthalpy) {
    double f = enthalpy - full;
    double z = enthalpy;
    double o = enthalpy - OFF;
    return (base + slope * enthalpy)
        + ((Math.abs(f) - f) * bendFull
            + ((Math.abs(z) - z) * bendFront + (Math.abs(o) - o) * bendOff));
  }
}
