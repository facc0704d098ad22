package org.iceball.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.iceball.grid.Vec3;
import org.iceball.model.Case.PlannedNeedle;
import org.iceball.plan.Site.Candidate;

/**
 * A plan beside those it is measured against. All have as many needles of the same kind, and keep
 * to the same rules.
 *
 * @param planned what the search finds
 * @param packed iceballs as needles make them alone, packed so that they fill the target; no run of
 *     the engine, and no vessel, takes part
 * @param random the best of as many random plans as the search had runs of the engine, by the same
 *     objective
 * @param runs of the engine that the search and the random plans each had
 */
public record Contest(
    List<PlannedNeedle> planned, List<PlannedNeedle> packed, List<PlannedNeedle> random, int runs) {
  /** How far random needles are tilted from one of the ways in, the tangent of the angle [1]. */
  private static final double TILT = 0.5;

  public Contest {
    planned = List.copyOf(planned);
    packed = List.copyOf(packed);
    random = List.copyOf(random);
  }

  /**
   * Holds it.
   *
   * @param needles how many
   * @param seed of the random plans
   */
  static Contest of(Planner planner, int needles, long seed) {
    Site site = planner.site();
    List<Track> ways = planner.starts().ways();
    Search search = planner.search(site, needles);
    Candidate best = search.run(needles, ways, List.of()).orElseThrow();
    int runs = planner.runs();
    return new Contest(
        site.needles(best.tracks()),
        site.needles(search.packed(needles, ways)),
        site.needles(random(site, planner.starts(), ways, needles, runs, seed)),
        runs);
  }

  private static List<Track> random(
      Site site, Starts starts, List<Track> ways, int needles, int runs, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Track> best = List.of();
    double least = Double.POSITIVE_INFINITY;
    int done = 0;
    while (done < runs) {
      Vec3 axis = ways.get(random.nextInt(ways.size())).axis();
      List<Track> tracks = new ArrayList<>();
      for (int n = 0; n < needles; n++) {
        Vec3 tilt = direction(random).times(TILT * random.nextDouble());
        Vec3 target = starts.targets().get(random.nextInt(starts.targets().size()));
        tracks.add(new Track(target, axis.plus(tilt).unit()));
      }
      Optional<Candidate> found = site.evaluate(tracks);
      if (found.isPresent()) {
        done++;
        double value = found.get().value(site.rules().weights());
        best = value < least ? tracks : best;
        least = Math.min(least, value);
      }
    }
    return best;
  }

  private static Vec3 direction(SplittableRandom random) {
    double z = random.nextDouble(-1, 1);
    double turn = random.nextDouble(2 * Math.PI);
    double r = Math.sqrt(1 - z * z);
    return new Vec3(r * Math.cos(turn), r * Math.sin(turn), z);
  }
}
