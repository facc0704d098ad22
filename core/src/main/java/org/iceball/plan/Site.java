package org.iceball.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iceball.device.Protocol;
import org.iceball.grid.Vec3;
import org.iceball.model.Case.PlannedNeedle;

/**
 * One tumour, one kind of needle and one protocol: all that a search for any number of needles
 * shares. Safe to share between threads.
 */
final class Site {
  /** What a plan that breaks a rule costs more than any that does not [1]. */
  private static final double BROKEN = 30;

  private final PlanRules rules;
  private final TrackCheck check;
  private final Ranker ranker;
  private final List<PlannedNeedle> kept;
  private final PlannedNeedle like;
  private final EvaluationLog log;
  private final Surrogate surrogate;
  private final Surrogate packing;

  /**
   * @param kept needles that stay
   * @param like a needle of the kind that is planned, with its protocol
   * @param crew that runs what the surrogate is made from
   */
  Site(
      PlanRules rules,
      TrackCheck check,
      Ranker ranker,
      List<PlannedNeedle> kept,
      PlannedNeedle like,
      EvaluationLog log,
      Crew crew) {
    this.rules = rules;
    this.check = check;
    this.ranker = ranker;
    this.kept = kept;
    this.like = like;
    this.log = log;
    Surrogate.Joined joined = Calibration.run(ranker.asked(), like, rules.law().isPresent(), crew);
    Samples samples = Samples.of(ranker, rules.margin());
    float[] nothing = new float[ranker.grid().cells()];
    float[] dents = Calibration.dents(ranker, joined.exponent());
    Surrogate bare = new Surrogate(joined, samples, nothing, dents, ranker.reference());
    float[] stay = bare.power(tracksOf(kept), ranker.grid());
    surrogate = new Surrogate(joined, samples, stay, dents, ranker.reference());
    packing = Packing.of(joined, samples, tracksOf(kept), ranker);
  }

  PlanRules rules() {
    return rules;
  }

  Ranker ranker() {
    return ranker;
  }

  TrackCheck check() {
    return check;
  }

  Protocol protocol() {
    return like.protocol();
  }

  Surrogate surrogate() {
    return surrogate;
  }

  /** Balls of ice as a needle alone makes them, side by side, without vessels. */
  Surrogate packing() {
    return packing;
  }

  /** Tracks of needles as they are; those aimed from the target's centre too. */
  private List<Track> tracksOf(List<PlannedNeedle> needles) {
    List<Track> tracks = new ArrayList<>();
    for (PlannedNeedle n : needles) {
      double length = n.probe().activeLength().value();
      Vec3 tip = n.placement().tip(ranker.anatomy().targetCentre(), length);
      Vec3 axis = n.placement().axis();
      tracks.add(new Track(tip.plus(axis.times(length / 2)), axis));
    }
    return tracks;
  }

  /** The planned needles as a case has them. */
  List<PlannedNeedle> needles(List<Track> tracks) {
    List<PlannedNeedle> needles = new ArrayList<>();
    for (int n = 0; n < tracks.size(); n++) {
      String name = "planned " + (n + 1);
      needles.add(
          new PlannedNeedle(
              name,
              like.probe(),
              tracks.get(n).placement(),
              like.start(),
              like.protocol(),
              like.drive()));
    }
    return needles;
  }

  /** The case's needles that stay. */
  List<PlannedNeedle> kept() {
    return kept;
  }

  /** The surrogate's objective, with what rules are broken by [1]. */
  double value(Surrogate of, List<Track> tracks) {
    double wrong = nearness(tracks) + outside(tracks);
    double depth = 0;
    for (Track t : tracks) {
      TrackCheck.Finding found = check.glance(t);
      wrong += found.wrong();
      depth += found.depth();
    }
    double broken = wrong > 0 ? BROKEN + wrong : 0;
    return of.value(tracks, depth, rules.weights()) + broken;
  }

  private double nearness(List<Track> tracks) {
    double near = 0;
    List<Track> stay = tracksOf(kept);
    for (int a = 0; a < tracks.size(); a++) {
      for (int b = 0; b < a; b++) {
        near += check.tooNear(tracks.get(a), tracks.get(b));
      }
      for (int b = 0; b < kept.size(); b++) {
        double length = kept.get(b).probe().activeLength().value();
        near += check.tooNear(tracks.get(a), stay.get(b), length);
      }
    }
    return near;
  }

  /** How far active zones reach beyond the coarse grid, about [mm]. */
  private double outside(List<Track> tracks) {
    double half = like.probe().activeLength().value() / 2;
    double sum = 0;
    for (Track t : tracks) {
      for (double end : new double[] {-half, half}) {
        Vec3 p = t.at(end);
        sum +=
            ranker.grid().contains(p) ? 0 : 1e3 * p.minus(ranker.anatomy().targetCentre()).norm();
      }
    }
    return sum;
  }

  /** Whether a plan keeps to all rules, every track looked at closely. */
  boolean isAllowed(List<Track> tracks) {
    return nearness(tracks) + outside(tracks) == 0
        && tracks.stream().allMatch(t -> check.look(t).wrong() == 0);
  }

  /**
   * What the engine says of a plan; empty where it breaks a rule.
   *
   * @return with the field of lowest temperatures, unless the log knew the plan
   */
  Optional<Candidate> evaluate(List<Track> tracks) {
    if (!isAllowed(tracks)) {
      return Optional.empty();
    }
    String key = EvaluationLog.key(ranker.fingerprint(), like.toString(), tracks);
    Optional<Score> known = log.find(key);
    if (known.isPresent()) {
      return Optional.of(new Candidate(tracks, known.get(), null));
    }
    Ranker.Ranked ranked = ranker.run(needles(tracks), depth(tracks));
    log.add(key, ranked.score());
    return Optional.of(new Candidate(tracks, ranked.score(), ranked.lowest()));
  }

  /** The same plan with its field of lowest temperatures. */
  Candidate withField(Candidate c) {
    return c.lowest() != null
        ? c
        : new Candidate(
            c.tracks(), c.score(), ranker.run(needles(c.tracks()), depth(c.tracks())).lowest());
  }

  double depth(List<Track> tracks) {
    return tracks.stream().mapToDouble(t -> check.look(t).depth()).sum();
  }

  /**
   * A plan and what the engine says of it.
   *
   * @param lowest lowest temperature of each cell [K], shape [cells]; null where it is not at hand
   */
  record Candidate(List<Track> tracks, Score score, float[] lowest) {
    Candidate {
      tracks = List.copyOf(tracks);
    }

    double value(PlanRules.Weights w) {
      return score.value(w);
    }
  }
}
