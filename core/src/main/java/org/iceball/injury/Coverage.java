package org.iceball.injury;

import java.util.List;
import org.iceball.grid.Vec3;

/**
 * How much of the target the lethal zone covers.
 *
 * @param targetVolume [m3]
 * @param covered fraction of the target inside the lethal zone [1]
 * @param margins fractions for the target grown by each margin
 * @param leastMargin least distance from the target's surface outward to the edge of the lethal
 *     zone; negative where part of the target is left, minus the depth of what is left [m]
 * @param leastMarginAt where that is [m], RAS; null where there is no target
 */
public record Coverage(
    double targetVolume,
    double covered,
    List<Margin> margins,
    double leastMargin,
    Vec3 leastMarginAt) {

  /**
   * Coverage of the target grown by a margin, within the organ.
   *
   * @param margin how far the target is grown [m]
   * @param covered fraction inside the lethal zone [1]
   */
  public record Margin(double margin, double covered) {}
}
