package org.iceball.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.iceball.plan.Site.Candidate;

/**
 * A plan with its scores under errors; where asked for, the one nearby that bears them best.
 *
 * @param plan the plan
 * @param robustness its scores
 */
record Hardened(Candidate plan, Robustness robustness) {
  /** Errors that the search is done under, always the same ones. */
  private static final int SCENARIOS = 8;

  private static final int EVALUATIONS = 700;
  private static final int ROUNDS = 2;

  /** Scores a plan, and looks for a more robust one where the request says so. */
  static Hardened of(Site site, Candidate plan, Crew crew, PlanRequest request, int draws) {
    Hardened best = scored(site, plan, crew, request, draws);
    for (int round = 0; request.robust() && round < ROUNDS; round++) {
      Optional<Candidate> other = site.evaluate(moved(site, best.plan(), request.seed() + round));
      if (other.isPresent()) {
        Hardened next = scored(site, other.get(), crew, request, draws);
        best = next.isSafer(best) ? next : best;
      }
    }
    return best;
  }

  private static Hardened scored(
      Site site, Candidate plan, Crew crew, PlanRequest request, int draws) {
    Candidate with = site.withField(plan);
    return new Hardened(with, Trials.of(site, with, crew).draw(draws, request.seed(), crew));
  }

  /** More draws with all of the target dead; where as many, the larger fifth percentile. */
  private boolean isSafer(Hardened other) {
    double gain = robustness.full() - other.robustness.full();
    return gain > 0 || (gain == 0 && robustness.coveredFifth() > other.robustness.coveredFifth());
  }

  /** The plan that is best on average over the scenarios, by the surrogate. */
  private static List<Track> moved(Site site, Candidate plan, long seed) {
    Surrogate agreeing =
        site.surrogate().agreeing(plan.tracks(), plan.lowest(), site.ranker().grid());
    Coding coding = new Coding(plan.tracks(), site.rules().template());
    double[] best =
        new Minimiser(Stop.NEVER)
            .minimise(
                x -> mean(site, agreeing, coding.tracks(x), seed),
                new double[coding.size()],
                0.15,
                EVALUATIONS,
                seed);
    return coding.tracks(best);
  }

  /** The objective of the plan itself, for its rules, and its mean under the scenarios. */
  private static double mean(Site site, Surrogate agreeing, List<Track> tracks, long seed) {
    double sum = site.value(agreeing, tracks);
    SplittableRandom random = new SplittableRandom(seed);
    for (int n = 0; n < SCENARIOS; n++) {
      List<Track> moved = new ArrayList<>();
      for (Track t : tracks) {
        moved.add(Trials.moved(t, site.rules().error(), random));
      }
      sum += agreeing.value(moved, 0, site.rules().weights());
    }
    return sum / (SCENARIOS + 1);
  }
}
