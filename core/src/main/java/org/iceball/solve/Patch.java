package org.iceball.solve;

/**
 * Cells that move on together. Holds their state and does arithmetic on it; decides nothing. The
 * state is the enthalpy h [J/m3] of every cell, a change d [J/m3] on trial, and the rate of change
 * m [W/m3].
 *
 * <p>Every method that evaluates the balance also reports the total powers [W] of its terms, shape
 * [needles + 5]: heat from each needle (negative while it cools), then perfusion, metabolism, outer
 * faces, vessels, electric current. See {@link Powers}.
 */
public interface Patch {

  /** m = balance(h). */
  void rate(double[] powers);

  /** First stage: d = a m, and the change before it is zero. */
  void firstStage(double a);

  /** Next stage: d = mu d + nu (d before) + a balance(h + d) + b m. */
  void nextStage(double mu, double nu, double a, double b, double[] powers);

  /**
   * Evaluates the balance at the trial state, and the error of the trial step.
   *
   * @param tau length of the step [s]
   * @param powers as for {@link #rate}
   * @return the sum over all cells of |0.8 (tau (m + m') / 2 - d)| over the sum of |d| [1]; 0 where
   *     nothing changed, infinite where a cell lost more than the patch was prepared for.
   *     Sommeijer, Shampine, Verwer 1998, RKC, eq. (2.11).
   */
  double attempt(double tau, double[] powers);

  /** Accepts the trial: h += d, tissue at or below the liquidus loses its blood for good. */
  void accept();

  /** Like {@link #accept}, and the rate that {@link #attempt} found becomes m. */
  void acceptWithRate();

  /**
   * The largest eigenvalue the explicit steppers must respect, a bound [1/s].
   *
   * @param coldestWall temperature of the coldest driven wall [K], or positive infinity
   */
  double stiffness(double coldestWall);

  /** Most stages of a step that keeps the maximum principle; see {@link Stiffness#mostStages}. */
  int mostStages();

  /** The cells of the patch in the grid of the model. */
  Box region();

  /**
   * Copies the enthalpy of cells from one up to, without, another of a plane [J/m3].
   *
   * @param k plane of the patch
   * @param into shape [rows * columns of the patch], x fastest; modified between the two
   */
  void readEnthalpy(int k, int from, int to, double[] into);
}
