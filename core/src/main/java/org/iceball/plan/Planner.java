package org.iceball.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.iceball.device.Protocol;
import org.iceball.model.Anatomy;
import org.iceball.model.Case;
import org.iceball.model.Case.PlannedNeedle;
import org.iceball.model.Region;
import org.iceball.plan.Site.Candidate;
import org.iceball.solve.Outcome;
import org.iceball.solve.Simulation;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;

/**
 * Finds plans: for each number of needles a surrogate proposes, the engine on coarse cells ranks,
 * and the engine on the case's own cells confirms.
 */
public final class Planner implements AutoCloseable {
  /** Edge of the cells on which tracks are held to the rules [m]. */
  private static final double TERRAIN = 1.5e-3;

  private static final double LEAST_AROUND = 16e-3;
  private static final double BESIDE_NEEDLE = 1e-3;
  private static final int ROUNDS = 4;
  private static final int DRAWS = 200;

  private final PlanRequest request;
  private final PlanTools tools;
  private final EvaluationLog log;
  private final Stop stop;
  private final PlanWatch watch;
  private final Crew crew;
  private final Crew confirmer = new Crew(1);
  private final List<PlannedNeedle> kept;
  private final PlannedNeedle like;
  private final Ranker ranker;
  private final Terrain terrain;
  private final TrackCheck check;
  private final Starts starts;

  /**
   * Reads the anatomy, coarse round the target and whole for the tracks.
   *
   * @throws CaseException where there is no target or nothing to plan
   */
  public Planner(
      PlanRequest request, PlanTools tools, EvaluationLog log, Stop stop, PlanWatch watch) {
    this.request = request;
    this.tools = tools;
    this.log = log;
    this.stop = stop;
    this.watch = watch;
    PlanRules rules = request.rules();
    Case asked = request.asked();
    refuseNoTarget(asked);
    kept = asked.needles().stream().filter(n -> rules.keep().contains(n.name())).toList();
    like = like(asked, rules);
    double length = like.probe().activeLength().value();
    double around = Math.max(LEAST_AROUND, length / 2 + BESIDE_NEEDLE);
    Case coarse = Ranker.coarse(asked, rules, kept, around);
    Case everything =
        asked
            .withNeedles(List.of())
            .withSpacing(Math.max(TERRAIN, asked.spacing()))
            .withAround(Double.POSITIVE_INFINITY);
    crew = new Crew(request.threads());
    List<Anatomy> anatomies =
        crew.all(
            List.of(
                () -> tools.anatomies().apply(coarse), () -> tools.anatomies().apply(everything)));
    ranker = new Ranker(coarse, anatomies.get(0), rules);
    terrain = new Terrain(anatomies.get(1), asked.regions(), rules);
    check = new TrackCheck(terrain, rules, length);
    starts = new Starts(check, rules, ranker);
  }

  private static void refuseNoTarget(Case asked) {
    if (asked.regions().stream().noneMatch(r -> r.role() == Region.Role.TARGET)) {
      throw new CaseException(
          Finding.of(
              Complaint.EMPTY_TARGET,
              "regions",
              "no region is the target, so there is nothing to plan for",
              "give one region the role of target"));
    }
  }

  /** The needle whose kind is planned: the first that does not stay, else the first. */
  private static PlannedNeedle like(Case asked, PlanRules rules) {
    PlannedNeedle like =
        asked.needles().stream()
            .filter(n -> !rules.keep().contains(n.name()))
            .findFirst()
            .orElse(asked.needles().get(0));
    if (asked.heats() || like.heats()) {
      throw new CaseException(
          Finding.of(
              Complaint.OUT_OF_RANGE,
              "needles (" + like.name() + ")",
              "it is an electrode, and plans are made for needles that freeze",
              "plan with cryoprobes"));
    }
    return like;
  }

  /**
   * Plans.
   *
   * @throws CaseException {@code no-track} where no needle can get into the target, with what is in
   *     the way
   */
  public Plans run() {
    List<Track> ways = starts.ways();
    TrackReport.Maker reports =
        new TrackReport.Maker(
            terrain,
            check,
            request.asked().regions(),
            request.rules(),
            like.probe().activeLength().value());
    List<Protocol> protocols =
        request.protocols().isEmpty() ? List.of(like.protocol()) : request.protocols();
    List<Site> sites = new ArrayList<>();
    for (Protocol p : protocols) {
      sites.add(new Site(request.rules(), check, ranker, kept, like.withProtocol(p), log, crew));
    }
    List<Future<Plan>> plans = new ArrayList<>();
    List<Track> fewer = List.of();
    for (int n = request.fewest(); n <= request.most() && !stop.now(); n++) {
      List<Track> first = fewer;
      for (int p = 0; p < sites.size() && !(stop.now() && !plans.isEmpty()); p++) {
        Optional<Candidate> best =
            search(sites.get(p), n, p == 0 ? ROUNDS : ROUNDS - 2).run(n, ways, first);
        if (best.isPresent()) {
          plans.add(plan(sites.get(p), best.get(), reports));
          first = best.get().tracks();
          fewer = p == 0 ? first : fewer;
        }
      }
    }
    if (plans.isEmpty()) {
      throw new CaseException(
          Finding.of(
              Complaint.NO_TRACK,
              "plan",
              "no " + request.fewest() + " needles find room side by side within the rules",
              "plan fewer needles, or let them lie closer with plan.needle_spacing"));
    }
    return new Plans(request, Crew.results(plans), log.fresh(), stop.now());
  }

  /**
   * The plan with the most needles that were asked for beside packing and random search.
   *
   * @param seed of the random plans
   */
  public Contest contest(long seed) {
    return Contest.of(this, request.most(), seed);
  }

  /** What a search for the case's own protocol starts from. */
  Site site() {
    return new Site(request.rules(), check, ranker, kept, like, log, crew);
  }

  /** Runs of the engine on coarse cells so far. */
  int runs() {
    return log.fresh();
  }

  /** Where searches begin. */
  Starts starts() {
    return starts;
  }

  /** The search for a number of needles. */
  Search search(Site site, int needles) {
    return search(site, needles, ROUNDS);
  }

  /** A search for a number of needles, with its own random numbers. */
  private Search search(Site site, int needles, int rounds) {
    long seed = request.seed() * 1_000_003 + needles * 10_007L;
    return new Search(site, starts, crew, stop, seed, rounds, watch);
  }

  /** Scores a plan under errors, and has it confirmed while the search goes on. */
  private Future<Plan> plan(Site site, Candidate found, TrackReport.Maker reports) {
    Optional<Hardened> hardened =
        stop.now() ? Optional.empty() : Optional.of(Hardened.of(site, found, crew, request, DRAWS));
    Candidate best = hardened.map(Hardened::plan).orElse(found);
    List<PlannedNeedle> needles = new ArrayList<>(kept);
    needles.addAll(site.needles(best.tracks()));
    Case asked = request.asked().withNeedles(needles);
    return confirmer.begin(
        () -> {
          Plan plan =
              new Plan(
                  asked,
                  reports.of(best.tracks()),
                  site.protocol(),
                  best.score(),
                  stop.now() ? Optional.empty() : Optional.of(confirm(asked)),
                  hardened.map(Hardened::robustness));
          watch.finished(plan);
          return plan;
        });
  }

  private Outcome confirm(Case asked) {
    Case judged =
        asked
            .withMargins(List.of(request.rules().margin()))
            .withInjury(request.rules().law().map(List::of).orElse(List.of()))
            .withSnapshotEvery(Double.POSITIVE_INFINITY);
    return tools.errorBars().apply(Simulation.run(judged, tools.anatomies().apply(judged)));
  }

  @Override
  public void close() {
    crew.close();
    confirmer.close();
  }
}
