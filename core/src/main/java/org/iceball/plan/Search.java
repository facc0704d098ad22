package org.iceball.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.iceball.plan.Site.Candidate;

/** The search for the best plan with one number of needles. */
final class Search {
  private static final int EVALUATIONS = 1200;
  private static final int EVALUATIONS_A_NEEDLE = 800;

  /** How far needles may go from a run of the engine that the surrogate agrees with [m]. */
  private static final double WIDE = 8e-3;

  private static final double NARROW = 2.5e-3;

  /** Most rounds of correcting the surrogate, and of those in a row that bring nothing. */
  private final int rounds;

  private static final int PATIENCE = 3;

  /**
   * Plans that differ by less are as good as each other: as much comes of where needles lie between
   * the centres of coarse cells [1].
   */
  private static final double NOISE = 0.015;

  /** What a millimetre beyond the trusted distance costs [1/mm]. */
  private static final double STRAY = 2;

  private final Site site;
  private final Starts starts;
  private final Crew crew;
  private final Minimiser minimiser;
  private final Stop stop;
  private final long seed;
  private final PlanWatch watch;

  Search(Site site, Starts starts, Crew crew, Stop stop, long seed, int rounds, PlanWatch watch) {
    this.site = site;
    this.starts = starts;
    this.crew = crew;
    this.stop = stop;
    this.seed = seed;
    this.rounds = rounds;
    this.watch = watch;
    minimiser = new Minimiser(stop);
  }

  /**
   * The best plan found.
   *
   * @param needles how many
   * @param ways to the target
   * @param fewer a plan with one needle less to start from, or with as many for another protocol;
   *     empty for none
   * @return empty where no plan keeps to the rules
   */
  Optional<Candidate> run(int needles, List<Track> ways, List<Track> fewer) {
    List<Supplier<List<Track>>> proposals = new ArrayList<>();
    if (needles == 1) {
      // the first valid plan is at hand at once
      proposals.add(() -> ways.subList(0, 1));
    }
    for (int w = 0; w < ways.size(); w++) {
      Track way = ways.get(w);
      for (int turn = 0; turn < (needles == 1 || w > 0 ? 1 : 2); turn++) {
        List<Track> ring = starts.ring(way, needles, 0.45, turn * Math.PI / needles);
        long own = seed + 31L * proposals.size();
        proposals.add(() -> optimised(site.surrogate(), ring, 0.4, own, Double.NaN));
      }
    }
    proposals.add(() -> packed(needles, ways));
    if (fewer.size() == needles - 1 && needles > 1) {
      proposals.add(() -> oneMore(fewer, ways));
    } else if (fewer.size() == needles) {
      proposals.add(() -> fewer);
    }
    List<Candidate> found = new ArrayList<>(evaluated(proposals));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    found.sort(order());
    return Optional.of(refined(found));
  }

  private Comparator<Candidate> order() {
    return Comparator.comparingDouble(c -> c.value(site.rules().weights()));
  }

  /** Plan by packing alone; the baseline that this search must not fall behind. */
  List<Track> packed(int needles, List<Track> ways) {
    return optimised(
        site.packing(), starts.ring(ways.get(0), needles, 0.45, 0), 0.4, seed + 7, Double.NaN);
  }

  private List<Track> oneMore(List<Track> fewer, List<Track> ways) {
    double least = Double.POSITIVE_INFINITY;
    List<Track> best = fewer;
    for (Track way : ways) {
      for (var target : starts.targets()) {
        List<Track> more = new ArrayList<>(fewer);
        more.add(new Track(target, way.axis()));
        double value = site.value(site.surrogate(), more);
        if (value < least) {
          least = value;
          best = more;
        }
      }
    }
    return optimised(site.surrogate(), best, 0.2, seed + 11, Double.NaN);
  }

  /**
   * Corrects the surrogate with the best plan, asks it for a better one nearby, and has the engine
   * judge.
   */
  private Candidate refined(List<Candidate> found) {
    Candidate best = found.get(0);
    double wide = WIDE;
    int fruitless = 0;
    List<Candidate> failed = List.of();
    for (int round = 0; round < rounds && fruitless < PATIENCE && !stop.now(); round++) {
      Candidate from = site.withField(best);
      Surrogate learned =
          site.surrogate().agreeing(from.tracks(), from.lowest(), site.ranker().grid());
      // gentle steps show the way from afar, steep ones what is still to be had close by
      Surrogate agreeing = fruitless > 0 ? learned.sharpened() : learned;
      List<Supplier<List<Track>>> proposals = new ArrayList<>();
      double near = Math.min(NARROW, wide / 2);
      for (double trusted : new double[] {wide, near}) {
        long own = seed + 1000L * (round + 1) + proposals.size();
        proposals.add(
            () -> optimised(agreeing, from.tracks(), 0.5 * trusted / Coding.LENGTH, own, trusted));
      }
      for (Candidate far : failed) {
        // where a step was too long, half of it may do
        proposals.add(() -> halfway(from.tracks(), far.tracks()));
      }
      List<Candidate> asked = evaluated(proposals);
      List<Candidate> next = new ArrayList<>(asked);
      next.add(best);
      next.sort(order());
      double gain = best.value(site.rules().weights()) - next.get(0).value(site.rules().weights());
      fruitless = gain > NOISE ? 0 : fruitless + 1;
      wide = gain > NOISE ? wide : wide / 3;
      failed = gain > 0 ? List.of() : asked.subList(0, Math.min(2, asked.size()));
      best = next.get(0);
    }
    return best;
  }

  private List<Track> halfway(List<Track> from, List<Track> to) {
    List<Track> between = new ArrayList<>();
    for (int n = 0; n < from.size(); n++) {
      Track a = from.get(n);
      Track b = to.get(n);
      Track half =
          new Track(a.middle().plus(b.middle()).times(0.5), a.axis().plus(b.axis()).unit());
      between.add(site.rules().template().map(t -> t.snap(half)).orElse(half));
    }
    return between;
  }

  /** The surrogate's optimum from a start; within a distance of it where that is a number [m]. */
  private List<Track> optimised(
      Surrogate surrogate, List<Track> start, double sigma, long own, double trusted) {
    Coding coding = new Coding(start, site.rules().template());
    int all = EVALUATIONS + EVALUATIONS_A_NEEDLE * start.size();
    // near a good plan half of them are enough
    int evaluations = Double.isNaN(trusted) ? all : all / 2;
    double[] best =
        minimiser.minimise(
            x -> {
              List<Track> tracks = coding.tracks(x);
              return site.value(surrogate, tracks) + stray(start, tracks, trusted);
            },
            new double[coding.size()],
            sigma,
            evaluations,
            own);
    return coding.tracks(best);
  }

  /** The price of leaving the distance from the start that is trusted. */
  private double stray(List<Track> start, List<Track> tracks, double trusted) {
    if (Double.isNaN(trusted)) {
      return 0;
    }
    double sum = 0;
    for (int n = 0; n < start.size(); n++) {
      for (double end : new double[] {-HALF, HALF}) {
        double moved = start.get(n).at(end).minus(tracks.get(n).at(end)).norm();
        sum += STRAY * 1e3 * Math.max(0, moved - trusted);
      }
    }
    return sum;
  }

  /** Where the ends of a needle are looked for, about half an active zone from its middle [m]. */
  private static final double HALF = 15e-3;

  private List<Candidate> evaluated(List<Supplier<List<Track>>> proposals) {
    List<Supplier<Optional<Candidate>>> jobs = new ArrayList<>();
    for (Supplier<List<Track>> proposal : proposals) {
      jobs.add(
          () -> {
            if (stop.now()) {
              return Optional.empty();
            }
            Optional<Candidate> c = site.evaluate(proposal.get());
            c.ifPresent(found -> watch.evaluated(found.tracks(), found.score()));
            return c;
          });
    }
    return crew.all(jobs).stream().flatMap(Optional::stream).toList();
  }
}
