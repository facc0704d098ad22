package org.iceball.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.iceball.grid.Grid;
import org.iceball.injury.ColdFraction;
import org.iceball.injury.Coverage;
import org.iceball.injury.LawZone;
import org.iceball.injury.TargetMask;
import org.iceball.model.Anatomy;
import org.iceball.model.Case;
import org.iceball.model.Case.PlannedNeedle;
import org.iceball.model.Numerics;
import org.iceball.solve.Outcome;
import org.iceball.solve.Simulation;
import org.iceball.solve.SparedReport;

/**
 * The engine on coarse cells round the target: what ranks plans. Immutable and safe to share
 * between threads.
 */
final class Ranker {
  /** Edge of a cell [m]. */
  static final double SPACING = 2e-3;

  private static final double ICE = 273.15;

  private final Case asked;
  private final Anatomy anatomy;
  private final PlanRules rules;
  private final TargetMask mask;
  private final double reference;

  /**
   * @param asked as {@link #coarse} made it
   * @param anatomy on its cells
   */
  Ranker(Case asked, Anatomy anatomy, PlanRules rules) {
    this.asked = asked;
    this.anatomy = anatomy;
    this.rules = rules;
    mask = asked.targetIn(anatomy.labels());
    double cells = 0;
    for (int c = 0; c < grid().cells(); c++) {
      cells += mask.counts(c) && mask.distance(c) <= rules.margin() ? 1 : 0;
    }
    reference = cells * grid().cellVolume();
  }

  /**
   * The case to rank with: coarse cells, nothing recorded that no plan is judged by, one thread,
   * single precision, and no needles but those that stay.
   *
   * @param kept needles that stay
   * @param around how far the grid reaches beyond the target [m]
   */
  static Case coarse(Case asked, PlanRules rules, List<PlannedNeedle> kept, double around) {
    Numerics n = asked.numerics();
    return asked
        .withSpacing(Math.max(SPACING, asked.spacing()))
        .withAround(around)
        .withNeedles(kept)
        .withSnapshotEvery(Double.POSITIVE_INFINITY)
        .withMargins(List.of(rules.margin()))
        .withInjury(rules.law().map(List::of).orElse(List.of()))
        .withNumerics(new Numerics(n.stepper(), Numerics.Precision.FP32, 1, "cpu"))
        .withRegions(Alike.thermally(asked.regions()));
  }

  Grid grid() {
    return anatomy.labels().grid();
  }

  TargetMask mask() {
    return mask;
  }

  Anatomy anatomy() {
    return anatomy;
  }

  Case asked() {
    return asked;
  }

  /** Volume of target and margin on these cells [m3]. */
  double reference() {
    return reference;
  }

  /**
   * A run.
   *
   * @param score what the plan is worth
   * @param lowest lowest temperature each cell ever had [K], shape [cells]; not modified
   */
  record Ranked(Score score, float[] lowest) {}

  /**
   * Runs a plan.
   *
   * @param needles the planned ones
   * @param depth sum of their depths [m]
   */
  Ranked run(List<PlannedNeedle> needles, double depth) {
    return run(asked, needles, depth);
  }

  /** The same with the case changed in its tissues or its needles' power. */
  Ranked run(Case changed, List<PlannedNeedle> needles, double depth) {
    List<PlannedNeedle> all = new ArrayList<>(changed.needles());
    all.addAll(needles);
    Outcome outcome = Simulation.run(changed.withNeedles(all), anatomy);
    return new Ranked(score(outcome, depth), outcome.lowest());
  }

  private Score score(Outcome outcome, double depth) {
    Coverage cold = coverage(outcome.lowest());
    double covered = cold.covered();
    double margin = cold.margins().get(0).covered();
    if (rules.law().isPresent()) {
      LawZone zone = outcome.injury().zones().get(0);
      covered = zone.covered();
      margin = zone.margins().get(0).covered();
    }
    double excess = 0;
    for (SparedReport r : outcome.spared()) {
      excess += Math.max(0, r.limit() - r.coldest());
    }
    return new Score(
        covered, margin, cold.leastMargin(), healthy(outcome.lowest()), excess, depth, reference);
  }

  /** Coverage by the lethal temperature; the margin's is the only one of its margins. */
  Coverage coverage(float[] lowest) {
    return mask.coverage(lowest, asked.lethal(), List.of(rules.margin()));
  }

  /** Frozen organ outside the target [m3]. */
  double healthy(float[] lowest) {
    float[] frozen = ColdFraction.of(grid(), lowest, ICE);
    double sum = 0;
    for (int c = 0; c < frozen.length; c++) {
      sum += mask.counts(c) && !mask.isTarget(c) ? frozen[c] : 0;
    }
    return sum * grid().cellVolume();
  }

  /** A number that differs where anything differs that a score depends on. */
  String fingerprint() {
    String text = asked + "|" + anatomy.labels().grid() + "|" + rules;
    return Integer.toHexString(text.hashCode())
        + Integer.toHexString(Arrays.hashCode(anatomy.labels().values()));
  }
}
