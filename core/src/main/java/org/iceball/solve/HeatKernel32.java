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
 * The hot loops in single precision. One array a plane: the compiler then vectorises every loop
 * below (it does not where two arrays are indexed at different offsets).
 */
@SuppressWarnings("cast") // the casts do their work in the single-precision twin
final class HeatKernel32 implements HeatKernel {
  private final int nx;
  private final int ny;
  private final int nz;
  private final float perArea;
  private final int needles;
  private final List<Material> materials;
  private final RowPlan plan;
  private final float[][] curve;
  private final float[][] blood;
  private final float[] outside;
  private final float[] wall;
  private final float[][] h;
  private float[][] d;
  private float[][] e;
  private float[][] m;
  private float[][] next;
  private final float[][] alive;
  private Window window;
  private final float[][] lowest;

  HeatKernel32(Model model, RowPlan plan) {
    Grid g = model.grid();
    this.plan = plan;
    nx = g.nx();
    ny = g.ny();
    nz = g.nz();
    perArea = (float) (1 / (g.spacing() * g.spacing()));
    window = Window.all(g);
    materials = model.materials();
    needles = model.needles().size();
    wall = new float[needles * materials.size()];
    curve = new float[materials.size()][];
    blood = new float[materials.size()][];
    outside = new float[materials.size()];
    for (int k = 0; k < curve.length; k++) {
      Material of = materials.get(k);
      curve[k] = flatten(of.curve());
      blood[k] = flatten(of.perfusion());
      boolean open = model.faces().kind() == Faces.Kind.HELD;
      /* wide */ double q = of.curve().integral(of.curve().enthalpy(model.faces().temperature()));
      outside[k] = open ? (float) q : (float) Float.NaN;
    }
    int cells = nx * ny;
    h = new float[nz][cells];
    d = new float[nz][cells];
    e = new float[nz][cells];
    m = new float[nz][cells];
    next = new float[nz][cells];
    alive = new float[nz][cells];
    lowest = new float[nz][cells];
    for (int k = 0; k < nz; k++) {
      for (int c = 0; c < cells; c++) {
        Material of = model.materialOf(k * cells + c);
        h[k][c] = (float) of.start();
        lowest[k][c] = h[k][c];
        alive[k][c] = of.held() || of.start() <= 0 ? 0 : 1;
      }
    }
  }

  private static float[] flatten(EnthalpyCurve c) {
    int n = EnthalpyCurve.KNOTS;
    float[] flat = new float[2 + 5 * n];
    flat[0] = (float) c.slopeQ();
    flat[1] = (float) c.slopeT();
    /* wide */ double[] knots = c.knots();
    /* wide */ double[][] abc = c.coefficients();
    for (int k = 0; k < n; k++) {
      flat[2 + k] = (float) knots[k];
      for (int t = 0; t < 4; t++) {
        flat[2 + (t + 1) * n + k] = (float) abc[t][k];
      }
    }
    return flat;
  }

  private static float[] flatten(PerfusionLaw p) {
    return new float[] {
      (float) p.full(),
      (float) PerfusionLaw.OFF,
      (float) p.base(),
      (float) p.slope(),
      (float) p.bendFull(),
      (float) p.bendFront(),
      (float) p.bendOff(),
      (float) p.metabolism()
    };
  }

  private final class Work implements Scratch {
    /** Conductivity integral of three planes: plane k lies in slot k mod 3. */
    final float[][] q = new float[3][nx * ny];

    final float[] y = new float[nx * ny];
    final float[] left = new float[nx * ny];
    final float[] right = new float[nx * ny];
    final float[] below = new float[nx * ny];
    final float[] above = new float[nx * ny];
    final float[] rim = new float[nx * ny];
    final float[] rate = new float[nx * ny];
    final float[] heat = new float[nx * ny];
    final float[] error = new float[nx * ny];
    float[] back;
    float[] front;
  }

  @Override
  public Scratch newScratch() {
    return new Work();
  }

  @Override
  public void drive(/* wide */ double[] integrals) {
    for (int w = 0; w < wall.length; w++) {
      wall[w] = (float) integrals[w];
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
      sum[Powers.perfusion(needles)] = RowLoops32.total(w.heat, from, to);
      switch (what) {
        case RATE -> System.arraycopy(w.rate, from, m[k], from, to - from);
        case STAGE -> {
          RowLoops32.combine((float) stage.mu, d[k], (float) stage.nu, e[k], from, to);
          RowLoops32.addTwo(e[k], (float) stage.a, w.rate, (float) stage.b, m[k], from, to);
        }
        case ATTEMPT -> {
          System.arraycopy(w.rate, from, next[k], from, to - from);
          float half = (float) (0.4 * stage.tau);
          RowLoops32.error(w.error, d[k], half, m[k], w.rate, from, to);
          sum[needles + 4] = RowLoops32.total(w.error, from, to);
          RowLoops32.size(w.error, d[k], from, to);
          sum[needles + 5] = RowLoops32.total(w.error, from, to);
        }
      }
    }
  }

  private void integralOfPlane(Work w, int k, boolean trial) {
    int from = nx * window.j0();
    int to = nx * window.j1();
    float[] state = state(w, k, trial);
    int[] start = plan.curveStart[k];
    int[] kind = plan.curveMaterial[k];
    for (int r = 0; r < kind.length; r++) {
      int a = Math.max(from, start[r]);
      int b = Math.min(to, start[r + 1]);
      if (a < b) {
        RowLoops32.evaluate(state, w.q[k % 3], a, b, curve[kind[r]], RowLoops32.INTEGRAL);
      }
    }
  }

  /** Enthalpy of a plane: of the state, or of the state on trial. */
  private float[] state(Work w, int k, boolean trial) {
    if (!trial) {
      return h[k];
    }
    RowLoops32.add(w.y, h[k], d[k], nx * window.j0(), nx * window.j1());
    return w.y;
  }

  /** The balance of a plane into {@code w.rate}: terms 1 to 4 of docs/physics.md. */
  private void balance(Work w, int k, boolean trial, /* wide */ double[] sum) {
    float[] q = w.q[k % 3];
    int from = nx * window.j0();
    int to = nx * window.j1();
    int[] start = plan.start[k];
    int[] kind = plan.material[k];
    gatherNeighbours(w, k, q, sum);
    RowLoops32.conduct(
        w.rate, w.left, w.right, w.below, w.above, w.back, w.front, q, from, to, perArea); // (1)
    for (int c : plan.seams[k]) {
      if (c >= from && c < to) {
        w.rate[c] = seam(w, c, k, trial); // (1')
      }
    }
    float[] state = state(w, k, trial);
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
        RowLoops32.perfuse(w.rate, w.heat, state, alive[k], a, b, blood[kind[r]]); // (2) and (3)
      }
    }
    int[] cells = plan.needleCell[k];
    for (int n = 0; n < cells.length; n++) {
      int c = cells[n];
      int of = kindAt(k, c);
      float wallIntegral = wall[plan.needle[k][n] * materials.size() + of];
      if (!Float.isNaN(wallIntegral) && !materials.get(of).held()) {
        float heat = (float) plan.conductance[k][n] * (wallIntegral - q[c]); // (4)
        w.rate[c] += heat;
        sum[plan.needle[k][n]] += heat;
      }
    }
  }

  /**
   * Conductivity integrals beside the cells of a plane. Beyond the grid, what the outer face
   * implies; beyond the window nothing flows, so that no heat leaves the books there.
   */
  private void gatherNeighbours(Work w, int k, float[] q, /* wide */ double[] sum) {
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

  private void ghosts(float[] into, float[] q, int k, int from, int to, /* wide */ double[] sum) {
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
  private float ghost(float q, int kind, /* wide */ double[] sum) {
    float face = outside[kind];
    if (Float.isNaN(face)) {
      return q;
    }
    float ghost = 2 * face - q;
    sum[Powers.faces(needles)] += (ghost - q) * perArea;
    return ghost;
  }

  private int kindAt(int k, int cell) {
    int[] start = plan.start[k];
    int r = Arrays.binarySearch(start, cell);
    return plan.material[k][r >= 0 ? r : -r - 2];
  }

  /** Term (1) for a cell that has a neighbour with another curve: harmonic mean there. */
  private float seam(Work w, int c, int k, boolean trial) {
    int i = c % nx;
    int j = c / nx;
    Window v = window;
    float own = w.q[k % 3][c];
    float left = i > 0 ? face(k, c, k, c - 1, own, w.left[c], trial) : w.left[c] - own;
    float right = i < nx - 1 ? face(k, c, k, c + 1, own, w.right[c], trial) : w.right[c] - own;
    float below = j > v.j0() ? face(k, c, k, c - nx, own, w.below[c], trial) : w.below[c] - own;
    float above = j < v.j1() - 1 ? face(k, c, k, c + nx, own, w.above[c], trial) : w.above[c] - own;
    float back = k > v.k0() ? face(k, c, k - 1, c, own, w.back[c], trial) : w.back[c] - own;
    float front = k < v.k1() - 1 ? face(k, c, k + 1, c, own, w.front[c], trial) : w.front[c] - own;
    return (((left + right) + (below + above)) + (back + front)) * perArea;
  }

  private float face(int k, int c, int otherK, int otherC, float q, float otherQ, boolean trial) {
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
    return (float) (mean * (other.temperature(otherAt) - own.temperature(at)));
  }

  @Override
  public void first(/* wide */ double a, int k0, int k1) {
    int from = nx * window.j0();
    int to = nx * window.j1();
    for (int k = k0; k < k1; k++) {
      RowLoops32.scale(d[k], (float) a, m[k], from, to);
      Arrays.fill(e[k], from, to, 0);
    }
  }

  @Override
  public void swapStages() {
    float[][] s = d;
    d = e;
    e = s;
  }

  @Override
  public void swapRates() {
    float[][] s = m;
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
      float[] state = h[k];
      RowLoops32.add(state, state, d[k], from, to);
      RowLoops32.keepLowest(lowest[k], state, from, to);
      float[] life = alive[k];
      int[] start = plan.start[k];
      int[] kind = plan.material[k];
      for (int r = 0; r < kind.length; r++) {
        float low = Float.MAX_VALUE;
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
    float[] state = low ? lowest[k] : h[k];
    int[] start = plan.start[k];
    int[] kind = plan.material[k];
    for (int r = 0; r < kind.length; r++) {
      RowLoops32.evaluate(
          state, w.rate, start[r], start[r + 1], curve[kind[r]], RowLoops32.TEMPERATURE);
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
