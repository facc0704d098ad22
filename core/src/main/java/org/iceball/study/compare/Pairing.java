package org.iceball.study.compare;

import java.util.Locale;
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

  /** Name of the rule for people. */
  public String title() {
    return switch (matching) {
      case REACH -> "equal reach";
      case EFFORT -> isEqualEffort() ? "equal effort" : "as planned";
    };
  }

  /** What is the same in both arms, in words. */
  public String rule() {
    return switch (matching) {
      case REACH -> "the same volume dead in the organ's tissue without vessels or tumour";
      case EFFORT ->
          isEqualEffort()
              ? "as many applicators for as many minutes"
              : String.format(
                  Locale.ROOT,
                  "%s with %s, %s with %s",
                  first.arm().name(),
                  effort(first),
                  second.arm().name(),
                  effort(second));
    };
  }

  private boolean isEqualEffort() {
    return first.outcome().needles().size() == second.outcome().needles().size()
        && Math.abs(first.arm().duration() - second.arm().duration()) < 1;
  }

  private static String effort(ArmResult r) {
    return String.format(
        Locale.ROOT,
        "%d applicators for %.0f min",
        r.outcome().needles().size(),
        r.arm().duration() / 60);
  }

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
