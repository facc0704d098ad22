package org.iceball.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.model.Region;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;

/**
 * Where a search begins: ways to the target that keep to the rules, and needles laid along them.
 */
final class Starts {
  private static final int DIRECTIONS = 400;
  private static final int MOST_WAYS = 3;

  /** So many structures in the way are named. */
  private static final int NAMED = 3;

  /** Two ways that differ by less are one [rad]. */
  private static final double DIFFERENT = Math.toRadians(35);

  private final TrackCheck check;
  private final PlanRules rules;
  private final Vec3 centre;
  private final List<Vec3> targets;
  private final double radius;
  private final List<Region> regions;

  Starts(TrackCheck check, PlanRules rules, Ranker ranker) {
    this.check = check;
    this.rules = rules;
    centre = ranker.anatomy().targetCentre();
    targets = targetPoints(ranker, centre);
    regions = ranker.asked().regions();
    radius = Math.cbrt(3 * ranker.reference() / (4 * Math.PI));
  }

  /** The target's centre, then some of its cells, those nearest to the centre first. */
  private static List<Vec3> targetPoints(Ranker ranker, Vec3 centre) {
    Grid g = ranker.grid();
    List<Vec3> cells = new ArrayList<>();
    for (int c = 0; c < g.cells(); c++) {
      if (ranker.mask().isTarget(c)) {
        cells.add(g.centre(c));
      }
    }
    cells.sort(Comparator.comparingDouble(p -> p.minus(centre).norm()));
    List<Vec3> some = new ArrayList<>(List.of(centre));
    for (int n = 0; n < 24 && !cells.isEmpty(); n++) {
      some.add(cells.get((int) ((long) n * cells.size() / 24)));
    }
    return some;
  }

  /** Directions spread evenly over the sphere by the golden angle. */
  private List<Vec3> directions() {
    if (rules.template().isPresent()) {
      return List.of(rules.template().get().direction().unit());
    }
    List<Vec3> directions = new ArrayList<>();
    rules.window().ifPresent(w -> directions.add(w.centre().minus(centre).unit()));
    double golden = Math.PI * (3 - Math.sqrt(5));
    for (int n = 0; n < DIRECTIONS; n++) {
      double z = 1 - 2 * (n + 0.5) / DIRECTIONS;
      double r = Math.sqrt(1 - z * z);
      directions.add(new Vec3(r * Math.cos(golden * n), r * Math.sin(golden * n), z));
    }
    return directions;
  }

  /**
   * Up to three ways to the target, the shortest first, that differ in direction.
   *
   * @throws CaseException {@code no-track} that says what is in the way
   */
  List<Track> ways() {
    Map<TrackCheck.Wrong, Integer> wrong = new EnumMap<>(TrackCheck.Wrong.class);
    int[] crossed = new int[256];
    List<Vec3> directions = directions();
    int looked = 0;
    for (Vec3 target : targets) {
      List<Track> found = new ArrayList<>();
      for (Vec3 d : directions) {
        Track straight = new Track(target, d);
        Track track = rules.template().map(t -> t.snap(straight)).orElse(straight);
        TrackCheck.Finding finding = check.look(track);
        looked++;
        if (finding.wrong() == 0) {
          found.add(track);
        }
        if (finding.crossed() >= 0) {
          crossed[finding.crossed()]++;
        }
        finding.missed().forEach((w, by) -> wrong.merge(w, by > 0 ? 1 : 0, Integer::sum));
      }
      if (!found.isEmpty()) {
        return different(found);
      }
    }
    throw new CaseException(none(wrong, inTheWay(crossed), looked));
  }

  private List<Track> different(List<Track> found) {
    found.sort(Comparator.comparingDouble(t -> check.look(t).depth()));
    List<Track> chosen = new ArrayList<>();
    for (Track t : found) {
      boolean other = chosen.stream().allMatch(c -> Math.acos(c.axis().dot(t.axis())) > DIFFERENT);
      if (other && chosen.size() < MOST_WAYS) {
        chosen.add(t);
      }
    }
    return chosen;
  }

  /** Names of what tracks ran into first, most often first. */
  private String inTheWay(int[] crossed) {
    return regions.stream()
        .filter(r -> crossed[r.label()] > 0)
        .sorted(Comparator.comparingInt(r -> -crossed[r.label()]))
        .limit(NAMED)
        .map(Region::name)
        .collect(Collectors.joining(" or "));
  }

  private static Finding none(Map<TrackCheck.Wrong, Integer> wrong, String inTheWay, int looked) {
    StringBuilder why = new StringBuilder();
    for (Map.Entry<TrackCheck.Wrong, Integer> w : wrong.entrySet()) {
      if (w.getValue() > 0) {
        why.append(why.length() == 0 ? "" : "; ")
            .append(
                String.format(
                    Locale.ROOT,
                    "%.0f %% of them because the needle %s",
                    100.0 * w.getValue() / looked,
                    w.getKey().words()));
        if (w.getKey() == TrackCheck.Wrong.FORBIDDEN && !inTheWay.isEmpty()) {
          why.append(", most often ").append(inTheWay);
        }
      }
    }
    return Finding.of(
        Complaint.NO_TRACK,
        "plan",
        "no straight way into the target keeps to the rules; "
            + looked
            + " were tried and refused, "
            + why,
        "loosen the rule that refuses most: clearance, calibre, axial_angle, depth, entry, window"
            + " or avoid, under plan in the case file");
  }

  /**
   * Needles side by side along a way: one in the middle, or several evenly on a ring round it.
   *
   * @param part of the radius of target and margin that the ring has [1]
   * @param turn of the ring [rad]
   */
  List<Track> ring(Track way, int needles, double part, double turn) {
    if (needles == 1) {
      return List.of(way);
    }
    Vec3[] sides = Track.across(way.axis());
    double r = Math.max(part * radius, rules.apart() / (2 * Math.sin(Math.PI / needles)));
    List<Track> ring = new ArrayList<>();
    for (int n = 0; n < needles; n++) {
      double angle = turn + 2 * Math.PI * n / needles;
      Vec3 off = sides[0].times(r * Math.cos(angle)).plus(sides[1].times(r * Math.sin(angle)));
      Track track = new Track(way.middle().plus(off), way.axis());
      ring.add(rules.template().map(t -> t.snap(track)).orElse(track));
    }
    return ring;
  }

  /** The target's centre and some more of its points [m], RAS. */
  List<Vec3> targets() {
    return targets;
  }
}
