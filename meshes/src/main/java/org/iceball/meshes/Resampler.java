package org.iceball.meshes;

import java.util.List;
import org.iceball.grid.Affine;
import org.iceball.grid.Grid;
import org.iceball.grid.LabelImage;
import org.iceball.grid.Labels;

/** From the image's voxels to the simulation grid's cells and back. */
public final class Resampler {
  /** Cells along the edge of a block; small enough that a block's arrays stay some megabytes. */
  static final int BLOCK = 128;

  private Resampler() {}

  /**
   * The labels of an image on a simulation grid. Between voxels a label's surface is interpolated
   * through its signed distance (shape-based interpolation: Raya and Udupa, IEEE Trans. Med.
   * Imaging 9, 32-42, 1990), so that thick slices give no steps: a cell gets the label whose
   * interpolated distance is most negative. Cells beyond the image get label 0. A feature thinner
   * than the distance of two slices that runs along them is kept only where it overlaps itself from
   * slice to slice.
   *
   * @param image any voxel sizes, any directions; sheared axes are treated as square ones
   * @param grid the cells
   */
  public static Labels toGrid(LabelImage image, Grid grid) {
    return toGrid(image, grid, BLOCK);
  }

  /** The same in blocks of another edge [cells], which changes nothing in the result. */
  static Labels toGrid(LabelImage image, Grid grid, int edge) {
    byte[] cells = new byte[grid.cells()];
    Affine a = image.affine();
    MixedCells mixed =
        new MixedCells(Math.min(a.di().norm(), Math.min(a.dj().norm(), a.dk().norm())));
    for (int k = 0; k < grid.nz(); k += edge) {
      for (int j = 0; j < grid.ny(); j += edge) {
        for (int i = 0; i < grid.nx(); i += edge) {
          int[] from = {i, j, k};
          int[] to = {
            Math.min(i + edge, grid.nx()),
            Math.min(j + edge, grid.ny()),
            Math.min(k + edge, grid.nz())
          };
          new ResampledBlock(image, grid, from, to).fill(cells, mixed);
        }
      }
    }
    mixed.settle(cells);
    return new Labels(grid, cells);
  }

  /**
   * The zones of a simulation on the voxels of an image, to be laid over it.
   *
   * @param field temperature [K] (or what else the thresholds are in), shape [cells], x fastest,
   *     not modified
   * @param grid the cells
   * @param image whose frame counts; its labels don't
   * @param thresholds warmest first [K]
   * @return for each voxel how many thresholds the field, interpolated trilinearly at the voxel's
   *     centre, lies below: 0 in no zone and everywhere beyond the grid, 1 in the outermost only
   */
  public static LabelImage zonesOnImage(
      float[] field, Grid grid, LabelImage image, List<Double> thresholds) {
    if (field.length != grid.cells()) {
      throw new IllegalArgumentException(field.length + " values for " + grid.cells() + " cells");
    }
    double[] below = thresholds.stream().mapToDouble(Double::doubleValue).toArray();
    IndexMap map = IndexMap.voxelsToCells(image, grid);
    byte[] zones = new byte[image.values().length];
    int voxel = 0;
    for (int k = 0; k < image.nz(); k++) {
      for (int j = 0; j < image.ny(); j++) {
        for (int i = 0; i < image.nx(); i++, voxel++) {
          double x = map.x(i, j, k);
          double y = map.y(i, j, k);
          double z = map.z(i, j, k);
          if (IndexMap.within(x, grid.nx())
              && IndexMap.within(y, grid.ny())
              && IndexMap.within(z, grid.nz())) {
            zones[voxel] = (byte) rank(trilinear(field, grid, x, y, z), below);
          }
        }
      }
    }
    return new LabelImage(image.nx(), image.ny(), image.nz(), image.affine(), zones);
  }

  private static int rank(double value, double[] below) {
    int rank = 0;
    while (rank < below.length && value < below[rank]) {
      rank++;
    }
    return rank;
  }

  private static double trilinear(float[] f, Grid grid, double x, double y, double z) {
    int i = IndexMap.lower(x, grid.nx());
    int j = IndexMap.lower(y, grid.ny());
    int k = IndexMap.lower(z, grid.nz());
    return trilinear(
        f,
        grid.index(i, j, k),
        grid.nx() > 1 ? 1 : 0,
        grid.ny() > 1 ? grid.nx() : 0,
        grid.nz() > 1 ? grid.nx() * grid.ny() : 0,
        IndexMap.weight(x, i),
        IndexMap.weight(y, j),
        IndexMap.weight(z, k));
  }

  /**
   * Trilinear interpolation.
   *
   * @param at index of the corner with the least indices
   * @param sx from there to the next along x; likewise sy and sz
   * @param wx weight of the upper corners along x [1]; likewise wy and wz
   */
  static double trilinear(
      float[] f, int at, int sx, int sy, int sz, double wx, double wy, double wz) {
    double c00 = f[at] + wx * (f[at + sx] - f[at]);
    double c10 = f[at + sy] + wx * (f[at + sx + sy] - f[at + sy]);
    double c01 = f[at + sz] + wx * (f[at + sx + sz] - f[at + sz]);
    double c11 = f[at + sy + sz] + wx * (f[at + sx + sy + sz] - f[at + sy + sz]);
    double c0 = c00 + wy * (c10 - c00);
    double c1 = c01 + wy * (c11 - c01);
    return c0 + wz * (c1 - c0);
  }
}
