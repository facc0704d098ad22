package org.iceball.validation.reported;

/**
 * A reported figure beside the engine's (ASME V&V 20-2009).
 *
 * @param row what was reported
 * @param simulated the engine's figure, in the row's unit
 * @param uNumerical standard uncertainty from the grid
 * @param uInput standard uncertainty from inputs that the study and the library leave open
 */
public record Judged(ReportedRow row, double simulated, double uNumerical, double uInput) {
  /** E = S - D. */
  public double error() {
    return simulated - row.value();
  }

  /** u_val: of grid, inputs and report together. */
  public double uValidation() {
    return StrictMath.sqrt(uNumerical * uNumerical + uInput * uInput + row.u() * row.u());
  }

  /** Whether the difference is within twice its uncertainty. */
  public boolean isWithin() {
    return Math.abs(error()) <= 2 * uValidation();
  }
}
