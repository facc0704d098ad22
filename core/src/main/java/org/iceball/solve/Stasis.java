package org.iceball.solve;

import org.iceball.grid.Vec3;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;

/**
 * A piece of a vessel that froze shut.
 *
 * @param vessel its name
 * @param at middle of the piece [m], RAS
 * @param diameter of its lumen [m]
 * @param from when its wall was frozen all round [s]
 * @param to when it had thawed [s]; infinite where it was shut to the end
 */
public record Stasis(String vessel, Vec3 at, double diameter, double from, double to) {
  /** More than this many are no vessels any more. */
  static final int MOST = 1_000_000;

  void save(StateOut out) {
    out.text(vessel);
    out.number(at.x());
    out.number(at.y());
    out.number(at.z());
    out.number(diameter);
    out.number(from);
    out.number(to);
  }

  static Stasis restored(StateIn in) {
    String vessel = in.text();
    Vec3 at = new Vec3(in.number(), in.number(), in.number());
    return new Stasis(vessel, at, in.number(), in.number(), in.number());
  }
}
