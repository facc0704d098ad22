package org.iceball.solve;

import org.iceball.grid.Grid;
import org.iceball.model.Material;
import org.iceball.model.Model;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;

/**
 * The state of a part in single precision, one array a plane: a loop then has one index and no
 * offsets, and the compiler vectorises it (it does not where two arrays are indexed at different
 * offsets).
 */
@SuppressWarnings("cast") // the casts do their work in the single-precision twin
final class PlaneState32 {
  /** Enthalpy [J/m3]. */
  final float[][] h;

  /** Change on trial since the beginning of the step [J/m3]. */
  float[][] d;

  /** The change a stage before [J/m3]. */
  float[][] e;

  /** Balance at h [W/m3]. */
  float[][] m;

  /** Balance at h + d [W/m3]. */
  float[][] next;

  /** 1 where blood flows, 0 where the tissue froze or never had any [1]. */
  final float[][] alive;

  /** Lowest enthalpy so far [J/m3]. */
  final float[][] lowest;

  PlaneState32(Model model) {
    Grid g = model.grid();
    int cells = g.nx() * g.ny();
    h = new float[g.nz()][cells];
    d = new float[g.nz()][cells];
    e = new float[g.nz()][cells];
    m = new float[g.nz()][cells];
    next = new float[g.nz()][cells];
    alive = new float[g.nz()][cells];
    lowest = new float[g.nz()][cells];
    for (int k = 0; k < g.nz(); k++) {
      for (int c = 0; c < cells; c++) {
        Material of = model.materialOf(k * cells + c);
        h[k][c] = (float) of.start();
        lowest[k][c] = h[k][c];
        alive[k][c] = of.held() || of.start() <= 0 ? 0 : 1;
      }
    }
  }

  void swapStages() {
    float[][] s = d;
    d = e;
    e = s;
  }

  void swapRates() {
    float[][] s = m;
    m = next;
    next = s;
  }

  /** Copies a part's enthalpy to where its box lies here. */
  void putEnthalpy(PlaneState32 part, Box box, int nx) {
    put(part.h, h, box, nx);
  }

  /** Copies all that a part must remember to where its box lies here. */
  void putAll(PlaneState32 part, Box box, int nx) {
    put(part.h, h, box, nx);
    put(part.alive, alive, box, nx);
    put(part.lowest, lowest, box, nx);
  }

  /** Copies all that a part must remember from where its box lies here. */
  void takeAll(PlaneState32 part, Box box, int nx) {
    take(h, part.h, box, nx);
    take(alive, part.alive, box, nx);
    take(lowest, part.lowest, box, nx);
  }

  private static void put(float[][] part, float[][] whole, Box b, int nx) {
    int width = b.i1() - b.i0();
    for (int k = b.k0(); k < b.k1(); k++) {
      for (int j = b.j0(); j < b.j1(); j++) {
        int at = (j - b.j0()) * width;
        System.arraycopy(part[k - b.k0()], at, whole[k], b.i0() + nx * j, width);
      }
    }
  }

  private static void take(float[][] whole, float[][] part, Box b, int nx) {
    int width = b.i1() - b.i0();
    for (int k = b.k0(); k < b.k1(); k++) {
      for (int j = b.j0(); j < b.j1(); j++) {
        int at = (j - b.j0()) * width;
        System.arraycopy(whole[k], b.i0() + nx * j, part[k - b.k0()], at, width);
      }
    }
  }

  /**
   * Writes what these planes must remember; outside the window all is as it was at the start, but
   * for blood that stands still.
   *
   * @param rates whether the balance at h is to be remembered too
   */
  void save(StateOut out, Box window, int nx, boolean rates) {
    int from = nx * window.j0();
    int to = nx * window.j1();
    boolean[] flows = new boolean[alive[0].length];
    out.flag(rates);
    for (int k = 0; k < h.length; k++) {
      for (int c = 0; c < flows.length; c++) {
        flows[c] = alive[k][c] != 0;
      }
      out.flags(flows);
      if (window.holdsPlane(k)) {
        out.numbers(h[k], from, to);
        out.numbers(lowest[k], from, to);
        if (rates) {
          out.numbers(m[k], from, to);
        }
      }
    }
  }

  void restore(StateIn in, Box window, int nx) {
    int from = nx * window.j0();
    int to = nx * window.j1();
    boolean[] flows = new boolean[alive[0].length];
    boolean rates = in.flag();
    for (int k = 0; k < h.length; k++) {
      in.flags(flows);
      for (int c = 0; c < flows.length; c++) {
        alive[k][c] = flows[c] ? 1 : 0;
      }
      if (window.holdsPlane(k)) {
        in.numbers(h[k], from, to);
        in.numbers(lowest[k], from, to);
        if (rates) {
          in.numbers(m[k], from, to);
        }
      }
    }
  }
}
