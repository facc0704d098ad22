package org.iceball.validation.exact;

/**
 * Three-state cell death at constant temperature without repair: dA/dt = -f (1 - A) A, dD/dt = f (1
 * - A) (1 - A - D) (O'Neill et al., Ann. Biomed. Eng. 39:570, 2011, with k_b = 0). A is a logistic
 * curve; along it the vulnerable part V = 1 - A - D obeys dV/dA = V/A - 1.
 *
 * @param rate f [1/s]
 * @param alive A at the start; all other cells are vulnerable [1]
 */
public record ThreeStateDeath(double rate, double alive) {

  /** Part that is alive [1] after t [s]. */
  public double alive(double t) {
    return 1 / (1 + (1 - alive) / alive * Math.exp(rate * t));
  }

  /** Part that is dead [1] after t [s]. */
  public double dead(double t) {
    double a = alive(t);
    double vulnerable = a * ((1 - alive) / alive + Math.log(alive / a));
    return 1 - a - vulnerable;
  }
}
