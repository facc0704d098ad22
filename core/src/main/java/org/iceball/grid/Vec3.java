package org.iceball.grid;

/**
 * A point or a direction in the patient frame RAS (x to the right, y to the front, z to the head).
 *
 * @param x towards the patient's right [m] (or [1] for a direction)
 * @param y towards the front [m]
 * @param z towards the head [m]
 */
public record Vec3(double x, double y, double z) {
  public static final Vec3 ZERO = new Vec3(0, 0, 0);

  /** The point given in millimetres [mm]. */
  public static Vec3 mm(double x, double y, double z) {
    return new Vec3(x * 1e-3, y * 1e-3, z * 1e-3);
  }

  public Vec3 plus(Vec3 o) {
    return new Vec3(x + o.x, y + o.y, z + o.z);
  }

  public Vec3 minus(Vec3 o) {
    return new Vec3(x - o.x, y - o.y, z - o.z);
  }

  /** This vector times a number [1]. */
  public Vec3 times(double s) {
    return new Vec3(x * s, y * s, z * s);
  }

  /** Scalar product [m2]. */
  public double dot(Vec3 o) {
    return x * o.x + y * o.y + z * o.z;
  }

  /** Vector product [m2]. */
  public Vec3 cross(Vec3 o) {
    return new Vec3(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
  }

  /** The least of two vectors' components along each axis [m]. */
  public static Vec3 least(Vec3 a, Vec3 b) {
    return new Vec3(Math.min(a.x, b.x), Math.min(a.y, b.y), Math.min(a.z, b.z));
  }

  /** The greatest of two vectors' components along each axis [m]. */
  public static Vec3 most(Vec3 a, Vec3 b) {
    return new Vec3(Math.max(a.x, b.x), Math.max(a.y, b.y), Math.max(a.z, b.z));
  }

  /** Length [m]. */
  public double norm() {
    return Math.sqrt(dot(this));
  }

  /** The direction of this vector, length one [1]. The zero vector has none and throws. */
  public Vec3 unit() {
    double n = norm();
    if (!(n > 0)) {
      throw new IllegalArgumentException("a vector of length zero has no direction");
    }
    return times(1 / n);
  }
}
