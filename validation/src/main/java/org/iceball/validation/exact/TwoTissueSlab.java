package org.iceball.validation.exact;

/**
 * Two layers in series between faces at given temperatures, after a long time and without
 * perfusion: one flux, two straight lines (Carslaw and Jaeger 1959, chapter III).
 *
 * @param leftConductivity of the layer next to x = 0 [W/(m K)]
 * @param leftThickness of that layer [m]
 * @param rightConductivity of the other layer [W/(m K)]
 * @param rightThickness of the other layer [m]
 * @param left temperature of the face at x = 0 [K]
 * @param right temperature of the far face [K]
 */
public record TwoTissueSlab(
    double leftConductivity,
    double leftThickness,
    double rightConductivity,
    double rightThickness,
    double left,
    double right) {
  public TwoTissueSlab {
    Require.positive("left conductivity", leftConductivity);
    Require.positive("left thickness", leftThickness);
    Require.positive("right conductivity", rightConductivity);
    Require.positive("right thickness", rightThickness);
  }

  /** Flux towards x = 0 [W/m2]; positive where the far face is the warmer one. */
  public double flux() {
    return (right - left) / (leftThickness / leftConductivity + rightThickness / rightConductivity);
  }

  /** Temperature where the layers meet [K]. */
  public double interfaceTemperature() {
    return left + flux() * leftThickness / leftConductivity;
  }

  /** Temperature [K] at depth x [m]. */
  public double temperature(double x) {
    return x < leftThickness
        ? left + flux() * x / leftConductivity
        : interfaceTemperature() + flux() * (x - leftThickness) / rightConductivity;
  }
}
