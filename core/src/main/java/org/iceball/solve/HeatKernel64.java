package org.iceball.solve;

import java.util.Arrays;
import java.util.List;
import org.iceball.grid.Grid;
import org.iceball.model.Faces;
import org.iceball.model.Material;
import org.iceball.model.Model;
import org.iceball.model.PerfusionLaw;
import org.iceball.tissue.EnthalpyCurve;

/**
 * The hot loops in double precision. One array a plane: the compiler then vectorises every loop
 * below (it does not where two arrays are indexed at different offsets).
 */
@SuppressWarnings("cast") // the casts do their work in the single-precision twin
final class HeatKernel64 implements HeatKernel {
  private final int nx;
  private final int ny;
  private final int nz;
  private final double perArea;
  private final int needles;
  private final List<Material> materials;
  private final RowPlan plan;
  private final double[][] curve;
  private final double[][] blood;
  private final double[] outside;
  private final double[] wall;
  private final double[][] h;
  private double[][] d;
  private double[][] e;
  private double[][] m;
  private double[][] next;
  private final double[][] alive;
  private Window window;
  private final double[][] lowest;

  HeatKernel64(Model model, RowPlan plan) {
    Grid g = model.grid();
    this.plan = plan;
    nx = g.nx();
    ny = g.ny();
    nz = g.nz();
    perArea = (double) (1 / (g.spacing() * g.spacing()));
    window = Window.all(g);
    materials = model.materials();
    needles = model.needles().size();
    wall = new double[needles * materials.size()];
    curve = new double[materials.size()][];
    blood = new double[materials.size()][];
    outside = new double[materials.size()];
    for (int k = 0; k < curve.length; k++) {
      Material of = materials.get(k);
      curve[k] = flatten(of.curve());
      blood[k] = flatten(of.perfusion());
      boolean open = model.faces().kind() == Faces.Kind.HELD;
      /* wide */ double q = of.curve().integral(of.curve().enthalpy(model.faces().temperature()));
      outside[k] = open ? (double) q : (double) Double.NaN;
    }
    int cells = nx * ny;
    h = new double[nz][cells];
    d = new double[nz][cells];
    e = new double[nz][cells];
    m = new double[nz][cells];
    next = new double[nz][cells];
    alive = new double[nz][cells];
    lowest = new double[nz][cells];
    for (int k = 0; k < nz; k++) {
      for (int c = 0; c < cells; c++) {
        Material of = model.materialOf(k * cells + c);
        h[k][c] = (double) of.start();
        lowest[k][c] = h[k][c];
        alive[k][c] = of.held() || of.start() <= 0 ? 0 : 1;
      }
    }
  }

  private static double[] flatten(EnthalpyCurve c) {
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

  private static double[] flatten(PerfusionLaw p) {
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

  private final class Work implements Scratch {
    /** Conductivity integral of three planes: plane k lies in slot k mod 3. */
    final double[][] q = new double[3][nx * ny];

    final double[] y = new double[nx * ny];
    final double[] left = new double[nx * ny];
    final double[] right = new double[nx * ny];
    final double[] below = new double[nx * ny];
    final double[] above = new double[nx * ny];
    final double[] rim = new double[nx * ny];
    final double[] rate = new double[nx * ny];
    final double[] heat = new double[nx * ny];
    final double[] error = new double[nx * ny];
    double[] back;
    double[] front;
  }

  @Override
  public Scratch newScratch() {
    return new Work();
  }

  @Override
  public void drive(/* wide */ double[] integrals) {
    for (int w = 0; w < wall.length; w++) {
      wall[w] = (double) integrals[w];
    }
  }

  @Override
  public void sweep(
      Sweep what, Stage stage, int k0, int k1, Scratch scratch, /* wide */ double[][] sums) {
    Work w = (Work) scratch;
    boolean trial = what != Sweep.RATE;
    int from = nx * window.j0();
    int to = nx * window.j1();
    for (int k = Math.max(window.k0(), k0 - 1); k <= k0; k++) {
      integralOfPlane(w, k, trial);
    }
    for (int k = k0; k < k1; k++) {
      if (k + 1 < window.k1()) {
        integralOfPlane(w, k + 1, trial);
      }
      /* wide */ double[] sum = sums[k];
      Arrays.fill(sum, 0);
      balance(w, k, trial, sum);
      sum[Powers.perfusion(needles)] = RowLoops64.total(w.heat, from, to);
      switch (what) {
        case RATE -> System.arraycopy(w.rate, from, m[k], from, to - from);
        case STAGE -> {
          RowLoops64.combine((double) stage.mu, d[k], (double) stage.nu, e[k], from, to);
          RowLoops64.addTwo(e[k], (double) stage.a, w.rate, (double) stage.b, m[k], from, to);
        }
        case ATTEMPT -> {
          System.arraycopy(w.rate, from, next[k], from, to - from);
          double half = (double) (0.4 * stage.tau);
          RowLoops64.error(w.error, d[k], half, m[k], w.rate, from, to);
          sum[needles + 4] = RowLoops64.total(w.error, from, to);
          RowLoops64.size(w.error, d[k], from, to);
          sum[needles + 5] = RowLoops64.total(w.error, from, to);
        }
      }
    }
  }

  private void integralOfPlane(Work w, int k, boolean trial) {
    int from = nx * window.j0();
    int to = nx * window.j1();
    double[] state = state(w, k, trial);
    int[] start = plan.curveStart[k];
    int[] kind = plan.curveMaterial[k];
    for (int r = 0; r < kind.length; r++) {
      int a = Math.max(from, start[r]);
      int b = Math.min(to, start[r + 1]);
      if (a < b) {
        RowLoops64.evaluate(state, w.q[k % 3], a, b, curve[kind[r]], RowLoops64.INTEGRAL);
      }
    }
  }

  /** Enthalpy of a plane: of the state, or of the state on trial. */
  private double[] state(Work w, int k, boolean trial) {
    if (!trial) {
      return h[k];
    }
    RowLoops64.add(w.y, h[k], d[k], nx * window.j0(), nx * window.j1());
    return w.y;
  }

  /** The balance of a plane into {@code w.rate}: terms 1 to 4 of docs/physics.md. */
  private void balance(Work w, int k, boolean trial, /* wide */ double[] sum) {
    double[] q = w.q[k % 3];
    int from = nx * window.j0();
    int to = nx * window.j1();
    int[] start = plan.start[k];
    int[] kind = plan.material[k];
    gatherNeighbours(w, k, q, sum);
    RowLoops64.conduct(
        w.rate, w.left, w.right, w.below, w.above, w.back, w.front, q, from, to, perArea); // (1)
    for (int c : plan.seams[k]) {
      if (c >= from && c < to) {
        w.rate[c] = seam(w, c, k, trial); // (1')
      }
    }
    double[] state = state(w, k, trial);
    for (int r = 0; r < kind.length; r++) {
      int a = Math.max(from, start[r]);
      int b = Math.min(to, start[r + 1]);
      if (a >= b) {
        continue;
      }
      if (materials.get(kind[r]).held()) {
        for (int c = a; c < b; c++) {
          sum[Powers.vessels(needles)] -= w.rate[c];
          w.rate[c] = 0;
          w.heat[c] = 0;
        }
      } else {
        RowLoops64.perfuse(w.rate, w.heat, state, alive[k], a, b, blood[kind[r]]); // (2) and (3)
      }
    }
    int[] cells = plan.needleCell[k];
    for (int n = 0; n < cells.length; n++) {
      int c = cells[n];
      int of = kindAt(k, c);
      double wallIntegral = wall[plan.needle[k][n] * materials.size() + of];
      if (!Double.isNaN(wallIntegral) && !materials.get(of).held()) {
        double heat = (double) plan.conductance[k][n] * (wallIntegral - q[c]); // (4)
        w.rate[c] += heat;
        sum[plan.needle[k][n]] += heat;
      }
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
    System.arraycopy(q, from, w.left, from + 1, to - from - 1);
    System.arraycopy(q, from + 1, w.right, from, to - from - 1);
    for (int j = j0; j < j1; j++) {
      int first = nx * j;
      int last = first + nx - 1;
      w.left[first] = ghost(q[first], kindAt(k, first), sum);
      w.right[last] = ghost(q[last], kindAt(k, last), sum);
    }
    System.arraycopy(q, from, w.below, from + nx, to - from - nx);
    System.arraycopy(q, from + nx, w.above, from, to - from - nx);
    System.arraycopy(q, from, w.below, from, nx);
    System.arraycopy(q, to - nx, w.above, to - nx, nx);
    if (j0 == 0) {
      ghosts(w.below, q, k, 0, nx, sum);
    }
    if (j1 == ny) {
      ghosts(w.above, q, k, to - nx, to, sum);
    }
    w.back = k > window.k0() ? w.q[(k + 2) % 3] : q;
    w.front = k < window.k1() - 1 ? w.q[(k + 1) % 3] : q;
    if (k == 0) {
      w.back = w.rim;
      ghosts(w.rim, q, k, from, to, sum);
    }
    if (k == nz - 1) {
      w.front = nz == 1 ? q.clone() : w.rim;
      ghosts(w.front, q, k, from, to, sum);
    }
  }

  private void ghosts(double[] into, double[] q, int k, int from, int to, /* wide */ double[] sum) {
    int[] start = plan.start[k];
    int[] kind = plan.material[k];
    for (int r = 0; r < kind.length; r++) {
      int b = Math.min(to, start[r + 1]);
      for (int c = Math.max(from, start[r]); c < b; c++) {
        into[c] = ghost(q[c], kind[r], sum);
      }
    }
  }

  /** Value beyond an outer face; the face lies half a cell away, so it is mirrored there. */
  private double ghost(double q, int kind, /* wide */ double[] sum) {
    double face = outside[kind];
    if (Double.isNaN(face)) {
      return q;
    }
    double ghost = 2 * face - q;
    sum[Powers.faces(needles)] += (ghost - q) * perArea;
    return ghost;
  }

  private int kindAt(int k, int cell) {
    int[] start = plan.start[k];
    int r = Arrays.binarySearch(start, cell);
    return plan.material[k][r >= 0 ? r : -r - 2];
  }

  /** Term (1) for a cell that has a neighbour with another curve: harmonic mean there. */
  private double seam(Work w, int c, int k, boolean trial) {
    int i = c % nx;
    int j = c / nx;
    Window v = window;
    double own = w.q[k % 3][c];
    double left = i > 0 ? face(k, c, k, c - 1, own, w.left[c], trial) : w.left[c] - own;
    double right = i < nx - 1 ? face(k, c, k, c + 1, own, w.right[c], trial) : w.right[c] - own;
    double below = j > v.j0() ? face(k, c, k, c - nx, own, w.below[c], trial) : w.below[c] - own;
    double above =
        j < v.j1() - 1 ? face(k, c, k, c + nx, own, w.above[c], trial) : w.above[c] - own;
    double back = k > v.k0() ? face(k, c, k - 1, c, own, w.back[c], trial) : w.back[c] - own;
    double front = k < v.k1() - 1 ? face(k, c, k + 1, c, own, w.front[c], trial) : w.front[c] - own;
    return (((left + right) + (below + above)) + (back + front)) * perArea;
  }

  private double face(
      int k, int c, int otherK, int otherC, double q, double otherQ, boolean trial) {
    EnthalpyCurve own = materials.get(kindAt(k, c)).curve();
    EnthalpyCurve other = materials.get(kindAt(otherK, otherC)).curve();
    if (own.equals(other)) {
      return otherQ - q;
    }
    /* wide */ double at = h[k][c] + (trial ? d[k][c] : 0);
    /* wide */ double otherAt = h[otherK][otherC] + (trial ? d[otherK][otherC] : 0);
    /* wide */ double here = own.conductivity(at);
    /* wide */ double there = other.conductivity(otherAt);
    /* wide */ double mean = 2 * (here * there) / (here + there);
    return (double) (mean * (other.temperature(otherAt) - own.temperature(at)));
  }

  @Override
  public void first(/* wide */ double a, int k0, int k1) {
    int from = nx * window.j0();
    int to = nx * window.j1();
    for (int k = k0; k < k1; k++) {
      RowLoops64.scale(d[k], (double) a, m[k], from, to);
      Arrays.fill(e[k], from, to, 0);
    }
  }

  @Override
  public void swapStages() {
    double[][] s = d;
    d = e;
    e = s;
  }

  @Override
  public void swapRates() {
    double[][] s = m;
    m = next;
    next = s;
  }

  @Override
  public void window(Window computed) {
    window = computed;
  }

  @Override
  public void accept(int k0, int k1, /* wide */ double[][] coldest) {
    int from = nx * window.j0();
    int to = nx * window.j1();
    for (int k = k0; k < k1; k++) {
      double[] state = h[k];
      RowLoops64.add(state, state, d[k], from, to);
      RowLoops64.keepLowest(lowest[k], state, from, to);
      double[] life = alive[k];
      int[] start = plan.start[k];
      int[] kind = plan.material[k];
      for (int r = 0; r < kind.length; r++) {
        double low = Float.MAX_VALUE;
        int b = Math.min(to, start[r + 1]);
        for (int c = Math.max(from, start[r]); c < b; c++) {
          low = Math.min(low, state[c]);
          if (state[c] <= 0) {
            life[c] = 0;
          }
        }
        coldest[k][kind[r]] = Math.min(coldest[k][kind[r]], low);
      }
    }
  }

  @Override
  public boolean differs(int i, int j, int k, /* wide */ double bound) {
    int c = i + nx * j;
    return Math.abs(h[k][c] - materials.get(kindAt(k, c)).start()) > bound;
  }

  @Override
  public void readEnthalpy(int k, /* wide */ double[] into, int offset) {
    for (int c = 0; c < nx * ny; c++) {
      into[offset + c] = h[k][c];
    }
  }

  @Override
  public void readTemperature(int k, boolean low, float[] into, int offset, Scratch scratch) {
    Work w = (Work) scratch;
    double[] state = low ? lowest[k] : h[k];
    int[] start = plan.start[k];
    int[] kind = plan.material[k];
    for (int r = 0; r < kind.length; r++) {
      RowLoops64.evaluate(
          state, w.rate, start[r], start[r + 1], curve[kind[r]], RowLoops64.TEMPERATURE);
      float base = (float) materials.get(kind[r]).curve().law().liquidus();
      for (int c = start[r]; c < start[r + 1]; c++) {
        into[offset + c] = base + (float) w.rate[c];
      }
    }
  }

  @Override
  public int living(int k, int material) {
    int n = 0;
    int to = nx * window.j1();
    int[] start = plan.start[k];
    int[] kind = plan.material[k];
    for (int r = 0; r < kind.length; r++) {
      if (kind[r] == material) {
        int b = Math.min(to, start[r + 1]);
        for (int c = Math.max(nx * window.j0(), start[r]); c < b; c++) {
          n += alive[k][c] > 0 ? 1 : 0;
        }
      }
    }
    return n;
  }
}
