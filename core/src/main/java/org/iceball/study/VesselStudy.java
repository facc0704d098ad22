package org.iceball.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.iceball.device.Phase;
import org.iceball.device.Placement;
import org.iceball.device.Protocol;
import org.iceball.device.VesselSegment;
import org.iceball.device.VesselTree;
import org.iceball.grid.Vec3;
import org.iceball.model.Anatomy;
import org.iceball.model.Case;
import org.iceball.model.Case.PlannedNeedle;
import org.iceball.model.VesselModel;
import org.iceball.solve.Outcome;
import org.iceball.solve.Simulation;
import org.iceball.solve.VesselReport;

/**
 * What the models of vessels make of one case, and what could be done about a heat sink. A run
 * each.
 */
public final class VesselStudy {
  /** How much longer the last freeze is in {@link #longer} [s]. */
  public static final double LONGER = 300;

  /** A further needle keeps this distance from every vessel's wall [m]. */
  public static final double CLEARANCE = 4e-3;

  private VesselStudy() {}

  /**
   * A rung of the ladder and what it says.
   *
   * @param model for all vessels
   * @param outcome of the run
   */
  public record Rung(VesselModel model, Outcome outcome) {}

  /** Runs the case with each model in turn, from the weakest to the strongest. */
  public static List<Rung> ladder(Case asked, Anatomy anatomy) {
    List<Rung> rungs = new ArrayList<>();
    for (VesselModel model : VesselModel.ladder()) {
      Case changed = asked.withBlood(asked.blood().with(model));
      rungs.add(new Rung(model, Simulation.run(changed, anatomy)));
    }
    return List.copyOf(rungs);
  }

  /** The case with the last freeze of every needle longer by {@link #LONGER}. */
  public static Case longer(Case asked) {
    List<PlannedNeedle> needles = new ArrayList<>();
    for (PlannedNeedle n : asked.needles()) {
      List<Phase> phases = new ArrayList<>(n.protocol().phases());
      int last = phases.size() - 1;
      while (!phases.get(last).treats()) {
        last--;
      }
      Phase longest = phases.get(last);
      phases.set(last, new Phase(longest.kind(), longest.duration() + LONGER));
      needles.add(n.withProtocol(new Protocol(phases)));
    }
    return asked.withNeedles(needles);
  }

  /**
   * The case with one needle more: a copy of the nearest one, parallel to it, the middle of its
   * active zone at the centre of what is left alive in the deepest shadow; moved towards the
   * target's centre until it is {@link #CLEARANCE} from every vessel.
   *
   * @param outcome of the case as it is
   * @return empty where no shadow has anything left, or the needle finds no place
   */
  public static Optional<Case> oneMore(Outcome outcome) {
    Optional<VesselReport> deepest =
        outcome.vessels().stream()
            .filter(v -> v.alive().isPresent())
            .max(
                Comparator.comparingDouble(
                    v -> v.last().map(r -> r.targetLeft() + r.marginLeft()).orElse(0.0)));
    if (deepest.isEmpty()) {
      return Optional.empty();
    }
    Vec3 wanted = deepest.get().alive().get();
    PlannedNeedle nearest = nearest(outcome, wanted);
    Vec3 axis = nearest.placement().axis();
    double half = nearest.probe().activeLength().value() / 2;
    Vec3 centre = outcome.anatomy().targetCentre();
    for (int step = 0; step <= 20; step++) {
      Vec3 at = wanted.plus(centre.minus(wanted).times(step / 20.0));
      boolean clear =
          clear(at, axis, half, outcome.anatomy())
              && outcome.needles().stream()
                  .allMatch(n -> apart(at, axis, half, n.tip(), n.activeEnd()));
      if (clear) {
        Placement placement =
            new Placement(
                Placement.Anchor.IMAGE, Placement.Aim.MIDDLE_OF_ACTIVE_ZONE, at, null, axis);
        List<PlannedNeedle> needles = new ArrayList<>(outcome.asked().needles());
        needles.add(nearest.copied("one more", placement));
        return Optional.of(outcome.asked().withNeedles(needles));
      }
    }
    return Optional.empty();
  }

  private static PlannedNeedle nearest(Outcome outcome, Vec3 point) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int n = 0; n < outcome.needles().size(); n++) {
      Vec3 tip = outcome.needles().get(n).tip();
      Vec3 end = outcome.needles().get(n).activeEnd();
      double d = new VesselSegment(tip, end, 0, -1).distance(point);
      if (d < least) {
        least = d;
        best = n;
      }
    }
    return outcome.asked().needles().get(best);
  }

  private static boolean clear(Vec3 at, Vec3 axis, double half, Anatomy anatomy) {
    for (int i = -8; i <= 8; i++) {
      Vec3 p = at.plus(axis.times(half * i / 8));
      for (VesselTree tree : anatomy.vessels()) {
        for (VesselSegment s : tree.segments()) {
          if (s.distance(p) - s.radius() < CLEARANCE) {
            return false;
          }
        }
      }
      if (!anatomy.labels().grid().contains(p)) {
        return false;
      }
    }
    return true;
  }

  /** Whether two active zones leave room for both [m]. */
  private static boolean apart(Vec3 at, Vec3 axis, double half, Vec3 tip, Vec3 end) {
    VesselSegment other = new VesselSegment(tip, end, 0, -1);
    for (int i = -8; i <= 8; i++) {
      if (other.distance(at.plus(axis.times(half * i / 8))) < CLEARANCE) {
        return false;
      }
    }
    return true;
  }
}
