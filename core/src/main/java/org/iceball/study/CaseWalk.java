package org.iceball.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.iceball.model.Anatomy;
import org.iceball.model.Case;
import org.iceball.model.Case.PlannedNeedle;
import org.iceball.model.Region;
import org.iceball.solve.Outcome;
import org.iceball.solve.Simulation;
import org.iceball.units.CaseException;

/**
 * The way from one case to another, one difference at a time, with a run after each: what each
 * difference moves, given those before it. The steps add up to the whole way; in another order the
 * parts could be others, as effects of two changes need not add.
 *
 * @param steps the first one is the case that the way begins at
 */
public record CaseWalk(List<Step> steps) {

  /**
   * A case on the way and what came of it.
   *
   * @param change what was changed since the step before, in a few words; empty for the first
   * @param outcome of the run
   */
  public record Step(String change, Outcome outcome) {}

  /** A case on the way. */
  private record Stop(String change, Case at) {}

  public CaseWalk {
    steps = List.copyOf(steps);
  }

  /**
   * Walks from one case to another. A change that makes no case by itself, such as regions of
   * another anatomy, is taken together with the next one.
   *
   * @param anatomies makes the anatomy of a case
   * @throws CaseException where one of the two can't be run
   */
  public static CaseWalk of(Case from, Case to, Function<Case, Anatomy> anatomies) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("", run(from, anatomies)));
    List<Stop> stops = stops(from, to);
    List<String> waiting = new ArrayList<>();
    for (int n = 0; n < stops.size(); n++) {
      waiting.add(stops.get(n).change());
      try {
        Outcome outcome = run(stops.get(n).at(), anatomies);
        steps.add(new Step(String.join(" and ", waiting), outcome));
        waiting.clear();
      } catch (CaseException e) {
        if (n == stops.size() - 1) {
          throw e;
        }
      }
    }
    return new CaseWalk(steps);
  }

  private static Outcome run(Case asked, Function<Case, Anatomy> anatomies) {
    Case plain = asked.withSnapshotEvery(Double.POSITIVE_INFINITY).withInjury(List.of());
    return Simulation.run(plain, anatomies.apply(plain));
  }

  /** Every difference as a case of its own, the last one the case that is walked to. */
  private static List<Stop> stops(Case from, Case to) {
    List<Stop> stops = new ArrayList<>();
    Case now = from;
    for (Region region : to.regions()) {
      Region old =
          now.regions().stream().filter(r -> r.label() == region.label()).findFirst().orElse(null);
      if (old != null && !old.equals(region)) {
        List<Region> regions = new ArrayList<>(now.regions());
        regions.set(regions.indexOf(old), region);
        now = add(stops, "region " + region.name(), now, now.withRegions(regions));
      }
    }
    now = add(stops, "blood", now, now.withBlood(to.blood()));
    now =
        add(
            stops,
            "temperature at the start",
            now,
            now.withInitialTemperature(to.initialTemperature()));
    now = add(stops, "gas", now, now.withGas(to.gas()));
    now = needles(stops, now, to);
    now = add(stops, "how it is solved", now, now.withNumerics(to.numerics()));
    now = add(stops, "spacing of the grid", now, now.withSpacing(to.spacing()));
    if (!sameButForWords(now, to)) {
      stops.add(new Stop("anatomy, grid and what is measured", to));
    }
    return stops;
  }

  private static Case needles(List<Stop> stops, Case from, Case to) {
    Case now = from;
    for (PlannedNeedle needle : to.needles()) {
      List<PlannedNeedle> needles = new ArrayList<>(now.needles());
      PlannedNeedle old =
          needles.stream().filter(n -> n.name().equals(needle.name())).findFirst().orElse(null);
      if (old == null) {
        needles.add(needle);
        now = add(stops, "needle " + needle.name() + " added", now, now.withNeedles(needles));
      } else if (!old.equals(needle)) {
        needles.set(needles.indexOf(old), needle);
        now = add(stops, "needle " + needle.name(), now, now.withNeedles(needles));
      }
    }
    for (PlannedNeedle needle : from.needles()) {
      if (to.needles().stream().noneMatch(n -> n.name().equals(needle.name()))) {
        List<PlannedNeedle> needles = new ArrayList<>(now.needles());
        needles.remove(needle);
        now = add(stops, "needle " + needle.name() + " removed", now, now.withNeedles(needles));
      }
    }
    return now;
  }

  private static Case add(List<Stop> stops, String change, Case before, Case after) {
    if (!after.equals(before)) {
      stops.add(new Stop(change, after));
    }
    return after;
  }

  /** Whether two cases differ in their titles, snapshots or laws of injury at most. */
  private static boolean sameButForWords(Case a, Case b) {
    return a.anatomy().equals(b.anatomy())
        && a.regions().equals(b.regions())
        && a.around() == b.around()
        && Objects.equals(a.faces(), b.faces())
        && List.copyOf(a.needles()).equals(b.needles())
        && a.thresholds().equals(b.thresholds())
        && a.margins().equals(b.margins())
        && a.lethal() == b.lethal();
  }
}
