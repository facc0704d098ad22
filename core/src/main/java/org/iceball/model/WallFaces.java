package org.iceball.model;

import java.util.ArrayList;
import java.util.List;
import org.iceball.grid.Grid;

/**
 * The faces between lumen and tissue, and how squarely each faces the smooth wall that the cells
 * stand for. The sum of the faces' projections on the wall is the wall's area; that of the faces
 * themselves is up to 1.7 times as much.
 */
final class WallFaces {
  /** Cells that the direction of the wall is taken from, either way along each axis. */
  private static final int AROUND = 2;

  /** Width of the Gaussian that they are weighted with [cells]. */
  private static final double SMOOTHING = 1.2;

  private final Grid grid;
  private final boolean[] lumen;

  /**
   * A face.
   *
   * @param lumenCell the cell on its inner side
   * @param tissueCell the cell on its outer side
   * @param facing cosine between its normal and the wall's [1]
   */
  record Face(int lumenCell, int tissueCell, double facing) {}

  private WallFaces(Grid grid, boolean[] lumen) {
    this.grid = grid;
    this.lumen = lumen;
  }

  /**
   * All faces between cells of a material and tissue.
   *
   * @param material of the cells, shape [cells]; not modified
   * @param of index of the lumen's material
   * @param materials all of them; faces to held ones are left out
   */
  static List<Face> find(Grid grid, byte[] material, int of, List<Material> materials) {
    boolean[] inside = new boolean[material.length];
    for (int c = 0; c < inside.length; c++) {
      inside[c] = materials.get(material[c] & 0xff).held();
    }
    WallFaces walls = new WallFaces(grid, inside);
    int[] step = {-1, 1, -grid.nx(), grid.nx(), -grid.nx() * grid.ny(), grid.nx() * grid.ny()};
    List<Face> faces = new ArrayList<>();
    for (int c = 0; c < inside.length; c++) {
      if ((material[c] & 0xff) != of) {
        continue;
      }
      for (int d = 0; d < 6; d++) {
        if (TissueFill.neighbours(grid, c, d) && !inside[c + step[d]]) {
          faces.add(new Face(c, c + step[d], walls.facing(c, c + step[d], d)));
        }
      }
    }
    return faces;
  }

  private double facing(int inner, int outer, int direction) {
    double[] normal = new double[3];
    addNormal(inner, normal);
    addNormal(outer, normal);
    double length =
        Math.sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]);
    return length > 0 ? Math.abs(normal[direction / 2]) / length : 1;
  }

  /** Adds the direction in which the lumen round a cell thins out. */
  private void addNormal(int cell, double[] normal) {
    int i = cell % grid.nx();
    int j = cell / grid.nx() % grid.ny();
    int k = cell / grid.nx() / grid.ny();
    for (int dk = -AROUND; dk <= AROUND; dk++) {
      for (int dj = -AROUND; dj <= AROUND; dj++) {
        for (int di = -AROUND; di <= AROUND; di++) {
          if (lumen[near(i + di, j + dj, k + dk)]) {
            double w = StrictMath.exp(-(di * di + dj * dj + dk * dk) / (2 * SMOOTHING * SMOOTHING));
            normal[0] -= w * di;
            normal[1] -= w * dj;
            normal[2] -= w * dk;
          }
        }
      }
    }
  }

  /** Beyond the grid the vessel goes on as at its edge. */
  private int near(int i, int j, int k) {
    return grid.index(
        Math.min(grid.nx() - 1, Math.max(0, i)),
        Math.min(grid.ny() - 1, Math.max(0, j)),
        Math.min(grid.nz() - 1, Math.max(0, k)));
  }
}
