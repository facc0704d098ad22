package org.iceball.plan;

import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;

/** Values between cell centres. */
final class Trilinear {
  private Trilinear() {}

  /**
   * The field at fractional indices, the nearest point of the grid's centres outside.
   *
   * @param field shape [cells], x fastest; not modified
   * @param f fractional indices of cells [1]
   */
  static double at(float[] field, Grid g, Vec3 f) {
    double x = within(f.x(), g.nx());
    double y = within(f.y(), g.ny());
    double z = within(f.z(), g.nz());
    int i = Math.min((int) x, Math.max(0, g.nx() - 2));
    int j = Math.min((int) y, Math.max(0, g.ny() - 2));
    int k = Math.min((int) z, Math.max(0, g.nz() - 2));
    double sum = 0;
    for (int corner = 0; corner < 8; corner++) {
      int a = corner & 1;
      int b = corner >> 1 & 1;
      int c = corner >> 2;
      double weight =
          (a == 1 ? x - i : 1 - (x - i))
              * (b == 1 ? y - j : 1 - (y - j))
              * (c == 1 ? z - k : 1 - (z - k));
      if (weight > 0) {
        sum += weight * field[g.index(i + a, j + b, k + c)];
      }
    }
    return sum;
  }

  private static double within(double f, int n) {
    return Math.max(0, Math.min(n - 1, f));
  }
}
