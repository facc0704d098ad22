package org.iceball.validation.exact;

/**
 * Perfused slab between two faces at given temperatures, after a long time (Carslaw and Jaeger
 * 1959, chapter IV): hyperbolic sines of the distance over the perfusion length.
 *
 * @param tissue perfused tissue
 * @param thickness [m]
 * @param left temperature of the face at x = 0 [K]
 * @param right temperature of the face at x = thickness [K]
 */
public record PennesSlab(PerfusedMedium tissue, double thickness, double left, double right) {
  public PennesSlab {
    Require.positive("thickness", thickness);
  }

  /** Temperature [K] at depth x [m], after a long time. */
  public double steady(double x) {
    double rest = tissue.restTemperature();
    return rest + (left - rest) * share(thickness - x) + (right - rest) * share(x);
  }

  /** sinh(x/ell)/sinh(d/ell), written so that a thick slab does not overflow. */
  private double share(double x) {
    double ell = tissue.length();
    return Math.exp((x - thickness) / ell)
        * Math.expm1(-2 * x / ell)
        / Math.expm1(-2 * thickness / ell);
  }
}
