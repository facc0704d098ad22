package org.iceball.study.compare;

import java.util.Optional;

/**
 * Both arms under one rule of matching. A difference is the second arm's figure less the first's,
 * so that swapping the arms swaps its sign.
 *
 * @param matching the rule
 * @param reach how the arms were matched; empty where they work as planned
 * @param first arm
 * @param second arm
 */
public record Pairing(Matching matching, Optional<Reach> reach, ArmResult first, ArmResult second) {

  /** How much more of target and margin [m] the second arm leaves alive [1]. */
  public double difference(double margin) {
    return second.uncovered(margin) - first.uncovered(margin);
  }

  /**
   * Half-width of the numerical error bar of that [1]: both arms' as independent errors. They are
   * not quite, for the cells are the same; a bar from the difference on two grids could be small by
   * chance.
   */
  public double differenceError(double margin) {
    return Math.hypot(first.uncoveredError(margin), second.uncoveredError(margin));
  }

  /** Whether the arms differ by more than the cells' error can make them. */
  public boolean differs(double margin) {
    return Math.abs(difference(margin)) > differenceError(margin);
  }
}
