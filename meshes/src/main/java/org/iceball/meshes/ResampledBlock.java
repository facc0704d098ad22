package org.iceball.meshes;

import org.iceball.grid.Affine;
import org.iceball.grid.Grid;
import org.iceball.grid.LabelImage;
import org.iceball.grid.Vec3;

/**
 * A block of cells that gets its labels from the part of the image around it.
 *
 * <p>Only cells whose eight surrounding voxels differ need distances, and of those only the
 * distances of the labels among the eight. Such a distance is at most a voxel's diagonal, so a pad
 * of that width makes the block's result independent of what lies further off.
 */
final class ResampledBlock {
  private final LabelImage image;
  private final Grid grid;
  private final int[] from;
  private final int[] to;
  private final IndexMap map;
  private final double[] edge;

  /**
   * @param from first cell along x, y, z
   * @param to one past the last
   */
  ResampledBlock(LabelImage image, Grid grid, int[] from, int[] to) {
    this.image = image;
    this.grid = grid;
    this.from = from;
    this.to = to;
    this.map = IndexMap.cellsToVoxels(grid, image.affine());
    Affine a = image.affine();
    this.edge = new double[] {a.di().norm(), a.dj().norm(), a.dk().norm()};
  }

  /**
   * Writes the plain cells' labels and collects the others with their distances.
   *
   * @param cells labels of the grid, shape [cells], *modified*
   * @param mixed gets the cells that are not plain
   */
  void fill(byte[] cells, MixedCells mixed) {
    int before = mixed.size();
    boolean[] present = new boolean[256];
    for (int k = from[2]; k < to[2]; k++) {
      for (int j = from[1]; j < to[1]; j++) {
        for (int i = from[0]; i < to[0]; i++) {
          int label = labelAround(i, j, k, present);
          int cell = grid.index(i, j, k);
          if (label >= 0) {
            cells[cell] = (byte) label;
          } else {
            mixed.add(cell);
          }
        }
      }
    }
    if (mixed.size() > before) {
      measure(mixed, before, present);
    }
  }

  /** The one label of the voxels around a cell, 0 beyond the image, or -1 where they differ. */
  private int labelAround(int i, int j, int k, boolean[] present) {
    double x = map.x(i, j, k);
    double y = map.y(i, j, k);
    double z = map.z(i, j, k);
    if (!(IndexMap.within(x, image.nx())
        && IndexMap.within(y, image.ny())
        && IndexMap.within(z, image.nz()))) {
      return 0;
    }
    int vi = IndexMap.lower(x, image.nx());
    int vj = IndexMap.lower(y, image.ny());
    int vk = IndexMap.lower(z, image.nz());
    int first = image.at(vi, vj, vk);
    boolean same = true;
    for (int c = 1; c < 8; c++) {
      same &= corner(vi, vj, vk, c) == first;
    }
    if (same) {
      return first;
    }
    for (int c = 0; c < 8; c++) {
      present[corner(vi, vj, vk, c)] = true;
    }
    return -1;
  }

  /** Label of one of the eight voxels from (i, j, k) on; c counts them in binary, x first. */
  private int corner(int i, int j, int k, int c) {
    return image.at(
        Math.min(i + (c & 1), image.nx() - 1),
        Math.min(j + (c >> 1 & 1), image.ny() - 1),
        Math.min(k + (c >> 2), image.nz() - 1));
  }

  /** Sum of the trilinear weights of the corners with the label [1]; -1 where none has it. */
  private double weight(int i, int j, int k, double wx, double wy, double wz, int label) {
    double sum = 0;
    boolean there = false;
    for (int c = 0; c < 8; c++) {
      if (corner(i, j, k, c) == label) {
        there = true;
        double x = (c & 1) == 0 ? 1 - wx : wx;
        double y = (c & 2) == 0 ? 1 - wy : wy;
        double z = (c & 4) == 0 ? 1 - wz : wz;
        sum += x * y * z;
      }
    }
    return there ? sum : -1;
  }

  /** Adds the distances of all cells from the given one on. */
  private void measure(MixedCells mixed, int first, boolean[] present) {
    int[][] crop = crop();
    for (int label = 0; label < 256; label++) {
      if (present[label]) {
        SignedDistance distance = SignedDistance.of(image, label, crop, edge);
        for (int n = first; n < mixed.size(); n++) {
          int cell = mixed.cell(n);
          int i = cell % grid.nx();
          int j = cell / grid.nx() % grid.ny();
          int k = cell / grid.nx() / grid.ny();
          double x = map.x(i, j, k);
          double y = map.y(i, j, k);
          double z = map.z(i, j, k);
          int vi = IndexMap.lower(x, image.nx());
          int vj = IndexMap.lower(y, image.ny());
          int vk = IndexMap.lower(z, image.nz());
          double wx = IndexMap.weight(x, vi);
          double wy = IndexMap.weight(y, vj);
          double wz = IndexMap.weight(z, vk);
          double weight = weight(vi, vj, vk, wx, wy, wz, label);
          if (weight >= 0) {
            mixed.addCandidate(n, label, weight, distance.at(vi, vj, vk, wx, wy, wz));
          }
        }
      }
    }
  }

  /** First and last voxels that matter to the block, along i, j, k. */
  private int[][] crop() {
    double[] low = {1e9, 1e9, 1e9};
    double[] high = {-1e9, -1e9, -1e9};
    for (int c = 0; c < 8; c++) {
      int i = (c & 1) == 0 ? from[0] : to[0] - 1;
      int j = (c & 2) == 0 ? from[1] : to[1] - 1;
      int k = (c & 4) == 0 ? from[2] : to[2] - 1;
      double[] f = {map.x(i, j, k), map.y(i, j, k), map.z(i, j, k)};
      for (int axis = 0; axis < 3; axis++) {
        low[axis] = Math.min(low[axis], f[axis]);
        high[axis] = Math.max(high[axis], f[axis]);
      }
    }
    double diagonal = new Vec3(edge[0], edge[1], edge[2]).norm();
    int[] size = {image.nx(), image.ny(), image.nz()};
    int[][] crop = new int[3][];
    for (int axis = 0; axis < 3; axis++) {
      int pad = 2 + (int) Math.ceil(diagonal / edge[axis]);
      crop[axis] =
          new int[] {
            Math.max(0, (int) Math.floor(low[axis]) - pad),
            Math.min(size[axis] - 1, (int) Math.ceil(high[axis]) + pad)
          };
    }
    return crop;
  }
}
