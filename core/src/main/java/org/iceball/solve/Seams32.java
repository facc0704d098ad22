package org.iceball.solve;

import java.util.List;
import org.iceball.model.Material;
import org.iceball.model.Model;
import org.iceball.tissue.EnthalpyCurve;

/**
 * Faces between cells that a loop over a plane can't do, in single precision: term (1') between two
 * enthalpy curves, and what crosses the sides of the near box.
 */
@SuppressWarnings("cast") // the casts do their work in the single-precision twin
final class Seams32 {
  private final int nx;
  private final float perArea;
  private final List<Material> materials;
  private final PlanePlan plan;
  private final PlaneState32 state;

  Seams32(Model model, PlanePlan plan, PlaneState32 state) {
    nx = model.grid().nx();
    perArea = (float) (1 / (model.grid().spacing() * model.grid().spacing()));
    materials = model.materials();
    this.plan = plan;
    this.state = state;
  }

  /**
   * Temperature and conductivity at h + d of the cells at seams that conduct, of some rows of a
   * plane, into its slots of the work planes: once a cell, though up to six faces ask for it.
   */
  void look(Work32 w, int k, int from, int to) {
    int[] cells = plan.seams[k];
    byte[] sides = plan.seamSides[k];
    int end = PlanePlan.find(cells, to);
    for (int n = PlanePlan.find(cells, from); n < end; n++) {
      if (sides[n] != 0) {
        int c = cells[n];
        EnthalpyCurve curve = materials.get(plan.kindAt(k, c)).curve();
        /* wide */ double at = state.h[k][c] + state.d[k][c];
        w.seamTemperature[k % 3][c] = curve.temperature(at);
        w.seamConductivity[k % 3][c] = curve.conductivity(at);
      }
    }
  }

  /**
   * Conducts again, into {@code w.rate}, where a neighbour has another curve; not in a still box,
   * and not inside vessels, where nothing happens.
   */
  void conduct(Work32 w, int k, Box window, Box still, int from, int to) {
    int[] cells = plan.seams[k];
    boolean some = still.holdsPlane(k);
    int end = PlanePlan.find(cells, to);
    for (int n = PlanePlan.find(cells, from); n < end; n++) {
      int c = cells[n];
      int j = c / nx;
      int i = c - nx * j;
      if (!some || !still.contains(i, j, k)) {
        // no heat crosses the sides of the window
        int s =
            plan.seamSides[k][n]
                & ~((j == window.j0() ? 4 : 0)
                    | (j == window.j1() - 1 ? 8 : 0)
                    | (k == window.k0() ? 16 : 0)
                    | (k == window.k1() - 1 ? 32 : 0));
        flow(w, k, i, j, s, plan.closedSides[k][n], window);
        float[] f = w.flow;
        w.rate[c] = (((f[0] + f[1]) + (f[2] + f[3])) + (f[4] + f[5])) * perArea;
      }
    }
  }

  /** What flows into the near box through its sides, into {@code crossing.next} [W/m3]. */
  void cross(Work32 w, int k, Box window, Crossing32 crossing, int from, int to) {
    int end = crossing.find(k, to);
    for (int n = crossing.find(k, from); n < end; n++) {
      int c = crossing.cell[n];
      flow(w, k, c % nx, c / nx, crossing.seams[n], 0, window);
      float heat = 0;
      for (int side = 0; side < 6; side++) {
        if ((crossing.sides[n] >> side & 1) != 0) {
          heat += w.flow[side];
        }
      }
      crossing.next[n] = heat * perArea;
    }
  }

  /**
   * What comes into a cell through its faces, times the spacing squared, into {@code w.flow}:
   * through those of some sides from another curve, through those of others nothing.
   */
  private void flow(Work32 w, int k, int i, int j, int seams, int closed, Box window) {
    int c = i + nx * j;
    float[] q = w.q[k % 3];
    float own = q[c];
    float[] f = w.flow;
    f[0] = (i > 0 ? q[c - 1] : w.left[c]) - own;
    f[1] = (i < nx - 1 ? q[c + 1] : w.right[c]) - own;
    f[2] = (j > window.j0() ? q[c - nx] : w.below[c]) - own;
    f[3] = (j < window.j1() - 1 ? q[c + nx] : w.above[c]) - own;
    f[4] = w.back[c] - own;
    f[5] = w.front[c] - own;
    for (int sides = closed; sides != 0; sides &= sides - 1) {
      f[Integer.numberOfTrailingZeros(sides)] = 0;
    }
    for (int sides = seams; sides != 0; sides &= sides - 1) {
      int side = Integer.numberOfTrailingZeros(sides);
      f[side] =
          switch (side) {
            case 0 -> face(w, k, c, k % 3, c - 1);
            case 1 -> face(w, k, c, k % 3, c + 1);
            case 2 -> face(w, k, c, k % 3, c - nx);
            case 3 -> face(w, k, c, k % 3, c + nx);
            case 4 -> face(w, k, c, (k + 2) % 3, c);
            default -> face(w, k, c, (k + 1) % 3, c);
          };
    }
  }

  /** What comes into a cell from one with another curve, in a slot: harmonic mean [W/m]. */
  private static float face(Work32 w, int k, int c, int slot, int other) {
    /* wide */ double here = w.seamConductivity[k % 3][c];
    /* wide */ double there = w.seamConductivity[slot][other];
    /* wide */ double mean = 2 * (here * there) / (here + there);
    return (float) (mean * (w.seamTemperature[slot][other] - w.seamTemperature[k % 3][c]));
  }
}
