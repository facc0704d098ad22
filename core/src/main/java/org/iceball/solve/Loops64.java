package org.iceball.solve;

import org.iceball.grid.Vectors;

/**
 * The loops that every evaluation of the balance runs over the cells of a plane, in double
 * precision. There are two writings with the same bits: {@link PlainLoops64}, and one with the
 * Vector API where Java was started with {@code --add-modules jdk.incubator.vector}.
 */
interface Loops64 {
  /** The fastest that this Java offers. */
  static Loops64 best() {
    Object found = Vectors.loops("org.iceball.solve.VectorLoops64");
    return found instanceof Loops64 loops ? loops : new PlainLoops64();
  }

  /**
   * Conductivity integral of enthalpies h + d.
   *
   * @param d change on trial
   * @param y to work in
   * @param q result; modified
   * @param c the curve's numbers
   * @param knots only the first of these are reached
   */
  void integral(
      double[] h, double[] d, double[] y, double[] q, int from, int to, double[] c, int knots);

  /**
   * Prepares {@link #conduct} for the rows from one index up to another; it then expects the edges'
   * neighbours to be overwritten.
   *
   * @param first where the first row that is computed at all starts
   * @param last where the last one ends
   */
  void shift(Work64 w, double[] q, int nx, int first, int last, int from, int to);

  /**
   * Term (1) into {@code w.rate}, for the rows from one index up to another. Neighbours beyond the
   * first and last cell of a row are in {@code w.left} and {@code w.right}, those beyond the first
   * and last row that are computed at all in {@code w.below} and {@code w.above}, those in the
   * planes beside in {@code w.back} and {@code w.front}.
   */
  void conduct(Work64 w, double[] q, int nx, int first, int last, int from, int to, double perArea);

  /** Terms (2) and (3) added to {@code w.rate}; the heat that blood brings into {@code w.heat}. */
  void perfuse(Work64 w, double[] h, double[] d, double[] alive, int from, int to, double[] p);

  /** e = mu d + nu e + (a rate + b m). */
  void stage(
      double[] e,
      double mu,
      double[] d,
      double nu,
      double a,
      double[] rate,
      double b,
      double[] m,
      int from,
      int to);
}
