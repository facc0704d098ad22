package org.iceball.validation.bars;

import java.util.Locale;

/**
 * A figure with its error bar beside the truth.
 *
 * @param family of cases it belongs to
 * @param what it is, for people
 * @param value the engine's figure, SI
 * @param bar half-width of its error bar, the same unit; NaN where the engine gives none
 * @param exact the truth, the same unit
 */
public record BarCheck(String family, String what, double value, double bar, double exact) {

  /** True where the engine gave an error bar. */
  public boolean hasBar() {
    return Double.isFinite(bar);
  }

  /** True where the bar reaches the truth. */
  public boolean covers() {
    return Math.abs(value - exact) <= bar;
  }

  /** One line: value, bar, truth, and the part of the bar that the error takes. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%-7s %-6s %s: %.4g +/- %.2g, exact %.4g, error %+.2g",
        family,
        hasBar() ? covers() ? "" : "MISSED" : "no bar",
        what,
        value,
        bar,
        exact,
        value - exact);
  }
}
