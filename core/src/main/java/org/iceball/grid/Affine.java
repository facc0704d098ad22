package org.iceball.grid;

/**
 * Where the voxels of an image lie in the patient: RAS point [m] = origin + i*di + j*dj + k*dk for
 * voxel (i, j, k), whose centre has whole indices. The three steps may be oblique and of different
 * lengths; a left-handed image is allowed.
 *
 * @param origin centre of voxel (0, 0, 0) [m]
 * @param di step from voxel i to i + 1 [m]
 * @param dj step along j [m]
 * @param dk step along k [m]
 */
public record Affine(Vec3 origin, Vec3 di, Vec3 dj, Vec3 dk) {

  /** The frame of a simulation grid. */
  public static Affine of(Grid grid) {
    double h = grid.spacing();
    return new Affine(grid.origin(), new Vec3(h, 0, 0), new Vec3(0, h, 0), new Vec3(0, 0, h));
  }

  /** Signed volume of a voxel [m3]; negative for a left-handed image, zero for a broken one. */
  public double determinant() {
    return di.dot(dj.cross(dk));
  }

  /** Centre of the voxel with the (fractional) indices [m]. */
  public Vec3 toPoint(double i, double j, double k) {
    return origin.plus(di.times(i)).plus(dj.times(j)).plus(dk.times(k));
  }

  /** Fractional voxel indices [1] of a point [m]. */
  public Vec3 toIndex(Vec3 point) {
    double det = determinant();
    Vec3 p = point.minus(origin);
    return new Vec3(
        p.dot(dj.cross(dk)) / det, p.dot(dk.cross(di)) / det, p.dot(di.cross(dj)) / det);
  }
}
