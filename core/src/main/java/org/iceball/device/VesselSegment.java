package org.iceball.device;

import org.iceball.grid.Vec3;

/**
 * A short straight piece of a vessel.
 *
 * @param from its end nearer to the trunk [m], RAS
 * @param to its other end [m], RAS
 * @param radius of the lumen, as if it were round [m]
 * @param parent index of the segment it goes on from, towards the trunk; -1 for the trunk's first
 */
public record VesselSegment(Vec3 from, Vec3 to, double radius, int parent) {

  /** Length along the centreline [m]. */
  public double length() {
    return to.minus(from).norm();
  }

  /** Area of the wall [m2]. */
  public double wall() {
    return 2 * Math.PI * radius * length();
  }

  /** Distance of a point [m] from the centreline of this piece [m]. */
  public double distance(Vec3 point) {
    Vec3 along = to.minus(from);
    double square = along.dot(along);
    double t = square > 0 ? point.minus(from).dot(along) / square : 0;
    return point.minus(from.plus(along.times(Math.min(1, Math.max(0, t))))).norm();
  }
}
