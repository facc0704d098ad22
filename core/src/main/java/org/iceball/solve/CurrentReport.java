package org.iceball.solve;

import java.util.List;

/**
 * How the generator fared over a run.
 *
 * @param energy that it gave [J]
 * @param inTissue part of it that became heat in the tissue of the box [J]
 * @param inBlood part of it that became heat in the blood of held lumina [J]
 * @param beyond part of it that became heat outside the box, in the pad and the leads [J]
 * @param mostPower [W]
 * @param mostCurrent [A]
 * @param firstImpedance when first on [ohm]
 * @param leastImpedance [ohm]
 * @param lastImpedance when last on [ohm]
 * @param rollOffs times at which the impedance rolled off [s]
 * @param reachedAt when the target temperature was reached [s]; NaN where it was not, or none is
 * @param secondsOn time with current [s]
 * @param solves how often the potential was found anew
 * @param iterations of all of them
 */
public record CurrentReport(
    double energy,
    double inTissue,
    double inBlood,
    double beyond,
    double mostPower,
    double mostCurrent,
    double firstImpedance,
    double leastImpedance,
    double lastImpedance,
    List<Double> rollOffs,
    double reachedAt,
    double secondsOn,
    int solves,
    long iterations) {
  public CurrentReport {
    rollOffs = List.copyOf(rollOffs);
  }
}
