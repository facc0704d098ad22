package org.iceball.device;

import java.util.List;
import org.iceball.grid.Vec3;

/**
 * A straight piece of a probe or an electrode.
 *
 * @param from one end [m]
 * @param to the other [m]
 */
public record Wire(Vec3 from, Vec3 to) {

  /** Its length [m]. */
  public double length() {
    return to.minus(from).norm();
  }

  /** Unit vector along it [1]. */
  public Vec3 axis() {
    return to.minus(from).unit();
  }

  /**
   * The wire of an applicator as it lies in the patient. The frame across the shaft is turned so
   * that its first axis is as far from the shaft as an axis of the image can be.
   *
   * @param tip foremost point [m]
   * @param axis unit vector from there to the hub [1]
   */
  private Wire placed(Vec3 tip, Vec3 axis) {
    double ax = Math.abs(axis.x());
    double ay = Math.abs(axis.y());
    double az = Math.abs(axis.z());
    Vec3 far =
        ax <= ay && ax <= az ? new Vec3(1, 0, 0) : ay <= az ? new Vec3(0, 1, 0) : new Vec3(0, 0, 1);
    Vec3 v = axis.cross(far).unit();
    Vec3 u = v.cross(axis);
    return new Wire(turned(from, tip, u, v, axis), turned(to, tip, u, v, axis));
  }

  /** Distance of a point [m] from it [m]. */
  public double distance(Vec3 point) {
    double length = length();
    Vec3 fromHere = point.minus(from);
    double along = length > 0 ? fromHere.dot(to.minus(from)) / length : 0;
    double t = Math.min(length, Math.max(0, along));
    Vec3 nearest = length > 0 ? from.plus(to.minus(from).times(t / length)) : from;
    return point.minus(nearest).norm();
  }

  /** The wires of an applicator as they lie in the patient; tip [m], axis [1] as for a needle. */
  public static List<Wire> placed(Applicator applicator, Vec3 tip, Vec3 axis) {
    return applicator.wires().stream().map(w -> w.placed(tip, axis)).toList();
  }

  private static Vec3 turned(Vec3 p, Vec3 tip, Vec3 u, Vec3 v, Vec3 axis) {
    if (p.x() == 0 && p.y() == 0) {
      return tip.plus(axis.times(p.z())); // to the last bit as a needle always lay
    }
    return tip.plus(u.times(p.x())).plus(v.times(p.y())).plus(axis.times(p.z()));
  }
}
