package org.iceball.model;

import org.iceball.device.Phase;
import org.iceball.device.Placement;
import org.iceball.device.Protocol;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;

/** How many cells needles may freeze, before anything is known of the ice. */
final class IceReach {
  /**
   * Ice and what is about to freeze grow about so far from a needle of 1.5 mm in a second of its
   * longest freeze, and with the root of time [m/s^(1/2)]. From runs of 30 s to 15 min with one to
   * three needles, which gave 0.38 to 0.55 mm.
   */
  private static final double GROWTH = 0.48e-3;

  /** The needle these runs had; a thicker one takes more heat, as its circumference [m]. */
  private static final double DIAMETER = 1.47e-3;

  /** It seldom grows further [m]. */
  private static final double FARTHEST = 0.025;

  /** Cells that go with it on each side: {@code solve.NearBox} keeps so many. */
  private static final double SIDES = 7;

  private IceReach() {}

  /** Cells in boxes round the active zones, or in one box round all of them if they are fewer. */
  static double cells(Case asked, Grid grid) {
    double volume = 0;
    for (Placement.Anchor anchor : Placement.Anchor.values()) {
      double apart = 0;
      Box all = null;
      for (Case.PlannedNeedle n : asked.needles()) {
        if (n.placement().anchor() == anchor) {
          Box own = Box.of(n, grid.spacing());
          apart += own.volume();
          all = all == null ? own : all.with(own);
        }
      }
      volume += all == null ? 0 : Math.min(apart, all.volume());
    }
    return volume / grid.cellVolume();
  }

  /** From corner to corner along the axes [m]. */
  private record Box(Vec3 low, Vec3 high) {
    static Box of(Case.PlannedNeedle n, double spacing) {
      double thicker = Math.sqrt(2 * n.probe().radius() / DIAMETER);
      double grown = Math.min(FARTHEST, thicker * GROWTH * Math.sqrt(longest(n.protocol())));
      double reach = grown + SIDES * spacing;
      double length = n.probe().activeLength().value();
      Vec3 tip = n.placement().tip(Vec3.ZERO, length);
      Vec3 end = tip.plus(n.placement().axis().times(length));
      Vec3 by = new Vec3(reach, reach, reach);
      return new Box(Vec3.least(tip, end).minus(by), Vec3.most(tip, end).plus(by));
    }

    /** The longest time that a needle freezes, or heats, without a pause [s]. */
    private static double longest(Protocol protocol) {
      double longest = 0;
      double now = 0;
      for (Phase phase : protocol.phases()) {
        now = phase.treats() ? now + phase.duration() : 0;
        longest = Math.max(longest, now);
      }
      return longest;
    }

    Box with(Box other) {
      return new Box(Vec3.least(low, other.low), Vec3.most(high, other.high));
    }

    double volume() {
      Vec3 edge = high.minus(low);
      return edge.x() * edge.y() * edge.z();
    }
  }
}
