package org.iceball.plan;

import org.iceball.device.Placement;
import org.iceball.device.Placement.Aim;
import org.iceball.device.Placement.Anchor;
import org.iceball.grid.Vec3;

/**
 * The way of one needle.
 *
 * @param middle of its active zone [m], RAS
 * @param axis unit vector from the tip to the hub [1]
 */
public record Track(Vec3 middle, Vec3 axis) {

  /** The point so far outward of the middle along the axis [m]; inward where negative. */
  public Vec3 at(double outward) {
    return middle.plus(axis.times(outward));
  }

  /** The tip of a needle with an active zone of that length [m]. */
  public Vec3 tip(double activeLength) {
    return at(-activeLength / 2);
  }

  /** The same as a case says it. */
  public Placement placement() {
    return new Placement(Anchor.IMAGE, Aim.MIDDLE_OF_ACTIVE_ZONE, middle, null, axis);
  }

  /** Angle to an axial slice, the plane of x and y [rad]. */
  public double axialAngle() {
    return Math.asin(Math.min(1, Math.abs(axis.z())));
  }

  /** Angle to another track [rad], whichever way they point. */
  public double angleTo(Track other) {
    return Math.acos(Math.min(1, Math.abs(axis.dot(other.axis))));
  }

  /**
   * Least distance between the active zones of two needles, sampled along one of them [m].
   *
   * @param length of this one's active zone [m]
   * @param otherLength of the other's [m]
   */
  public double gap(double length, Track other, double otherLength) {
    int samples = 1 + (int) Math.ceil(length / 1e-3);
    double least = Double.POSITIVE_INFINITY;
    for (int s = 0; s <= samples; s++) {
      Vec3 p = at(length * ((double) s / samples - 0.5)).minus(other.middle);
      double along = Math.max(-otherLength / 2, Math.min(otherLength / 2, p.dot(other.axis)));
      least = Math.min(least, p.minus(other.axis.times(along)).norm());
    }
    return least;
  }

  /** Two unit vectors square to a direction and to each other. */
  static Vec3[] across(Vec3 axis) {
    Vec3 least = Math.abs(axis.x()) < 0.6 ? new Vec3(1, 0, 0) : new Vec3(0, 1, 0);
    Vec3 first = axis.cross(least).unit();
    return new Vec3[] {first, axis.cross(first)};
  }
}
