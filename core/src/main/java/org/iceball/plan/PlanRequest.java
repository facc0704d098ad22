package org.iceball.plan;

import java.util.List;
import org.iceball.device.Protocol;
import org.iceball.model.Case;

/**
 * What is to be planned.
 *
 * @param asked the case; its first needle that does not stay says what kind of needle is planned
 * @param rules that tracks keep to
 * @param fewest needles
 * @param most needles
 * @param protocols to choose from; empty for the needle's own
 * @param seed of all random numbers
 * @param threads that work at once
 * @param robust whether the plan that bears errors best is looked for
 */
public record PlanRequest(
    Case asked,
    PlanRules rules,
    int fewest,
    int most,
    List<Protocol> protocols,
    long seed,
    int threads,
    boolean robust) {
  /** Most needles of a plan. */
  public static final int MOST = 8;

  public PlanRequest {
    protocols = List.copyOf(protocols);
    if (fewest < 1 || most < fewest || most > MOST) {
      throw new IllegalArgumentException("from " + fewest + " to " + most + " needles");
    }
  }
}
