package org.iceball.solve;

import org.iceball.grid.Grid;

/**
 * The heat that crosses the sides of the near box, in single precision. The far part adds it up
 * with the recursion that moves its own enthalpy, so that what one part loses the other gains.
 */
@SuppressWarnings("cast") // the casts do their work in the single-precision twin
final class Crossing32 {
  /** First slot of each plane of the grid, then the number of slots, shape [planes + 1]. */
  final int[] first;

  /** Cells inside the box at its sides, as indices in their plane of the grid, shape [slots]. */
  final int[] cell;

  /** The same cells as indices in their plane of the box. */
  final int[] inner;

  /** Sides of each that heat leaves the box through: bit s for side s of x-, x+, y-, y+, z-, z+. */
  final byte[] sides;

  /** Those of these sides where another enthalpy curve begins. */
  final byte[] seams;

  /** Heat a cell of the far step on trial [J/m3]; {@code e} a stage before; {@code m} rate. */
  float[] d;

  float[] e;
  final float[] m;

  /** Rate of the sweep in progress [W/m3]. */
  final float[] next;

  /** What flows in during the steps of the near part [W/m3]. */
  final float[] inflow;

  Crossing32(Box b, Grid g, PlanePlan plan) {
    first = new int[g.nz() + 1];
    int most = (int) (b.cells() - b.shrunk(1, g).cells());
    cell = new int[most];
    inner = new int[most];
    sides = new byte[most];
    seams = new byte[most];
    int n = 0;
    for (int k = 0; k < g.nz(); k++) {
      first[k] = n;
      if (k < b.k0() || k >= b.k1()) {
        continue;
      }
      for (int j = b.j0(); j < b.j1(); j++) {
        for (int i = b.i0(); i < b.i1(); i++) {
          int out =
              (i == b.i0() && i > 0 ? 1 : 0)
                  | (i == b.i1() - 1 && i < g.nx() - 1 ? 2 : 0)
                  | (j == b.j0() && j > 0 ? 4 : 0)
                  | (j == b.j1() - 1 && j < g.ny() - 1 ? 8 : 0)
                  | (k == b.k0() && k > 0 ? 16 : 0)
                  | (k == b.k1() - 1 && k < g.nz() - 1 ? 32 : 0);
          int c = i + g.nx() * j;
          out &= out == 0 ? 0 : ~plan.closedSidesAt(k, c);
          if (out != 0) {
            cell[n] = c;
            inner[n] = i - b.i0() + (b.i1() - b.i0()) * (j - b.j0());
            seams[n] = (byte) (out & plan.seamSidesAt(k, cell[n]));
            sides[n++] = (byte) out;
          }
        }
      }
    }
    first[g.nz()] = n;
    d = new float[n];
    e = new float[n];
    m = new float[n];
    next = new float[n];
    inflow = new float[n];
  }

  /** The first slot of plane k whose cell is not below a number. */
  int find(int k, int atLeast) {
    return PlanePlan.find(cell, first[k], first[k + 1], atLeast);
  }

  /** The first slot of plane k whose cell in the box is not below a number. */
  int findInner(int k, int atLeast) {
    return PlanePlan.find(inner, first[k], first[k + 1], atLeast);
  }

  /** What a sweep of plane k found is the rate at the beginning of a step, or a stage of it. */
  void kept(HeatKernel.Sweep what, HeatKernel.Stage stage, int k) {
    if (what == HeatKernel.Sweep.RATE) {
      System.arraycopy(next, first[k], m, first[k], first[k + 1] - first[k]);
      return;
    }
    float mu = (float) stage.mu;
    float nu = (float) stage.nu;
    float a = (float) stage.a;
    float b = (float) stage.b;
    for (int n = first[k]; n < first[k + 1]; n++) {
      e[n] = mu * d[n] + nu * e[n] + (a * next[n] + b * m[n]);
    }
  }

  /** First stage on the slots of a plane. */
  void begin(float a, int k) {
    for (int n = first[k]; n < first[k + 1]; n++) {
      d[n] = a * m[n];
      e[n] = 0;
    }
  }

  void swapStages() {
    float[] s = d;
    d = e;
    e = s;
  }

  /** What crossed during a far step of a length [s] flows evenly during the near steps. */
  void spread(/* wide */ double tau) {
    for (int n = 0; n < inflow.length; n++) {
      inflow[n] = (float) (d[n] / tau);
    }
  }
}
