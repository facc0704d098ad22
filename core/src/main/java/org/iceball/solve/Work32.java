package org.iceball.solve;

/**
 * Planes that a thread works in, in single precision. What lies in them is good for the rows that
 * are being computed only.
 */
final class Work32 {
  /** Conductivity integral of three planes: plane k lies in slot k mod 3 [W/m]. */
  final float[][] q;

  /** Enthalpy on trial [J/m3]. */
  final float[] y;

  /** What {@code q} is beside each cell, where it is not read from {@code q} itself [W/m]. */
  final float[] left;

  final float[] right;
  final float[] below;
  final float[] above;

  /** Conductivity integral in the plane before and in the one behind [W/m]. */
  float[] back;

  float[] front;

  /** Where these lie beyond the first and the last plane of the grid. */
  final float[] backRim;

  final float[] frontRim;

  /** The balance [W/m3]. */
  final float[] rate;

  /** What blood brings [W/m3]. */
  final float[] heat;

  /** What a trial step errs by [J/m3]. */
  final float[] error;

  /** What comes into one cell through its faces x-, x+, y-, y+, z-, z+ [W/m]. */
  final float[] flow = new float[6];

  /**
   * Temperature [K] of the cells at seams in three planes, in slots as those of {@code q}; of other
   * cells anything.
   */
  final /* wide */ double[][] seamTemperature;

  /** Conductivity of the same cells [W/(m K)]. */
  final /* wide */ double[][] seamConductivity;

  /**
   * @param cells of a plane
   */
  Work32(int cells) {
    q = new float[3][cells];
    y = new float[cells];
    left = new float[cells];
    right = new float[cells];
    below = new float[cells];
    above = new float[cells];
    backRim = new float[cells];
    frontRim = new float[cells];
    rate = new float[cells];
    heat = new float[cells];
    error = new float[cells];
    seamTemperature = new /* wide */ double[3][cells];
    seamConductivity = new /* wide */ double[3][cells];
  }
}
