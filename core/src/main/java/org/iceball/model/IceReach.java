package org.iceball.model;

import org.iceball.device.Placement;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;

/** How many cells needles may freeze, before anything is known of the ice. */
final class IceReach {
  /** Ice grows about so far from a needle in a second, and with the root of time [m/s^(1/2)]. */
  private static final double GROWTH = 0.8e-3;

  /** It seldom grows further [m]. */
  private static final double FARTHEST = 0.025;

  /** Cells that go with it on each side. */
  private static final double SIDES = 6;

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
      double grown = Math.min(FARTHEST, GROWTH * Math.sqrt(n.protocol().duration()));
      double reach = grown + SIDES * spacing;
      double length = n.probe().activeLength().value();
      Vec3 tip = n.placement().tip(Vec3.ZERO, length);
      Vec3 end = tip.plus(n.placement().axis().times(length));
      Vec3 by = new Vec3(reach, reach, reach);
      return new Box(least(tip, end).minus(by), most(tip, end).plus(by));
    }

    Box with(Box other) {
      return new Box(least(low, other.low), most(high, other.high));
    }

    double volume() {
      Vec3 edge = high.minus(low);
      return edge.x() * edge.y() * edge.z();
    }

    private static Vec3 least(Vec3 a, Vec3 b) {
      return new Vec3(Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.min(a.z(), b.z()));
    }

    private static Vec3 most(Vec3 a, Vec3 b) {
      return new Vec3(Math.max(a.x(), b.x()), Math.max(a.y(), b.y()), Math.max(a.z(), b.z()));
    }
  }
}
