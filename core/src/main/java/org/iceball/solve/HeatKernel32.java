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
 * The hot loops in single precision. One array a row: the compiler then vectorises every loop below
 * (it does not where two arrays are indexed at different offsets).
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
    RowLoops32.warmUp();
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
    int rows = ny * nz;
    h = new float[rows][nx];
    d = new float[rows][nx];
    e = new float[rows][nx];
    m = new float[rows][nx];
    next = new float[rows][nx];
    alive = new float[rows][nx];
    lowest = new float[rows][nx];
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < nx; i++) {
        Material of = model.materialOf(row * nx + i);
        h[row][i] = (float) of.start();
        lowest[row][i] = h[row][i];
        alive[row][i] = of.held() || of.start() <= 0 ? 0 : 1;
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
    /** Conductivity integral of three planes, shape [3][ny][nx]: plane k lies in slot k mod 3. */
    final float[][][] q = new float[3][ny][nx];

    final float[] y = new float[nx];
    final float[] left = new float[nx];
    final float[] right = new float[nx];
    final float[][] rim = new float[4][nx];
    float[] below;
    float[] above;
    float[] back;
    float[] front;
    final float[] rate = new float[nx];
    final float[] heat = new float[nx];
    final float[] error = new float[nx];
    final float[] change = new float[nx];
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
    int i0 = window.i0();
    int i1 = window.i1();
    for (int k = Math.max(window.k0(), k0 - 1); k <= k0; k++) {
      integralOfPlane(w, k, trial);
    }
    for (int k = k0; k < k1; k++) {
      if (k + 1 < window.k1()) {
        integralOfPlane(w, k + 1, trial);
      }
      /* wide */ double[] sum = sums[k];
      Arrays.fill(sum, 0);
      Arrays.fill(w.heat, 0);
      Arrays.fill(w.error, 0);
      Arrays.fill(w.change, 0);
      for (int j = window.j0(); j < window.j1(); j++) {
        int row = j + ny * k;
        balance(w, j, k, trial, sum);
        switch (what) {
          case RATE -> System.arraycopy(w.rate, i0, m[row], i0, i1 - i0);
          case STAGE -> {
            float mu = (float) stage.mu;
            float nu = (float) stage.nu;
            RowLoops32.combine(mu, d[row], nu, e[row], i0, i1);
            RowLoops32.addTwo(e[row], (float) stage.a, w.rate, (float) stage.b, m[row], i0, i1);
          }
          case ATTEMPT -> {
            System.arraycopy(w.rate, i0, next[row], i0, i1 - i0);
            float half = (float) (0.4 * stage.tau);
            RowLoops32.measure(w.error, w.change, d[row], half, m[row], w.rate, i0, i1);
          }
        }
      }
      for (int i = i0; i < i1; i++) {
        sum[Powers.perfusion(needles)] += w.heat[i];
        sum[needles + 4] += w.error[i];
        sum[needles + 5] += w.change[i];
      }
    }
  }

  private void integralOfPlane(Work w, int k, boolean trial) {
    float[][] slot = w.q[k % 3];
    int i0 = window.i0();
    int i1 = window.i1();
    for (int j = window.j0(); j < window.j1(); j++) {
      int row = j + ny * k;
      float[] state = h[row];
      if (trial) {
        RowLoops32.add(w.y, h[row], d[row], i0, i1);
        state = w.y;
      }
      int[] start = plan.curveStart[row];
      int[] kind = plan.curveMaterial[row];
      for (int r = 0; r < kind.length; r++) {
        int a = Math.max(i0, start[r]);
        int b = Math.min(i1, start[r + 1]);
        if (a < b) {
          RowLoops32.evaluate(state, slot[j], a, b, curve[kind[r]], RowLoops32.INTEGRAL);
        }
      }
    }
  }

  /** The balance of a row into {@code w.rate}: terms 1 to 4 of docs/physics.md. */
  private void balance(Work w, int j, int k, boolean trial, /* wide */ double[] sum) {
    int row = j + ny * k;
    float[] q = w.q[k % 3][j];
    int[] start = plan.start[row];
    int[] kind = plan.material[row];
    int i0 = window.i0();
    int i1 = window.i1();
    gatherNeighbours(w, j, k, q, start, kind, sum);
    RowLoops32.conduct(
        w.rate, w.left, w.right, w.below, w.above, w.back, w.front, q, i0, i1, perArea); // (1)
    for (int i : plan.seams[row]) {
      if (i >= i0 && i < i1) {
        w.rate[i] = seam(w, i, j, k, trial); // (1')
      }
    }
    float[] state = h[row];
    if (trial) {
      RowLoops32.add(w.y, h[row], d[row], i0, i1);
      state = w.y;
    }
    for (int r = 0; r < kind.length; r++) {
      int a = Math.max(i0, start[r]);
      int b = Math.min(i1, start[r + 1]);
      if (a >= b) {
        continue;
      }
      if (materials.get(kind[r]).held()) {
        for (int i = a; i < b; i++) {
          sum[Powers.vessels(needles)] -= w.rate[i];
          w.rate[i] = 0;
        }
      } else {
        RowLoops32.perfuse(w.rate, w.heat, state, alive[row], a, b, blood[kind[r]]); // (2) and (3)
      }
    }
    int[] cells = plan.needleCell[row];
    for (int c = 0; c < cells.length; c++) {
      int i = cells[c];
      int n = plan.needle[row][c];
      int of = kindAt(row, i);
      float wallIntegral = wall[n * materials.size() + of];
      if (!Float.isNaN(wallIntegral) && !materials.get(of).held()) {
        float heat = (float) plan.conductance[row][c] * (wallIntegral - q[i]); // (4)
        w.rate[i] += heat;
        sum[n] += heat;
      }
    }
  }

  /**
   * Rows of conductivity integrals beside a row. Beyond the grid, what the outer face implies;
   * beyond the window nothing flows, so that no heat leaves the books there.
   */
  private void gatherNeighbours(
      Work w, int j, int k, float[] q, int[] start, int[] kind, /* wide */ double[] sum) {
    int i0 = window.i0();
    int i1 = window.i1();
    System.arraycopy(q, i0, w.left, i0 + 1, i1 - i0 - 1);
    System.arraycopy(q, i0 + 1, w.right, i0, i1 - i0 - 1);
    w.left[i0] = i0 > 0 ? q[i0] : ghost(q[0], kind[0], sum);
    w.right[i1 - 1] = i1 < nx ? q[i1 - 1] : ghost(q[nx - 1], kind[kind.length - 1], sum);
    float[][] here = w.q[k % 3];
    boolean rim = j == 0 || j == ny - 1 || k == 0 || k == nz - 1;
    w.below = j > window.j0() ? here[j - 1] : q;
    w.above = j < window.j1() - 1 ? here[j + 1] : q;
    w.back = k > window.k0() ? w.q[(k + 2) % 3][j] : q;
    w.front = k < window.k1() - 1 ? w.q[(k + 1) % 3][j] : q;
    if (rim) {
      w.below = j == 0 ? ghosts(w.rim[0], q, start, kind, sum) : w.below;
      w.above = j == ny - 1 ? ghosts(w.rim[1], q, start, kind, sum) : w.above;
      w.back = k == 0 ? ghosts(w.rim[2], q, start, kind, sum) : w.back;
      w.front = k == nz - 1 ? ghosts(w.rim[3], q, start, kind, sum) : w.front;
    }
  }

  private float[] ghosts(
      float[] into, float[] q, int[] start, int[] kind, /* wide */ double[] sum) {
    for (int r = 0; r < kind.length; r++) {
      int b = Math.min(window.i1(), start[r + 1]);
      for (int i = Math.max(window.i0(), start[r]); i < b; i++) {
        into[i] = ghost(q[i], kind[r], sum);
      }
    }
    return into;
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

  private int kindAt(int row, int i) {
    int[] start = plan.start[row];
    int r = 0;
    while (start[r + 1] <= i) {
      r++;
    }
    return plan.material[row][r];
  }

  /** Term (1) for a cell that has a neighbour with another curve: harmonic mean there. */
  private float seam(Work w, int i, int j, int k, boolean trial) {
    int row = j + ny * k;
    float[] q = w.q[k % 3][j];
    Window v = window;
    float own = q[i];
    float left = i > v.i0() ? face(row, i, row, i - 1, own, w.left[i], trial) : w.left[i] - own;
    float right =
        i < v.i1() - 1 ? face(row, i, row, i + 1, own, w.right[i], trial) : w.right[i] - own;
    float below = j > v.j0() ? face(row, i, row - 1, i, own, w.below[i], trial) : w.below[i] - own;
    float above =
        j < v.j1() - 1 ? face(row, i, row + 1, i, own, w.above[i], trial) : w.above[i] - own;
    float back = k > v.k0() ? face(row, i, row - ny, i, own, w.back[i], trial) : w.back[i] - own;
    float front =
        k < v.k1() - 1 ? face(row, i, row + ny, i, own, w.front[i], trial) : w.front[i] - own;
    return (((left + right) + (below + above)) + (back + front)) * perArea;
  }

  private float face(
      int row, int i, int otherRow, int otherI, float q, float otherQ, boolean trial) {
    EnthalpyCurve own = materials.get(kindAt(row, i)).curve();
    EnthalpyCurve other = materials.get(kindAt(otherRow, otherI)).curve();
    if (own.equals(other)) {
      return otherQ - q;
    }
    /* wide */ double at = h[row][i] + (trial ? d[row][i] : 0);
    /* wide */ double otherAt = h[otherRow][otherI] + (trial ? d[otherRow][otherI] : 0);
    /* wide */ double k = own.conductivity(at);
    /* wide */ double kOther = other.conductivity(otherAt);
    /* wide */ double mean = 2 * (k * kOther) / (k + kOther);
    return (float) (mean * (other.temperature(otherAt) - own.temperature(at)));
  }

  @Override
  public void first(/* wide */ double a, int k0, int k1) {
    int i0 = window.i0();
    int i1 = window.i1();
    for (int k = k0; k < k1; k++) {
      for (int row = window.j0() + ny * k; row < window.j1() + ny * k; row++) {
        RowLoops32.scale(d[row], (float) a, m[row], i0, i1);
        Arrays.fill(e[row], i0, i1, 0);
      }
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
    int i0 = window.i0();
    int i1 = window.i1();
    for (int k = k0; k < k1; k++) {
      for (int row = window.j0() + ny * k; row < window.j1() + ny * k; row++) {
        float[] state = h[row];
        RowLoops32.add(state, state, d[row], i0, i1);
        RowLoops32.keepLowest(lowest[row], state, i0, i1);
        float[] life = alive[row];
        int[] start = plan.start[row];
        int[] kind = plan.material[row];
        for (int r = 0; r < kind.length; r++) {
          float low = Float.MAX_VALUE;
          int b = Math.min(i1, start[r + 1]);
          for (int i = Math.max(i0, start[r]); i < b; i++) {
            low = Math.min(low, state[i]);
            if (state[i] <= 0) {
              life[i] = 0;
            }
          }
          coldest[k][kind[r]] = Math.min(coldest[k][kind[r]], low);
        }
      }
    }
  }

  @Override
  public boolean differs(int i, int j, int k, /* wide */ double bound) {
    int row = j + ny * k;
    return Math.abs(h[row][i] - materials.get(kindAt(row, i)).start()) > bound;
  }

  @Override
  public void readEnthalpy(int row, /* wide */ double[] into, int offset) {
    for (int i = 0; i < nx; i++) {
      into[offset + i] = h[row][i];
    }
  }

  @Override
  public void readTemperature(int row, boolean low, float[] into, int offset, Scratch scratch) {
    Work w = (Work) scratch;
    float[] state = low ? lowest[row] : h[row];
    int[] start = plan.start[row];
    int[] kind = plan.material[row];
    for (int r = 0; r < kind.length; r++) {
      RowLoops32.evaluate(
          state, w.rate, start[r], start[r + 1], curve[kind[r]], RowLoops32.TEMPERATURE);
      float base = (float) materials.get(kind[r]).curve().law().liquidus();
      for (int i = start[r]; i < start[r + 1]; i++) {
        into[offset + i] = base + (float) w.rate[i];
      }
    }
  }

  @Override
  public int living(int k, int material) {
    int n = 0;
    for (int row = window.j0() + ny * k; row < window.j1() + ny * k; row++) {
      int[] start = plan.start[row];
      int[] kind = plan.material[row];
      for (int r = 0; r < kind.length; r++) {
        if (kind[r] == material) {
          int b = Math.min(window.i1(), start[r + 1]);
          for (int i = Math.max(window.i0(), start[r]); i < b; i++) {
            n += alive[row][i] > 0 ? 1 : 0;
          }
        }
      }
    }
    return n;
  }
}
