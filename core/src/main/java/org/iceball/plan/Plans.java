package org.iceball.plan;

import java.util.Comparator;
import java.util.List;

/**
 * What came of planning.
 *
 * @param request what was asked
 * @param plans the best for each number of needles and each protocol, fewest needles first
 * @param runs of the engine on coarse cells that this took
 * @param stopped whether the search was ended before it was done
 */
public record Plans(PlanRequest request, List<Plan> plans, int runs, boolean stopped) {
  public Plans {
    plans = List.copyOf(plans);
  }

  /** The plans that no other beats: the front of needles and minutes against coverage. */
  public List<Plan> front() {
    return plans.stream().filter(p -> plans.stream().noneMatch(p::isBeatenBy)).toList();
  }

  /** The plan whose objective is least, needles and minutes priced in. */
  public Plan preferred() {
    return plans.stream().min(Comparator.comparingDouble(this::price)).orElseThrow();
  }

  /** Objective of a plan with the price of its needles and minutes [1]. */
  public double price(Plan p) {
    PlanRules.Weights w = request.rules().weights();
    return p.ranked().value(w, p.needles(), p.protocol().duration());
  }
}
