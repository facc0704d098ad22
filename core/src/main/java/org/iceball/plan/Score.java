package org.iceball.plan;

/**
 * What the engine says of a plan.
 *
 * @param covered part of the target that is dead [1]
 * @param marginCovered the same of target and margin [1]
 * @param leastMargin from the target's surface to the edge of the lethal temperature [m]
 * @param healthy frozen organ outside the target [m3]
 * @param excess how much colder than allowed the spared structures became, summed [K]
 * @param depth of all planned needles from entry to tip, summed [m]
 * @param reference volume of target and margin [m3]
 */
public record Score(
    double covered,
    double marginCovered,
    double leastMargin,
    double healthy,
    double excess,
    double depth,
    double reference) {

  /** What is to be minimised, without the price of needles and minutes [1]. */
  public double value(PlanRules.Weights w) {
    return w.target() * (1 - covered)
        + w.margin() * (1 - marginCovered)
        + w.healthy() * healthy / reference
        + w.spared() * excess
        + w.depth() * depth;
  }

  /**
   * The same with that price [1].
   *
   * @param needles how many are planned
   * @param duration of the protocol [s]
   */
  public double value(PlanRules.Weights w, int needles, double duration) {
    return value(w) + w.needle() * needles + w.minute() * duration / 60;
  }
}
