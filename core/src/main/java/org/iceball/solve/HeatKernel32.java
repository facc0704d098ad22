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
  private static final int INTEGRAL = 0;
  private static final int TEMPERATURE = 1;

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
  private final float[][] lowest;

  HeatKernel32(Model model, RowPlan plan) {
    Grid g = model.grid();
    this.plan = plan;
    nx = g.nx();
    ny = g.ny();
    nz = g.nz();
    perArea = (float) (1 / (g.spacing() * g.spacing()));
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
      /* wide */
      /* wide */
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
    /* wide */
    /* wide */
    /* wide */ double[] knots = c.knots();
    /* wide */
    /* wide */
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
    final float[] below = new float[nx];
    final float[] above = new float[nx];
    final float[] back = new float[nx];
    final float[] front = new float[nx];
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
  public void drive(/* wide *//* wide *//* wide */ double[] integrals) {
    for (int w = 0; w < wall.length; w++) {
      wall[w] = (float) integrals[w];
    }
  }

  @Override
  public void sweep(
      Sweep what,
      Stage stage,
      int k0,
      int k1,
      Scratch scratch, /* wide */ /* wide */
      /* wide */ double[][] sums) {
    Work w = (Work) scratch;
    boolean trial = what != Sweep.RATE;
    for (int k = Math.max(0, k0 - 1); k <= k0; k++) {
      integralOfPlane(w, k, trial);
    }
    for (int k = k0; k < k1; k++) {
      if (k + 1 < nz) {
        integralOfPlane(w, k + 1, trial);
      }
      /* wide */
      /* wide */
      /* wide */ double[] sum = sums[k];
      Arrays.fill(sum, 0);
      Arrays.fill(w.heat, 0);
      Arrays.fill(w.error, 0);
      Arrays.fill(w.change, 0);
      for (int j = 0; j < ny; j++) {
        int row = j + ny * k;
        balance(w, j, k, trial, sum);
        switch (what) {
          case RATE -> System.arraycopy(w.rate, 0, m[row], 0, nx);
          case STAGE -> {
            float mu = (float) stage.mu;
            float nu = (float) stage.nu;
            combine(mu, d[row], nu, e[row]);
            addTwo(e[row], (float) stage.a, w.rate, (float) stage.b, m[row]);
          }
          case ATTEMPT -> {
            System.arraycopy(w.rate, 0, next[row], 0, nx);
            float half = (float) (0.4 * stage.tau);
            measure(w.error, w.change, d[row], half, m[row], w.rate);
          }
        }
      }
      for (int i = 0; i < nx; i++) {
        sum[Powers.perfusion(needles)] += w.heat[i];
        sum[needles + 4] += w.error[i];
        sum[needles + 5] += w.change[i];
      }
    }
  }

  private void integralOfPlane(Work w, int k, boolean trial) {
    float[][] slot = w.q[k % 3];
    for (int j = 0; j < ny; j++) {
      int row = j + ny * k;
      float[] state = h[row];
      if (trial) {
        add(w.y, h[row], d[row]);
        state = w.y;
      }
      int[] start = plan.start[row];
      int[] kind = plan.material[row];
      for (int r = 0; r < kind.length; r++) {
        evaluate(state, slot[j], start[r], start[r + 1], curve[kind[r]], INTEGRAL);
      }
    }
  }

  /** The balance of a row into {@code w.rate}: terms 1 to 4 of docs/physics.md. */
  private void balance(
      Work w, int j, int k, boolean trial, /* wide */ /* wide */ /* wide */ double[] sum) {
    int row = j + ny * k;
    float[] q = w.q[k % 3][j];
    int[] start = plan.start[row];
    int[] kind = plan.material[row];
    gatherNeighbours(w, j, k, q, start, kind, sum);
    conduct(w.rate, w.left, w.right, w.below, w.above, w.back, w.front, q, perArea); // (1)
    for (int i : plan.seams[row]) {
      w.rate[i] = seam(w, i, j, k, trial); // (1')
    }
    float[] state = h[row];
    if (trial) {
      add(w.y, h[row], d[row]);
      state = w.y;
    }
    for (int r = 0; r < kind.length; r++) {
      int a = start[r];
      int b = start[r + 1];
      if (materials.get(kind[r]).held()) {
        for (int i = a; i < b; i++) {
          sum[Powers.vessels(needles)] -= w.rate[i];
          w.rate[i] = 0;
        }
      } else {
        perfuse(w.rate, w.heat, state, alive[row], a, b, blood[kind[r]]); // (2) and (3)
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

  /** Rows of conductivity integrals beside a row; beyond the box, what the outer face implies. */
  private void gatherNeighbours(
      Work w,
      int j,
      int k,
      float[] q,
      int[] start,
      int[] kind, /* wide */ /* wide */
      /* wide */ double[] sum) {
    System.arraycopy(q, 0, w.left, 1, nx - 1);
    System.arraycopy(q, 1, w.right, 0, nx - 1);
    w.left[0] = ghost(q[0], kind[0], sum);
    w.right[nx - 1] = ghost(q[nx - 1], kind[kind.length - 1], sum);
    float[][] here = w.q[k % 3];
    side(w.below, j > 0 ? here[j - 1] : null, q, start, kind, sum);
    side(w.above, j < ny - 1 ? here[j + 1] : null, q, start, kind, sum);
    side(w.back, k > 0 ? w.q[(k + 2) % 3][j] : null, q, start, kind, sum);
    side(w.front, k < nz - 1 ? w.q[(k + 1) % 3][j] : null, q, start, kind, sum);
  }

  private void side(
      float[] into,
      float[] beside,
      float[] q,
      int[] start,
      int[] kind, /* wide */
      /* wide */
      /* wide */ double[] sum) {
    if (beside != null) {
      System.arraycopy(beside, 0, into, 0, nx);
      return;
    }
    for (int r = 0; r < kind.length; r++) {
      for (int i = start[r]; i < start[r + 1]; i++) {
        into[i] = ghost(q[i], kind[r], sum);
      }
    }
  }

  /** Value beyond an outer face; the face lies half a cell away, so it is mirrored there. */
  private float ghost(float q, int kind, /* wide */ /* wide */ /* wide */ double[] sum) {
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
    float left = i > 0 ? face(row, i, row, i - 1, q[i], w.left[i], trial) : w.left[i] - q[i];
    float right =
        i < nx - 1 ? face(row, i, row, i + 1, q[i], w.right[i], trial) : w.right[i] - q[i];
    float below = j > 0 ? face(row, i, row - 1, i, q[i], w.below[i], trial) : w.below[i] - q[i];
    float above =
        j < ny - 1 ? face(row, i, row + 1, i, q[i], w.above[i], trial) : w.above[i] - q[i];
    float back = k > 0 ? face(row, i, row - ny, i, q[i], w.back[i], trial) : w.back[i] - q[i];
    float front =
        k < nz - 1 ? face(row, i, row + ny, i, q[i], w.front[i], trial) : w.front[i] - q[i];
    return (((left + right) + (below + above)) + (back + front)) * perArea;
  }

  private float face(
      int row, int i, int otherRow, int otherI, float q, float otherQ, boolean trial) {
    EnthalpyCurve own = materials.get(kindAt(row, i)).curve();
    EnthalpyCurve other = materials.get(kindAt(otherRow, otherI)).curve();
    if (own.equals(other)) {
      return otherQ - q;
    }
    /* wide */
    /* wide */
    /* wide */ double at = h[row][i] + (trial ? d[row][i] : 0);
    /* wide */
    /* wide */
    /* wide */ double otherAt = h[otherRow][otherI] + (trial ? d[otherRow][otherI] : 0);
    /* wide */
    /* wide */
    /* wide */ double k = own.conductivity(at);
    /* wide */
    /* wide */
    /* wide */ double kOther = other.conductivity(otherAt);
    /* wide */
    /* wide */
    /* wide */ double mean = 2 * (k * kOther) / (k + kOther);
    return (float) (mean * (other.temperature(otherAt) - own.temperature(at)));
  }

  @Override
  public void first(/* wide *//* wide *//* wide */ double a, int k0, int k1) {
    for (int row = ny * k0; row < ny * k1; row++) {
      scale(d[row], (float) a, m[row]);
      Arrays.fill(e[row], 0);
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
  public void accept(int k0, int k1, /* wide */ /* wide */ /* wide */ double[][] coldest) {
    for (int k = k0; k < k1; k++) {
      Arrays.fill(coldest[k], Float.POSITIVE_INFINITY);
      for (int row = ny * k; row < ny * (k + 1); row++) {
        add(h[row], h[row], d[row]);
        int[] start = plan.start[row];
        int[] kind = plan.material[row];
        for (int r = 0; r < kind.length; r++) {
          /* wide */
          /* wide */
          /* wide */ double low = coldest[k][kind[r]];
          for (int i = start[r]; i < start[r + 1]; i++) {
            low = Math.min(low, h[row][i]);
          }
          coldest[k][kind[r]] = low;
        }
        keepLowest(lowest[row], h[row]);
        for (int i = 0; i < nx; i++) {
          if (h[row][i] <= 0) {
            alive[row][i] = 0;
          }
        }
      }
    }
  }

  @Override
  public void readEnthalpy(int row, /* wide */ /* wide */ /* wide */ double[] into, int offset) {
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
      evaluate(state, w.rate, start[r], start[r + 1], curve[kind[r]], TEMPERATURE);
      float base = (float) materials.get(kind[r]).curve().law().liquidus();
      for (int i = start[r]; i < start[r + 1]; i++) {
        into[offset + i] = base + (float) w.rate[i];
      }
    }
  }

  @Override
  public int living(int k, int material) {
    int n = 0;
    for (int row = ny * k; row < ny * (k + 1); row++) {
      int[] start = plan.start[row];
      int[] kind = plan.material[row];
      for (int r = 0; r < kind.length; r++) {
        if (kind[r] == material) {
          for (int i = start[r]; i < start[r + 1]; i++) {
            n += alive[row][i] > 0 ? 1 : 0;
          }
        }
      }
    }
    return n;
  }

  // ---- loops that the compiler vectorises -------------------------------------------------------

  /** One of the two curves of {@link EnthalpyCurve} on a stretch, without the liquidus. */
  private static void evaluate(float[] y, float[] q, int from, int to, float[] c, int which) {
    final int n = EnthalpyCurve.KNOTS;
    final float slope = c[which];
    final float h0 = c[2], h1 = c[3], h2 = c[4], h3 = c[5], h4 = c[6], h5 = c[7];
    final int ia = which == INTEGRAL ? 2 + 3 * n : 2 + n;
    final int ib = ia + n;
    final float a0 = c[ia], a1 = c[ia + 1], a2 = c[ia + 2];
    final float a3 = c[ia + 3], a4 = c[ia + 4], a5 = c[ia + 5];
    final float b0 = c[ib], b1 = c[ib + 1], b2 = c[ib + 2];
    final float b3 = c[ib + 3], b4 = c[ib + 4], b5 = c[ib + 5];
    for (int i = from; i < to; i++) {
      float x = y[i];
      float d0 = x - h0;
      float d1 = x - h1;
      float d2 = x - h2;
      float d3 = x - h3;
      float d4 = x - h4;
      float d5 = x - h5;
      float u0 = Math.abs(d0) - d0;
      float u1 = Math.abs(d1) - d1;
      float u2 = Math.abs(d2) - d2;
      float u3 = Math.abs(d3) - d3;
      float u4 = Math.abs(d4) - d4;
      float u5 = Math.abs(d5) - d5;
      q[i] =
          slope * x
              + ((u0 * (a0 + b0 * u0) + u1 * (a1 + b1 * u1))
                  + (u2 * (a2 + b2 * u2) + u3 * (a3 + b3 * u3))
                  + (u4 * (a4 + b4 * u4) + u5 * (a5 + b5 * u5)));
    }
  }

  private static void conduct(
      float[] rate,
      float[] left,
      float[] right,
      float[] below,
      float[] above,
      float[] back,
      float[] front,
      float[] q,
      float perArea) {
    for (int i = 0; i < rate.length; i++) {
      rate[i] =
          ((((left[i] - q[i]) + (right[i] - q[i])) + ((below[i] - q[i]) + (above[i] - q[i])))
                  + ((back[i] - q[i]) + (front[i] - q[i])))
              * perArea;
    }
  }

  private static void perfuse(
      float[] rate, float[] heat, float[] y, float[] alive, int from, int to, float[] p) {
    final float full = p[0], off = p[1], base = p[2], slope = p[3];
    final float bendFull = p[4], bendFront = p[5], bendOff = p[6], metabolism = p[7];
    for (int i = from; i < to; i++) {
      float x = y[i];
      float f = x - full;
      float o = x - off;
      float blood =
          (base + slope * x)
              + ((Math.abs(f) - f) * bendFull
                  + ((Math.abs(x) - x) * bendFront + (Math.abs(o) - o) * bendOff));
      float brought = alive[i] * blood;
      rate[i] = rate[i] + (brought + alive[i] * metabolism);
      heat[i] = heat[i] + brought;
    }
  }

  private static void add(float[] into, float[] x, float[] y) {
    for (int i = 0; i < into.length; i++) {
      into[i] = x[i] + y[i];
    }
  }

  private static void scale(float[] into, float a, float[] x) {
    for (int i = 0; i < into.length; i++) {
      into[i] = a * x[i];
    }
  }

  /** e = mu d + nu e. */
  private static void combine(float mu, float[] d, float nu, float[] e) {
    for (int i = 0; i < e.length; i++) {
      e[i] = mu * d[i] + nu * e[i];
    }
  }

  /** e += a x + b y. */
  private static void addTwo(float[] e, float a, float[] x, float b, float[] y) {
    for (int i = 0; i < e.length; i++) {
      e[i] = e[i] + (a * x[i] + b * y[i]);
    }
  }

  /** Error |0.4 tau (m + m') - 0.8 d| and change |d|, summed over the rows of a plane. */
  private static void measure(
      float[] error, float[] change, float[] d, float half, float[] m, float[] rate) {
    for (int i = 0; i < d.length; i++) {
      error[i] = error[i] + Math.abs(half * (m[i] + rate[i]) - (float) 0.8 * d[i]);
      change[i] = change[i] + Math.abs(d[i]);
    }
  }

  private static void keepLowest(float[] lowest, float[] h) {
    for (int i = 0; i < h.length; i++) {
      lowest[i] = Math.min(lowest[i], h[i]);
    }
  }
}
