package org.iceball.electric;

import java.util.ArrayList;
import java.util.List;
import org.iceball.device.Generator.Ground;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;

/**
 * How the outer faces of the grid lead current away. Where the tissue goes on for ever the
 * potential falls as 1/r from the electrodes, so a face passes the current sigma V (n r) / r2; a
 * face at 0 V is half a cell away.
 *
 * @param cells that have an outer face which conducts, each as often as it has one, shape [n]
 * @param factor conductance of the face over the cell's conductivity [m], shape [n]
 * @param inside part of the face's heat that stays in the cell [1], shape [n]
 */
record Grounding(int[] cells, double[] factor, double[] inside) {

  static Grounding of(Grid g, Ground ground, Vec3 centre) {
    List<Integer> cells = new ArrayList<>();
    List<Double> factor = new ArrayList<>();
    List<Double> inside = new ArrayList<>();
    double half = g.spacing() / 2;
    double area = g.spacing() * g.spacing();
    for (int side = 0; side < 6; side++) {
      if (!conducts(ground, side)) {
        continue;
      }
      int axis = side / 2;
      Vec3 normal =
          new Vec3(axis == 0 ? 1 : 0, axis == 1 ? 1 : 0, axis == 2 ? 1 : 0)
              .times(side % 2 == 0 ? -1 : 1);
      int[] n = {g.nx(), g.ny(), g.nz()};
      int at = side % 2 == 0 ? 0 : n[axis] - 1;
      n[axis] = 1;
      for (int k = 0; k < n[2]; k++) {
        for (int j = 0; j < n[1]; j++) {
          for (int i = 0; i < n[0]; i++) {
            int ci = axis == 0 ? at : i;
            int cj = axis == 1 ? at : j;
            int ck = axis == 2 ? at : k;
            double beyond = 0;
            if (ground == Ground.FAR) {
              Vec3 r = g.centre(ci, cj, ck).plus(normal.times(half)).minus(centre);
              beyond = r.dot(r) / Math.max(half, r.dot(normal));
            }
            cells.add(g.index(ci, cj, ck));
            factor.add(area / (half + beyond));
            inside.add(half / (half + beyond));
          }
        }
      }
    }
    return new Grounding(
        cells.stream().mapToInt(c -> c).toArray(),
        factor.stream().mapToDouble(f -> f).toArray(),
        inside.stream().mapToDouble(f -> f).toArray());
  }

  private static boolean conducts(Ground ground, int side) {
    return switch (ground) {
      case FAR, FACES -> true;
      case LEFT -> side == 0;
      case RIGHT -> side == 1;
      case POSTERIOR -> side == 2;
      case ANTERIOR -> side == 3;
      case INFERIOR -> side == 4;
      case SUPERIOR -> side == 5;
    };
  }
}
