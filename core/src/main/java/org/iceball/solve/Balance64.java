package org.iceball.solve;

import java.util.Arrays;
import java.util.List;
import org.iceball.model.Material;
import org.iceball.model.Model;
import org.iceball.tissue.Boiling;
import org.iceball.tissue.EnthalpyCurve;

/**
 * The balance of heat, some rows of a plane at a time, in double precision: terms (1) to (5) of
 * docs/physics.md, a term a line in {@link #of}.
 */
@SuppressWarnings("cast") // the casts do their work in the single-precision twin
final class Balance64 {
  private final int nx;
  private final int ny;
  private final double perArea;
  private final int needles;

  private final List<Material> materials;
  private final PlanePlan plan;
  private final PlaneState64 state;
  private final double[][] curve;
  private final double[][] blood;
  private final double[] wall;
  private final int[][] depth;
  private final Neighbours64 neighbours;
  private final Seams64 seams;
  private final Touches64 touches;
  private final Loops64 loops = Loops64.best();
  private final double[] boils;
  private final double[] boiled;
  private final double[] bendFrom;
  private final double[] bendTo;
  private double[][] source;
  private double amplitude;
  private Box window;
  private Box near = Box.empty();
  private Box still = Box.empty();
  private Crossing64 crossing;
  private Crossing64 inflow;
  private int inflowPlane;

  Balance64(Part part, PlanePlan plan, PlaneState64 state) {
    Model model = part.model();
    this.plan = plan;
    this.state = state;
    nx = model.grid().nx();
    ny = model.grid().ny();
    perArea = (double) (1 / (model.grid().spacing() * model.grid().spacing()));
    window = Box.all(model.grid());
    materials = model.materials();
    needles = model.needles().size();
    wall = new double[needles * materials.size()];
    curve = new double[materials.size()][];
    blood = new double[materials.size()][];
    for (int m = 0; m < curve.length; m++) {
      Material of = materials.get(m);
      curve[m] = Coefficients64.of(of.curve());
      blood[m] = Coefficients64.of(of.perfusion());
    }
    boils = new double[materials.size()];
    boiled = new double[materials.size()];
    bendFrom = new double[materials.size()];
    bendTo = new double[materials.size()];
    for (int m = 0; m < curve.length; m++) {
      Boiling of = materials.get(m).curve().boiling();
      boils[m] = (double) of.from();
      boiled[m] = (double) of.width();
      bendFrom[m] = (double) of.atFrom();
      bendTo[m] = (double) of.atTo();
    }
    depth = new int[model.grid().nz()][materials.size()];
    for (int[] d : depth) {
      Arrays.fill(d, EnthalpyCurve.KNOTS);
    }
    neighbours = new Neighbours64(part, plan);
    seams = new Seams64(model, plan, state);
    touches = new Touches64(plan, materials, nx);
  }

  Work64 newWork() {
    return new Work64(nx * ny);
  }

  void window(Box computed) {
    window = computed;
  }

  /** From now on blood brings this part of what it would to each material [1]. */
  void perfuse(/* wide */ double[] part) {
    for (int m = 0; m < blood.length; m++) {
      double[] full = Coefficients64.of(materials.get(m).perfusion());
      for (int c = 2; c < 7; c++) {
        blood[m][c] = (double) part[m] * full[c];
      }
    }
  }

  /** Heat of the cells at an amplitude of one [W/m3]; water boils from now on. */
  void source(/* wide */ double[] density) {
    int cells = nx * ny;
    if (source == null) {
      source = new double[depth.length][cells];
    }
    for (int k = 0; k < source.length; k++) {
      for (int c = 0; c < cells; c++) {
        source[k][c] = (double) density[c + k * cells];
      }
    }
  }

  void amplitude(/* wide */ double factor) {
    amplitude = (double) factor;
  }

  /** What boils has no blood. */
  void buryBoiled(int k, int from, int to) {
    if (source == null) {
      return;
    }
    int[] start = plan.start[k];
    int[] kind = plan.material[k];
    for (int r = PlanePlan.runAt(start, from); r < kind.length && start[r] < to; r++) {
      double limit = boils[kind[r]];
      for (int c = Math.max(from, start[r]); c < Math.min(to, start[r + 1]); c++) {
        if (state.h[k][c] > limit) {
          state.alive[k][c] = 0;
        }
      }
    }
  }

  void drive(/* wide */ double[] integrals) {
    for (int w = 0; w < wall.length; w++) {
      wall[w] = (double) integrals[w];
    }
  }

  /**
   * From now on the far part: the cells of a box keep still, and the cells of a box round it, the
   * near part's, count in no sum.
   */
  void leaveOut(Box nearBox, Box stillBox, Crossing64 across) {
    near = nearBox;
    still = stillBox;
    crossing = across;
  }

  /** From now on the near part: heat flows in at the sides. */
  void letIn(Crossing64 across, int firstPlane) {
    inflow = across;
    inflowPlane = firstPlane;
  }

  Box near() {
    return near;
  }

  Box still() {
    return still;
  }

  /**
   * The knots of a curve that a plane needs, so that the others, which add nothing, can be left
   * out.
   *
   * @param lowest no cell of that curve is colder during the step [J/m3]
   */
  void reach(int k, int curveMaterial, /* wide */ double lowest) {
    depth[k][curveMaterial] = knots(curve[curveMaterial], lowest);
  }

  /** True where a wall colder than the liquidus pulls at cells of a plane. */
  boolean isChilled(int k) {
    int materials = curve.length;
    for (int needle : plan.needle[k]) {
      for (int m = 0; m < materials; m++) {
        if (wall[needle * materials + m] < 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** How many knots of a curve lie above an enthalpy [J/m3]. */
  private static int knots(double[] c, /* wide */ double lowest) {
    int n = 0;
    while (n < EnthalpyCurve.KNOTS && c[2 + n] > lowest) {
      n++;
    }
    return n;
  }

  /** The highest knot that is left out on a plane [J/m3], or minus infinity. */
  /* wide */ double firstIgnoredKnot(int k, int curveMaterial) {
    int n = depth[k][curveMaterial];
    return n < EnthalpyCurve.KNOTS ? curve[curveMaterial][2 + n] : Double.NEGATIVE_INFINITY;
  }

  /**
   * Conductivity integral of some rows of a plane at h + d, into its slot of {@code w.q}, and what
   * the seams there need.
   */
  void integrals(Work64 w, int k, int from, int to) {
    int[] start = plan.curveStart[k];
    int[] kind = plan.curveMaterial[k];
    double[] q = w.q[k % 3];
    for (int r = PlanePlan.runAt(start, from); r < kind.length && start[r] < to; r++) {
      int a = Math.max(from, start[r]);
      int b = Math.min(to, start[r + 1]);
      loops.integral(state.h[k], state.d[k], w.y, q, a, b, curve[kind[r]], depth[k][kind[r]]);
      if (source != null) {
        bend(state.h[k], state.d[k], q, a, b, kind[r], curve[kind[r]][0]);
      }
    }
    seams.look(w, k, from, to);
  }

  /** Adds what boiling does to the conductivity integral, or to the temperature. */
  private void bend(double[] h, double[] d, double[] q, int a, int b, int kind, double slope) {
    double perKelvin = slope / (double) materials.get(kind).curve().slopeT();
    double from = boils[kind];
    double width = boiled[kind];
    double first = perKelvin * bendFrom[kind];
    double second = perKelvin * bendTo[kind];
    for (int c = a; c < b; c++) {
      double above = Math.max(0, h[c] + d[c] - from);
      q[c] += first * above + second * Math.max(0, above - width);
    }
  }

  /**
   * Temperature above the liquidus of some rows of a plane, from one index up to another, with an
   * enthalpy [J/m3], into {@code w.rate} [K].
   */
  void temperatures(Work64 w, int k, double[] at, int from, int to) {
    int[] start = plan.start[k];
    int[] kind = plan.material[k];
    for (int r = PlanePlan.runAt(start, from); r < kind.length && start[r] < to; r++) {
      int a = Math.max(from, start[r]);
      int b = Math.min(to, start[r + 1]);
      double[] c = curve[kind[r]];
      int n = knots(c, PlaneLoops64.least(at, a, b));
      PlaneLoops64.evaluate(at, w.rate, a, b, c, PlaneLoops64.TEMPERATURE, n);
      if (source != null) {
        double first = boils[kind[r]];
        for (int i = a; i < b; i++) {
          double above = Math.max(0, at[i] - first);
          w.rate[i] +=
              bendFrom[kind[r]] * above + bendTo[kind[r]] * Math.max(0, above - boiled[kind[r]]);
        }
      }
    }
  }

  /** Enthalpy of a plane on trial, h + d; good until the next use of a work plane. */
  double[] onTrial(Work64 w, int k) {
    PlaneLoops64.add(w.y, state.h[k], state.d[k], nx * window.j0(), nx * window.j1());
    return w.y;
  }

  /**
   * The balance at h + d of some rows of a plane, from one index up to another, into {@code w.rate}
   * [W/m3]. The integrals of these rows, of those beside and of those in the two planes beside are
   * known.
   *
   * @param sum of the terms as in {@link Powers}, over the volume of a cell [W/m3]; modified
   */
  void of(Work64 w, int k, int from, int to, /* wide */ double[] sum) {
    double[] q = w.q[k % 3];
    neighbours.gather(w, k, window, near, from, to, sum);
    loops.conduct(w, q, nx, nx * window.j0(), nx * window.j1(), from, to, perArea); // (1)
    seams.conduct(w, k, window, still, from, to); // (1')
    if (crossing != null) {
      seams.cross(w, k, window, crossing, from, to);
    }
    if (inflow != null) {
      flowIn(w, k, from, to);
    }
    int[] start = plan.bloodStart[k];
    int[] kind = plan.bloodMaterial[k];
    for (int r = PlanePlan.runAt(start, from); r < kind.length && start[r] < to; r++) {
      int a = Math.max(from, start[r]);
      int b = Math.min(to, start[r + 1]);
      if (materials.get(kind[r]).held()) {
        hold(w, k, a, b, sum);
      } else {
        loops.perfuse(w, state.h[k], state.d[k], state.alive[k], a, b, blood[kind[r]]); // (2), (3)
      }
    }
    rest(w, k, from, to);
    touches.give(k, wall, q, near, from, to, w.rate, sum); // (4)
    if (source != null) {
      current(w, k, from, to, sum); // (5)
    }
    clear(w.heat, k, near, from, to);
    clear(w.rate, k, still, from, to);
  }

  private void clear(double[] x, int k, Box box, int from, int to) {
    if (box.holdsPlane(k)) {
      int end = Math.min(box.j1(), to / nx);
      for (int j = Math.max(box.j0(), from / nx); j < end; j++) {
        Arrays.fill(x, nx * j + box.i0(), nx * j + box.i1(), 0);
      }
    }
  }

  private boolean isNear(int k, int c) {
    return near.holdsPlane(k) && near.contains(c % nx, c / nx, k);
  }

  private void hold(Work64 w, int k, int a, int b, /* wide */ double[] sum) {
    for (int c = a; c < b; c++) {
      if (!plan.insulatesAt(k, c) && !isNear(k, c)) {
        sum[Powers.vessels(needles)] -= w.rate[c];
      }
      w.rate[c] = 0;
      w.heat[c] = 0;
    }
  }

  /** Nothing happens inside vessels that conduct nothing. */
  private void rest(Work64 w, int k, int from, int to) {
    int[] lumen = plan.lumen[k];
    int end = PlanePlan.find(lumen, to);
    for (int n = PlanePlan.find(lumen, from); n < end; n++) {
      w.rate[lumen[n]] = 0;
      w.heat[lumen[n]] = 0;
    }
  }

  private void current(Work64 w, int k, int from, int to, /* wide */ double[] sum) {
    double[] s = source[k];
    for (int c = from; c < to; c++) {
      w.rate[c] += amplitude * s[c];
    }
    /* wide */ double total = sumOf(s, from, to);
    if (near.holdsPlane(k)) {
      int end = Math.min(near.j1(), to / nx);
      for (int j = Math.max(near.j0(), from / nx); j < end; j++) {
        total -= sumOf(s, nx * j + near.i0(), nx * j + near.i1());
      }
    }
    sum[Powers.current(needles)] += amplitude * total;
  }

  private static /* wide */ double sumOf(double[] s, int from, int to) {
    /* wide */ double total = 0;
    for (int c = from; c < to; c++) {
      total += s[c];
    }
    return total;
  }

  private void flowIn(Work64 w, int k, int from, int to) {
    int plane = k + inflowPlane;
    int end = inflow.findInner(plane, to);
    for (int n = inflow.findInner(plane, from); n < end; n++) {
      w.rate[inflow.inner[n]] += inflow.inflow[n];
    }
  }
}
