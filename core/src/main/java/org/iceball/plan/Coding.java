package org.iceball.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iceball.grid.Vec3;

/**
 * Tracks as a list of numbers for an optimiser, measured from where it starts: five a needle, three
 * for its middle and two for its tilt.
 *
 * @param start the tracks at zero
 * @param template that tracks are snapped to
 */
record Coding(List<Track> start, Optional<PlanRules.Template> template) {
  /** What a 1 moves a needle [m]. */
  static final double LENGTH = 10e-3;

  /** What a 1 tilts it, the tangent of the angle [1]. */
  private static final double TILT = 0.35;

  private static final int EACH = 5;

  Coding {
    start = List.copyOf(start);
  }

  int size() {
    return EACH * start.size();
  }

  List<Track> tracks(double[] x) {
    List<Track> tracks = new ArrayList<>();
    for (int n = 0; n < start.size(); n++) {
      Track from = start.get(n);
      int at = EACH * n;
      Vec3 move = new Vec3(x[at], x[at + 1], x[at + 2]).times(LENGTH);
      Vec3[] sides = Track.across(from.axis());
      Vec3 axis =
          from.axis()
              .plus(sides[0].times(TILT * x[at + 3]))
              .plus(sides[1].times(TILT * x[at + 4]))
              .unit();
      Track track = new Track(from.middle().plus(move), axis);
      tracks.add(template.map(t -> t.snap(track)).orElse(track));
    }
    return tracks;
  }
}
