package org.iceball.meshes;

import org.iceball.grid.Affine;
import org.iceball.grid.LabelImage;
import org.iceball.grid.Vec3;
import org.iceball.model.Region;

/** Counts a label image. */
final class ImageCensus {
  private ImageCensus() {}

  /** The census of all voxels. */
  static Census take(LabelImage image, Iterable<Region> regions) {
    Census census = new Census(regions);
    double voxelVolume = Math.abs(image.affine().determinant());
    Vec3 half = half(image.affine(), 1, 1, 1);
    long[] others = new long[256];
    int voxel = 0;
    for (int k = 0; k < image.nz(); k++) {
      for (int j = 0; j < image.ny(); j++) {
        for (int i = 0; i < image.nx(); i++, voxel++) {
          int label = image.values()[voxel] & 0xff;
          if (census.isTarget(label)) {
            census.add(label, image.affine().toPoint(i, j, k), half, voxelVolume);
          } else {
            others[label]++;
          }
        }
      }
    }
    for (int label = 0; label < 256; label++) {
      census.add(label, others[label] * voxelVolume);
    }
    return census;
  }

  /** The axis-aligned box round the whole image, outer faces of its voxels included. */
  static Bounds bounds(LabelImage image) {
    Affine a = image.affine();
    Vec3 centre = a.toPoint((image.nx() - 1) / 2.0, (image.ny() - 1) / 2.0, (image.nz() - 1) / 2.0);
    Bounds bounds = new Bounds();
    bounds.include(centre, half(a, image.nx(), image.ny(), image.nz()));
    return bounds;
  }

  /** Half edges of the axis-aligned box round so many voxels [m]. */
  private static Vec3 half(Affine a, int ni, int nj, int nk) {
    return new Vec3(
        span(ni * a.di().x(), nj * a.dj().x(), nk * a.dk().x()),
        span(ni * a.di().y(), nj * a.dj().y(), nk * a.dk().y()),
        span(ni * a.di().z(), nj * a.dj().z(), nk * a.dk().z()));
  }

  private static double span(double i, double j, double k) {
    return (Math.abs(i) + Math.abs(j) + Math.abs(k)) / 2;
  }
}
