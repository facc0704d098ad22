package org.iceball.solve;

import java.util.Arrays;
import java.util.List;
import org.iceball.model.Faces;
import org.iceball.model.Material;
import org.iceball.model.Model;
import org.iceball.model.PerfusionLaw;
import org.iceball.tissue.EnthalpyCurve;

/**
 * The balance of heat of a plane of cells, in double precision: terms (1) to (4) of
 * docs/physics.md, a term a line in {@link #of}.
 */
@SuppressWarnings("cast") // the casts do their work in the single-precision twin
final class Balance64 {
  private final int nx;
  private final int ny;
  private final int nz;
  private final double perArea;
  private final int needles;

  /** Materials that conduct nothing: the insides of vessels. */
  private final boolean[] insulates;

  private final List<Material> materials;
  private final PlanePlan plan;
  private final PlaneState64 state;
  private final double[][] curve;
  private final double[][] blood;
  private final double[][] outside;
  private final double[] wall;
  private final int[][] depth;
  private final Loops64 loops = Loops64.best();
  private final Sums sums = Sums.best();
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
    nz = model.grid().nz();
    perArea = (double) (1 / (model.grid().spacing() * model.grid().spacing()));
    window = Box.all(model.grid());
    materials = model.materials();
    needles = model.needles().size();
    wall = new double[needles * materials.size()];
    curve = new double[materials.size()][];
    blood = new double[materials.size()][];
    outside = new double[6][materials.size()];
    depth = new int[nz][materials.size()];
    insulates = new boolean[materials.size()];
    for (int k = 0; k < curve.length; k++) {
      Material of = materials.get(k);
      insulates[k] = of.held() && of.curve().law().conductivity() == 0;
      curve[k] = flatten(of.curve());
      blood[k] = flatten(of.perfusion());
      Faces faces = model.faces();
      /* wide */ double q = of.curve().integral(of.curve().enthalpy(faces.temperature()));
      for (int side = 0; side < 6; side++) {
        outside[side][k] = part.outer().get(side) ? (double) q : (double) Double.NaN;
      }
    }
    for (int[] d : depth) {
      Arrays.fill(d, EnthalpyCurve.KNOTS);
    }
  }

  static double[] flatten(EnthalpyCurve c) {
    int n = EnthalpyCurve.KNOTS;
    double[] flat = new double[2 + 5 * n];
    flat[0] = (double) c.slopeQ();
    flat[1] = (double) c.slopeT();
    /* wide */ double[] knots = c.knots();
    /* wide */ double[][] abc = c.coefficients();
    for (int k = 0; k < n; k++) {
      flat[2 + k] = (double) knots[k];
      for (int t = 0; t < 4; t++) {
        flat[2 + (t + 1) * n + k] = (double) abc[t][k];
      }
    }
    return flat;
  }

  static double[] flatten(PerfusionLaw p) {
    return new double[] {
      (double) p.full(),
      (double) PerfusionLaw.OFF,
      (double) p.base(),
      (double) p.slope(),
      (double) p.bendFull(),
      (double) p.bendFront(),
      (double) p.bendOff(),
      (double) p.metabolism()
    };
  }

  /** Planes that a thread works in. */
  static final class Work {
    /** Conductivity integral of three planes: plane k lies in slot k mod 3. */
    final double[][] q;

    final double[] y;
    final double[] left;
    final double[] right;
    final double[] below;
    final double[] above;
    final double[] rim;
    final double[] rate;
    final double[] heat;
    final double[] error;
    final /* wide */ double[] ignored;
    double[] back;
    double[] front;

    /** Conductivity of the cell looked at [W/(m K)], and its temperature [K]. */
    /* wide */ double here;

    /** Whether the cell at a seam was looked at already. */
    boolean looked;

    /* wide */ double hereAt;

    Work(int cells, int sums) {
      q = new double[3][cells];
      y = new double[cells];
      left = new double[cells];
      right = new double[cells];
      below = new double[cells];
      above = new double[cells];
      rim = new double[cells];
      rate = new double[cells];
      heat = new double[cells];
      error = new double[cells];
      ignored = new /* wide */ double[sums];
    }
  }

  Work newWork() {
    return new Work(nx * ny, Powers.size(needles) + 2);
  }

  void window(Box computed) {
    window = computed;
  }

  /** From now on blood brings this part of what it would to each material [1]. */
  void perfuse(/* wide */ double[] part) {
    for (int m = 0; m < blood.length; m++) {
      double[] full = flatten(materials.get(m).perfusion());
      for (int c = 2; c < 7; c++) {
        blood[m][c] = (double) part[m] * full[c];
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

  /** Conductivity integral of a plane into its slot of {@code w.q}. */
  void integrals(Work w, int k, boolean trial) {
    int from = nx * window.j0();
    int to = nx * window.j1();
    int[] start = plan.curveStart[k];
    int[] kind = plan.curveMaterial[k];
    for (int r = 0; r < kind.length; r++) {
      int a = Math.max(from, start[r]);
      int b = Math.min(to, start[r + 1]);
      if (a < b) {
        double[] d = trial ? state.d[k] : null;
        loops.integral(state.h[k], d, w.y, w.q[k % 3], a, b, curve[kind[r]], depth[k][kind[r]]);
      }
    }
  }

  /** Temperature above the liquidus of a plane with an enthalpy [J/m3] into {@code w.rate} [K]. */
  void temperatures(Work w, int k, double[] at) {
    int[] start = plan.start[k];
    int[] kind = plan.material[k];
    for (int r = 0; r < kind.length; r++) {
      double[] c = curve[kind[r]];
      int n = knots(c, sums.least(at, start[r], start[r + 1]));
      PlaneLoops64.evaluate(at, w.rate, start[r], start[r + 1], c, PlaneLoops64.TEMPERATURE, n);
    }
  }

  /** Enthalpy of a plane: of the state, or of the state on trial. */
  double[] enthalpy(Work w, int k, boolean trial) {
    if (!trial) {
      return state.h[k];
    }
    PlaneLoops64.add(w.y, state.h[k], state.d[k], nx * window.j0(), nx * window.j1());
    return w.y;
  }

  /**
   * The balance of a plane into {@code w.rate} [W/m3], once the integrals of this plane and the two
   * beside it are known.
   *
   * @param sum of the terms as in {@link Powers}, over the volume of a cell [W/m3]; modified
   */
  void of(Work w, int k, boolean trial, /* wide */ double[] sum) {
    double[] q = w.q[k % 3];
    int from = nx * window.j0();
    int to = nx * window.j1();
    gatherNeighbours(w, k, q, sum);
    loops.conduct(w, q, nx, from, to, perArea); // (1)
    seams(w, k, trial); // (1')
    if (crossing != null) {
      cross(w, k, trial);
    }
    if (inflow != null) {
      flowIn(w, k);
    }
    double[] d = trial ? state.d[k] : null;
    int[] start = plan.start[k];
    int[] kind = plan.material[k];
    for (int r = 0; r < kind.length; r++) {
      int a = Math.max(from, start[r]);
      int b = Math.min(to, start[r + 1]);
      if (a < b && materials.get(kind[r]).held()) {
        hold(w, k, a, b, kind[r], sum);
      } else if (a < b) {
        loops.perfuse(w, state.h[k], d, state.alive[k], a, b, blood[kind[r]]); // (2), (3)
      }
    }
    needles(w, k, q, sum); // (4)
    clear(w.heat, k, near);
    clear(w.rate, k, still);
  }

  private void clear(double[] x, int k, Box box) {
    if (k >= box.k0() && k < box.k1()) {
      for (int j = box.j0(); j < box.j1(); j++) {
        Arrays.fill(x, nx * j + box.i0(), nx * j + box.i1(), 0);
      }
    }
  }

  private boolean inside(Box box, int k, int c) {
    return k >= box.k0() && k < box.k1() && box.contains(c % nx, c / nx, k);
  }

  private void hold(Work w, int k, int a, int b, int kind, /* wide */ double[] sum) {
    if (insulates[kind]) {
      Arrays.fill(w.rate, a, b, 0);
      Arrays.fill(w.heat, a, b, 0);
      return;
    }
    for (int c = a; c < b; c++) {
      if (!inside(near, k, c)) {
        sum[Powers.vessels(needles)] -= w.rate[c];
      }
      w.rate[c] = 0;
      w.heat[c] = 0;
    }
  }

  private void needles(Work w, int k, double[] q, /* wide */ double[] sum) {
    int[] cells = plan.needleCell[k];
    for (int n = 0; n < cells.length; n++) {
      int c = cells[n];
      int of = plan.needleKind[k][n];
      double wallIntegral = wall[plan.needle[k][n] * materials.size() + of];
      if (!Double.isNaN(wallIntegral) && !materials.get(of).held()) {
        double own = Math.max(q[c], (double) plan.floor[k][n]);
        double heat = (double) plan.conductance[k][n] * (wallIntegral - own);
        w.rate[c] += heat;
        if (!inside(near, k, c)) {
          sum[plan.needle[k][n]] += heat;
        }
      }
    }
  }

  private void flowIn(Work w, int k) {
    int plane = k + inflowPlane;
    for (int n = inflow.first[plane]; n < inflow.first[plane + 1]; n++) {
      w.rate[inflow.inner[n]] += inflow.inflow[n];
    }
  }

  private void cross(Work w, int k, boolean trial) {
    for (int n = crossing.first[k]; n < crossing.first[k + 1]; n++) {
      int c = crossing.cell[n];
      int seam = crossing.seams[n];
      if (seam != 0) {
        lookAt(w, c, k, trial);
      }
      double heat = 0;
      for (int side = 0; side < 6; side++) {
        if ((crossing.sides[n] >> side & 1) != 0) {
          heat += through(w, c, k, side, (seam >> side & 1) != 0, trial);
        }
      }
      crossing.next[n] = heat * perArea;
    }
  }

  /**
   * Conductivity integrals beside the cells of a plane. Beyond the grid, what the outer face
   * implies; beyond the window nothing flows, so that no heat leaves the books there.
   */
  private void gatherNeighbours(Work w, int k, double[] q, /* wide */ double[] sum) {
    int j0 = window.j0();
    int j1 = window.j1();
    int from = nx * j0;
    int to = nx * j1;
    loops.shift(w, q, nx, from, to);
    for (int first = from; first < to; first += nx) {
      w.left[first] = q[first];
      w.right[first + nx - 1] = q[first + nx - 1];
    }
    System.arraycopy(q, from, w.below, from, nx);
    System.arraycopy(q, to - nx, w.above, to - nx, nx);
    w.back = k > window.k0() ? w.q[(k + 2) % 3] : q;
    w.front = k < window.k1() - 1 ? w.q[(k + 1) % 3] : q;
    ghosts(w.left, 0, q, k, from, to, nx, sum);
    ghosts(w.right, 1, q, k, from + nx - 1, to, nx, sum);
    if (j0 == 0) {
      ghosts(w.below, 2, q, k, 0, nx, 1, sum);
    }
    if (j1 == ny) {
      ghosts(w.above, 3, q, k, to - nx, to, 1, sum);
    }
    if (k == 0 && held(4)) {
      w.back = w.rim;
      ghosts(w.rim, 4, q, k, from, to, 1, sum);
    }
    if (k == nz - 1 && held(5)) {
      w.front = nz == 1 ? q.clone() : w.rim;
      ghosts(w.front, 5, q, k, from, to, 1, sum);
    }
  }

  private boolean held(int side) {
    return !Double.isNaN(outside[side][0]);
  }

  /** Values beyond an outer face; the face lies half a cell away, so a cell is mirrored there. */
  private void ghosts(
      double[] into,
      int side,
      double[] q,
      int k,
      int from,
      int to,
      int stride,
      /* wide */ double[] sum) {
    if (!held(side)) {
      return;
    }
    for (int c = from; c < to; c += stride) {
      double ghost = 2 * outside[side][plan.kindAt(k, c)] - q[c];
      into[c] = ghost;
      if (!inside(near, k, c)) {
        sum[Powers.faces(needles)] += (ghost - q[c]) * perArea;
      }
    }
  }

  /** Term (1) again for cells that have a neighbour with another curve: harmonic mean there. */
  private void seams(Work w, int k, boolean trial) {
    int[] cells = plan.seams[k];
    for (int n = 0; n < cells.length; n++) {
      int c = cells[n];
      int j = c / nx;
      if (j >= window.j0() && j < window.j1() && !inside(still, k, c)) {
        int s = plan.seamSides[k][n];
        if (insulates[plan.kindAt(k, c)]) {
          w.rate[c] = 0;
          continue;
        }
        w.looked = false;
        double left = through(w, c, k, 0, (s & 1) != 0, trial);
        double right = through(w, c, k, 1, (s & 2) != 0, trial);
        double below = through(w, c, k, 2, (s & 4) != 0 && j > window.j0(), trial);
        double above = through(w, c, k, 3, (s & 8) != 0 && j < window.j1() - 1, trial);
        double back = through(w, c, k, 4, (s & 16) != 0 && k > window.k0(), trial);
        double front = through(w, c, k, 5, (s & 32) != 0 && k < window.k1() - 1, trial);
        w.rate[c] = (((left + right) + (below + above)) + (back + front)) * perArea;
      }
    }
  }

  /** What comes into a cell through one of its faces, times the spacing squared [W/m]. */
  private double through(Work w, int c, int k, int side, boolean seam, boolean trial) {
    double[] q = w.q[k % 3];
    double own = q[c];
    int i = c % nx;
    int j = c / nx;
    if (seam && !w.looked && !insulates[beside(k, c, side)]) {
      lookAt(w, c, k, trial);
    }
    return switch (side) {
      case 0 -> seam ? face(w, k, c - 1, trial) : (i > 0 ? q[c - 1] : w.left[c]) - own;
      case 1 -> seam ? face(w, k, c + 1, trial) : (i < nx - 1 ? q[c + 1] : w.right[c]) - own;
      case 2 -> seam ? face(w, k, c - nx, trial) : (j > window.j0() ? q[c - nx] : w.below[c]) - own;
      case 3 ->
          seam ? face(w, k, c + nx, trial) : (j < window.j1() - 1 ? q[c + nx] : w.above[c]) - own;
      case 4 -> seam ? face(w, k - 1, c, trial) : w.back[c] - own;
      default -> seam ? face(w, k + 1, c, trial) : w.front[c] - own;
    };
  }

  /** Material of the cell on the other side of a face. */
  private int beside(int k, int c, int side) {
    return switch (side) {
      case 0 -> plan.kindAt(k, c - 1);
      case 1 -> plan.kindAt(k, c + 1);
      case 2 -> plan.kindAt(k, c - nx);
      case 3 -> plan.kindAt(k, c + nx);
      case 4 -> plan.kindAt(k - 1, c);
      default -> plan.kindAt(k + 1, c);
    };
  }

  /** Temperature and conductivity of a cell at a seam, for {@link #face}. */
  private void lookAt(Work w, int c, int k, boolean trial) {
    EnthalpyCurve own = materials.get(plan.kindAt(k, c)).curve();
    /* wide */ double at = state.h[k][c] + (trial ? state.d[k][c] : 0);
    w.looked = true;
    w.here = own.conductivity(at);
    w.hereAt = own.temperature(at);
  }

  /** What comes through a face from a cell with another curve into the one looked at [W/m]. */
  private double face(Work w, int otherK, int otherC, boolean trial) {
    int kind = plan.kindAt(otherK, otherC);
    if (insulates[kind]) {
      return 0;
    }
    EnthalpyCurve other = materials.get(kind).curve();
    /* wide */ double otherAt = state.h[otherK][otherC] + (trial ? state.d[otherK][otherC] : 0);
    /* wide */ double there = other.conductivity(otherAt);
    /* wide */ double mean = 2 * (w.here * there) / (w.here + there);
    return (double) (mean * (other.temperature(otherAt) - w.hereAt));
  }
}
