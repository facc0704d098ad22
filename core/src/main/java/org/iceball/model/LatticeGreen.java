package org.iceball.model;

/**
 * Potential of a unit point source on the infinite square lattice: the solution of u(left) +
 * u(right) + u(below) + u(above) - 4 u = delta with u(0, 0) = 0.
 *
 * <p>Far away it is (ln r + gamma + 1.5 ln 2) / (2 pi). The integral form is that of Spitzer,
 * Principles of Random Walk (1976), section 15, with one of its two integrals done in closed form.
 */
final class LatticeGreen {
  /** gamma + 1.5 ln 2, of the far field [1]. */
  static final double FAR_CONSTANT = 0.5772156649015329 + 1.5 * 0.6931471805599453;

  private static final int PANELS = 256;

  /** Potentials at least so far are kept: the widest Gaussian of a line reaches 14 cells. */
  private static final int KEPT = 14;

  /** The constants that every needle needs, shape [larger index][smaller]; never modified. */
  private static final double[][] NEAR = near();

  private LatticeGreen() {}

  private static double[][] near() {
    double[][] near = new double[KEPT + 1][];
    for (int big = 0; big <= KEPT; big++) {
      near[big] = new double[big + 1];
      for (int small = 0; small <= big; small++) {
        near[big][small] = integral(big, small);
      }
    }
    return near;
  }

  /** The potential at lattice distance (m, n) from the source [1]. */
  static double potential(int m, int n) {
    int big = Math.max(Math.abs(m), Math.abs(n));
    int small = Math.min(Math.abs(m), Math.abs(n));
    return big <= KEPT ? NEAR[big][small] : integral(big, small);
  }

  /** The larger index damps the integrand. */
  private static double integral(int big, int small) {
    double step = Math.PI / PANELS;
    double sum = 0;
    for (int p = 0; p < PANELS; p++) {
      double mid = (p + 0.5) * step;
      double off = 0.5 * step / StrictMath.sqrt(3);
      sum += integrand(mid - off, big, small) + integrand(mid + off, big, small);
    }
    return sum * step / (4 * Math.PI);
  }

  private static double integrand(double t, int m, int n) {
    double c = 2 - StrictMath.cos(t);
    double s = StrictMath.log(c + StrictMath.sqrt(c * c - 1));
    return (1 - StrictMath.exp(-m * s) * StrictMath.cos(n * t)) / StrictMath.sinh(s);
  }
}
