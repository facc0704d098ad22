package org.iceball.plan;

import java.util.List;
import java.util.Optional;
import org.iceball.grid.Vec3;
import org.iceball.injury.NamedLaw;

/**
 * What a plan must keep to, and what it is to be good at.
 *
 * @param margin round the target that is to be covered, too [m]
 * @param law by which coverage is counted; empty for the case's lethal temperature
 * @param entry labels through which needles may enter; empty for any
 * @param window where on them; empty for anywhere
 * @param avoid labels that no track may cross, beside vessels and structures to be spared
 * @param calibre vessels of at least this diameter are not to be crossed [m]
 * @param clearance of a track's axis from whatever is not to be crossed [m]
 * @param apart least distance between two active zones [m]
 * @param axialAngle greatest angle of a track to an axial slice [rad]
 * @param depth greatest way from entry to tip [m]
 * @param template the grid of holes that needles go through; empty for free hands
 * @param keep names of the case's needles that stay where they are
 * @param weights of the objective
 * @param error of placement that plans are tried with
 */
public record PlanRules(
    double margin,
    Optional<NamedLaw> law,
    List<Integer> entry,
    Optional<Window> window,
    List<Integer> avoid,
    double calibre,
    double clearance,
    double apart,
    double axialAngle,
    double depth,
    Optional<Template> template,
    List<String> keep,
    Weights weights,
    PlacementError error) {

  /** What holds where nobody says otherwise; docs/planning.md gives the reasons. */
  public static final PlanRules USUAL =
      new PlanRules(
          5e-3,
          Optional.empty(),
          List.of(),
          Optional.empty(),
          List.of(),
          3e-3,
          2e-3,
          8e-3,
          Math.toRadians(45),
          0.2,
          Optional.empty(),
          List.of(),
          Weights.USUAL,
          PlacementError.USUAL);

  public PlanRules {
    entry = List.copyOf(entry);
    avoid = List.copyOf(avoid);
    keep = List.copyOf(keep);
  }

  /**
   * A ball that the entry must lie in.
   *
   * @param centre [m], RAS
   * @param radius [m]
   */
  public record Window(Vec3 centre, double radius) {}

  /**
   * A plate with holes: all needles are parallel and lie on a square lattice.
   *
   * @param origin a point on the axis of one hole [m], RAS
   * @param direction of all needles, from tip to hub [1]
   * @param pitch distance of the holes [m]; 0 lets needles lie anywhere across
   */
  public record Template(Vec3 origin, Vec3 direction, double pitch) {
    /** The track through the nearest hole; how deep it goes stays as it is. */
    public Track snap(Track track) {
      Vec3 axis = direction.unit();
      if (!(pitch > 0)) {
        return new Track(track.middle(), axis);
      }
      Vec3 from = track.middle().minus(origin);
      Vec3 at = origin.plus(axis.times(from.dot(axis)));
      for (Vec3 side : Track.across(axis)) {
        at = at.plus(side.times(pitch * Math.rint(from.dot(side) / pitch)));
      }
      return new Track(at, axis);
    }
  }

  /**
   * How much a unit of each thing counts; what is minimised is their sum.
   *
   * @param target of the part of the target that is left [1]
   * @param margin of the part of target and margin that is left [1]
   * @param healthy of frozen healthy organ, per volume of target and margin [1]
   * @param spared of each kelvin that a spared structure is too cold [1/K]
   * @param depth of each metre of track [1/m]
   * @param needle of each needle [1]
   * @param minute of each minute of the protocol [1/min]
   */
  public record Weights(
      double target,
      double margin,
      double healthy,
      double spared,
      double depth,
      double needle,
      double minute) {
    /** Coverage first; docs/planning.md. */
    public static final Weights USUAL = new Weights(10, 3, 0.15, 0.1, 1, 0.05, 0.002);
  }

  /**
   * How far a needle may come to lie from where it is meant to.
   *
   * @param distance of its middle, at most [m]
   * @param angle of its axis, at most [rad]
   */
  public record PlacementError(double distance, double angle) {
    /** 2 mm and 3 degrees. */
    public static final PlacementError USUAL = new PlacementError(2e-3, Math.toRadians(3));
  }
}
