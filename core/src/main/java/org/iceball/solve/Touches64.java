package org.iceball.solve;

import java.util.Arrays;
import java.util.List;
import org.iceball.model.Material;

/**
 * Term (4) of docs/physics.md, in double precision: what needles and vessel walls give to the cells
 * of a plane. Cells whose temperature is held get nothing and are left out.
 */
@SuppressWarnings("cast") // the casts do their work in the single-precision twin
final class Touches64 {
  private final int nx;
  private final int[][] cell;
  private final int[][] needle;

  /** Where the wall's conductivity integral for the cell's material stands. */
  private final int[][] slot;

  private final double[][] conductance;
  private final double[][] floor;

  Touches64(PlanePlan plan, List<Material> materials, int nx) {
    this.nx = nx;
    int planes = plan.needleCell.length;
    cell = new int[planes][];
    needle = new int[planes][];
    slot = new int[planes][];
    conductance = new double[planes][];
    floor = new double[planes][];
    for (int k = 0; k < planes; k++) {
      gather(k, plan, materials);
    }
  }

  private void gather(int k, PlanePlan plan, List<Material> materials) {
    int most = plan.needleCell[k].length;
    cell[k] = new int[most];
    needle[k] = new int[most];
    slot[k] = new int[most];
    conductance[k] = new double[most];
    floor[k] = new double[most];
    int n = 0;
    for (int t = 0; t < most; t++) {
      int kind = plan.needleKind[k][t];
      if (!materials.get(kind).held()) {
        cell[k][n] = plan.needleCell[k][t];
        needle[k][n] = plan.needle[k][t];
        slot[k][n] = plan.needle[k][t] * materials.size() + kind;
        conductance[k][n] = (double) plan.conductance[k][t];
        floor[k][n++] = (double) plan.floor[k][t];
      }
    }
    cell[k] = Arrays.copyOf(cell[k], n);
  }

  /**
   * Adds the heat of some cells of a plane.
   *
   * @param wall conductivity integrals of the walls, NaN where one is passive [W/m]
   * @param q the cells' own [W/m]
   * @param near cells of this box count in no sum
   * @param rate of the cells [W/m3]; modified
   * @param sum of each needle, see {@link Powers} [W/m3]; modified
   */
  void give(
      int k,
      double[] wall,
      double[] q,
      Box near,
      int from,
      int to,
      double[] rate,
      /* wide */ double[] sum) {
    boolean some = near.holdsPlane(k);
    int[] cells = cell[k];
    int[] slots = slot[k];
    int[] of = needle[k];
    double[] g = conductance[k];
    double[] least = floor[k];
    int end = PlanePlan.find(cells, to);
    for (int n = PlanePlan.find(cells, from); n < end; n++) {
      double at = wall[slots[n]];
      if (!Double.isNaN(at)) {
        int c = cells[n];
        double heat = g[n] * (at - Math.max(q[c], least[n]));
        rate[c] += heat;
        if (!some || !near.contains(c % nx, c / nx, k)) {
          sum[of[n]] += heat;
        }
      }
    }
  }
}
