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
    for (int k = Math.max(0, k0 - 1); k <= k0; k++) {
      integralOfPlane(w, k, trial);
    }
    for (int k = k0; k < k1; k++) {
      if (k + 1 < nz) {
        integralOfPlane(w, k + 1, trial);
      }
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
            RowLoops32.combine(mu, d[row], nu, e[row]);
            RowLoops32.addTwo(e[row], (float) stage.a, w.rate, (float) stage.b, m[row]);
          }
          case ATTEMPT -> {
            System.arraycopy(w.rate, 0, next[row], 0, nx);
            float half = (float) (0.4 * stage.tau);
            RowLoops32.measure(w.error, w.change, d[row], half, m[row], w.rate);
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
        RowLoops32.add(w.y, h[row], d[row]);
        state = w.y;
      }
      int[] start = plan.start[row];
      int[] kind = plan.material[row];
      for (int r = 0; r < kind.length; r++) {
        RowLoops32.evaluate(
            state, slot[j], start[r], start[r + 1], curve[kind[r]], RowLoops32.INTEGRAL);
      }
    }
  }

  /** The balance of a row into {@code w.rate}: terms 1 to 4 of docs/physics.md. */
  private void balance(Work w, int j, int k, boolean trial, /* wide */ double[] sum) {
    int row = j + ny * k;
    float[] q = w.q[k % 3][j];
    int[] start = plan.start[row];
    int[] kind = plan.material[row];
    gatherNeighbours(w, j, k, q, start, kind, sum);
    RowLoops32.conduct(
        w.rate, w.left, w.right, w.below, w.above, w.back, w.front, q, perArea); // (1)
    for (int i : plan.seams[row]) {
      w.rate[i] = seam(w, i, j, k, trial); // (1')
    }
    float[] state = h[row];
    if (trial) {
      RowLoops32.add(w.y, h[row], d[row]);
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

  /** Rows of conductivity integrals beside a row; beyond the box, what the outer face implies. */
  private void gatherNeighbours(
      Work w, int j, int k, float[] q, int[] start, int[] kind, /* wide */ double[] sum) {
    System.arraycopy(q, 0, w.left, 1, nx - 1);
    System.arraycopy(q, 1, w.right, 0, nx - 1);
    w.left[0] = ghost(q[0], kind[0], sum);
    w.right[nx - 1] = ghost(q[nx - 1], kind[kind.length - 1], sum);
    float[][] here = w.q[k % 3];
    w.below = j > 0 ? here[j - 1] : ghosts(w.rim[0], q, start, kind, sum);
    w.above = j < ny - 1 ? here[j + 1] : ghosts(w.rim[1], q, start, kind, sum);
    w.back = k > 0 ? w.q[(k + 2) % 3][j] : ghosts(w.rim[2], q, start, kind, sum);
    w.front = k < nz - 1 ? w.q[(k + 1) % 3][j] : ghosts(w.rim[3], q, start, kind, sum);
  }

  private float[] ghosts(
      float[] into, float[] q, int[] start, int[] kind, /* wide */ double[] sum) {
    for (int r = 0; r < kind.length; r++) {
      for (int i = start[r]; i < start[r + 1]; i++) {
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
    /* wide */ double at = h[row][i] + (trial ? d[row][i] : 0);
    /* wide */ double otherAt = h[otherRow][otherI] + (trial ? d[otherRow][otherI] : 0);
    /* wide */ double k = own.conductivity(at);
    /* wide */ double kOther = other.conductivity(otherAt);
    /* wide */ double mean = 2 * (k * kOther) / (k + kOther);
    return (float) (mean * (other.temperature(otherAt) - own.temperature(at)));
  }

  @Override
  public void first(/* wide */ double a, int k0, int k1) {
    for (int row = ny * k0; row < ny * k1; row++) {
      RowLoops32.scale(d[row], (float) a, m[row]);
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
  public void accept(int k0, int k1, /* wide */ double[][] coldest) {
    for (int k = k0; k < k1; k++) {
      Arrays.fill(coldest[k], Float.POSITIVE_INFINITY);
      for (int row = ny * k; row < ny * (k + 1); row++) {
        RowLoops32.add(h[row], h[row], d[row]);
        int[] start = plan.start[row];
        int[] kind = plan.material[row];
        for (int r = 0; r < kind.length; r++) {
          /* wide */ double low = coldest[k][kind[r]];
          for (int i = start[r]; i < start[r + 1]; i++) {
            low = Math.min(low, h[row][i]);
          }
          coldest[k][kind[r]] = low;
        }
        RowLoops32.keepLowest(lowest[row], h[row]);
        for (int i = 0; i < nx; i++) {
          if (h[row][i] <= 0) {
            alive[row][i] = 0;
          }
        }
      }
    }
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
}
