package org.iceball.io.report;

import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;

/**
 * A grid of wider cells over another one.
 *
 * @param fine the other one
 * @param factor how many cells make an edge
 * @param grid of the wider cells; the last ones may reach beyond the box
 */
record Coarse(Grid fine, int factor, Grid grid) {

  static Coarse of(Grid fine, int factor) {
    double shift = (factor - 1) / 2.0 * fine.spacing();
    return new Coarse(
        fine,
        factor,
        new Grid(
            (fine.nx() + factor - 1) / factor,
            (fine.ny() + factor - 1) / factor,
            (fine.nz() + factor - 1) / factor,
            factor * fine.spacing(),
            fine.origin().plus(new Vec3(shift, shift, shift))));
  }

  /** Grid with the least factor that leaves so many cells at most. */
  static Coarse within(Grid fine, int cells) {
    int factor = 1;
    while (of(fine, factor).grid.cells() > cells) {
      factor++;
    }
    return of(fine, factor);
  }

  /** Means over the wide cells; shapes [fine cells] and [cells]. */
  float[] means(float[] values) {
    float[] means = new float[grid.cells()];
    for (int k = 0, at = 0; k < grid.nz(); k++) {
      for (int j = 0; j < grid.ny(); j++) {
        for (int i = 0; i < grid.nx(); i++, at++) {
          means[at] = mean(values, i, j, k);
        }
      }
    }
    return means;
  }

  private float mean(float[] values, int i, int j, int k) {
    double sum = 0;
    int count = 0;
    for (int z = k * factor; z < Math.min(fine.nz(), (k + 1) * factor); z++) {
      for (int y = j * factor; y < Math.min(fine.ny(), (j + 1) * factor); y++) {
        for (int x = i * factor; x < Math.min(fine.nx(), (i + 1) * factor); x++) {
          sum += values[fine.index(x, y, z)];
          count++;
        }
      }
    }
    return (float) (sum / count);
  }

  /** The value in the middle of each wide cell; shapes [fine cells] and [cells]. */
  byte[] middles(byte[] values) {
    byte[] middles = new byte[grid.cells()];
    for (int k = 0, at = 0; k < grid.nz(); k++) {
      for (int j = 0; j < grid.ny(); j++) {
        for (int i = 0; i < grid.nx(); i++, at++) {
          int x = Math.min(fine.nx() - 1, i * factor + factor / 2);
          int y = Math.min(fine.ny() - 1, j * factor + factor / 2);
          int z = Math.min(fine.nz() - 1, k * factor + factor / 2);
          middles[at] = values[fine.index(x, y, z)];
        }
      }
    }
    return middles;
  }
}
