package org.iceball.solve;

/**
 * Planes that a thread works in, in double precision. What lies in them is good for the rows that
 * are being computed only.
 */
final class Work64 {
  /** Conductivity integral of three planes: plane k lies in slot k mod 3 [W/m]. */
  final double[][] q;

  /** Enthalpy on trial [J/m3]. */
  final double[] y;

  /** What {@code q} is beside each cell, where it is not read from {@code q} itself [W/m]. */
  final double[] left;

  final double[] right;
  final double[] below;
  final double[] above;

  /** Conductivity integral in the plane before and in the one behind [W/m]. */
  double[] back;

  double[] front;

  /** Where these lie beyond the first and the last plane of the grid. */
  final double[] backRim;

  final double[] frontRim;

  /** The balance [W/m3]. */
  final double[] rate;

  /** What blood brings [W/m3]. */
  final double[] heat;

  /** What a trial step errs by [J/m3]. */
  final double[] error;

  /** What comes into one cell through its faces x-, x+, y-, y+, z-, z+ [W/m]. */
  final double[] flow = new double[6];

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
  Work64(int cells) {
    q = new double[3][cells];
    y = new double[cells];
    left = new double[cells];
    right = new double[cells];
    below = new double[cells];
    above = new double[cells];
    backRim = new double[cells];
    frontRim = new double[cells];
    rate = new double[cells];
    heat = new double[cells];
    error = new double[cells];
    seamTemperature = new /* wide */ double[3][cells];
    seamConductivity = new /* wide */ double[3][cells];
  }
}
