package org.iceball.injury;

import java.util.List;
import org.iceball.grid.Vec3;

/**
 * How much of the target the lethal zone covers. Errors are half-widths of numerical error bars,
 * NaN where not known.
 *
 * @param targetVolume [m3]
 * @param covered fraction of the target inside the lethal zone [1]
 * @param margins fractions for the target grown by each margin
 * @param leastMargin least distance from the target's surface outward to the edge of the lethal
 *     zone; negative where part of the target is left, minus the depth of what is left [m]
 * @param leastMarginAt where that is [m], RAS; null where there is no target
 * @param coveredError of {@code covered} [1]
 * @param leastMarginError of {@code leastMargin} [m]
 */
public record Coverage(
    double targetVolume,
    double covered,
    List<Margin> margins,
    double leastMargin,
    Vec3 leastMarginAt,
    double coveredError,
    double leastMarginError) {

  /** Without error bars. */
  public Coverage(
      double targetVolume,
      double covered,
      List<Margin> margins,
      double leastMargin,
      Vec3 leastMarginAt) {
    this(targetVolume, covered, margins, leastMargin, leastMarginAt, Double.NaN, Double.NaN);
  }

  /**
   * Coverage of the target grown by a margin, within the organ.
   *
   * @param margin how far the target is grown [m]
   * @param covered fraction inside the lethal zone [1]
   * @param error half-width of the error bar on {@code covered} [1], NaN where not known
   */
  public record Margin(double margin, double covered, double error) {

    /** Without an error bar. */
    public Margin(double margin, double covered) {
      this(margin, covered, Double.NaN);
    }
  }
}
