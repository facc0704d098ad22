package org.iceball.meshes;

import org.iceball.grid.Affine;
import org.iceball.grid.Grid;
import org.iceball.grid.LabelImage;
import org.iceball.grid.Vec3;

/**
 * From the indices of one lattice to the fractional indices of another: f = f0 + i*di + j*dj + k*dk
 * [1].
 *
 * @param f0 where (0, 0, 0) is
 * @param di what a step along i adds
 * @param dj a step along j
 * @param dk a step along k
 */
record IndexMap(Vec3 f0, Vec3 di, Vec3 dj, Vec3 dk) {
  /** How far beyond its last voxel's face an image still counts, against rounding [voxels]. */
  static final double SLACK = 1e-6;

  /** Voxel indices of cells. */
  static IndexMap cellsToVoxels(Grid grid, Affine image) {
    return of(Affine.of(grid), image);
  }

  /** Cell indices of voxels. */
  static IndexMap voxelsToCells(LabelImage image, Grid grid) {
    return of(image.affine(), Affine.of(grid));
  }

  private static IndexMap of(Affine from, Affine to) {
    Vec3 f0 = to.toIndex(from.origin());
    return new IndexMap(
        f0,
        to.toIndex(from.origin().plus(from.di())).minus(f0),
        to.toIndex(from.origin().plus(from.dj())).minus(f0),
        to.toIndex(from.origin().plus(from.dk())).minus(f0));
  }

  double x(int i, int j, int k) {
    return f0.x() + i * di.x() + j * dj.x() + k * dk.x();
  }

  double y(int i, int j, int k) {
    return f0.y() + i * di.y() + j * dj.y() + k * dk.y();
  }

  double z(int i, int j, int k) {
    return f0.z() + i * di.z() + j * dj.z() + k * dk.z();
  }

  /** True where the fractional index lies within n voxels, faces included. */
  static boolean within(double f, int n) {
    return f >= -0.5 - SLACK && f <= n - 0.5 + SLACK;
  }

  /** Index of the lower of the two voxels that a value between them comes from. */
  static int lower(double f, int n) {
    return Math.max(0, Math.min((int) Math.floor(f), n - 2));
  }

  /** Weight of the upper of the two [1]; beyond the outermost centres the value stays. */
  static double weight(double f, int lower) {
    return Math.max(0, Math.min(1, f - lower));
  }
}
