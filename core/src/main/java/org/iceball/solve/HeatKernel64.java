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
 * The hot loops in double precision. One array a row: the compiler then vectorises every loop below
 * (it does not where two arrays are indexed at different offsets).
 */
@SuppressWarnings("cast") // the casts do their work in the single-precision twin
final class HeatKernel64 implements HeatKernel {
  private static final int INTEGRAL = 0;
  private static final int TEMPERATURE = 1;

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
  private final double[][] lowest;

  HeatKernel64(Model model, RowPlan plan) {
    Grid g = model.grid();
    this.plan = plan;
    nx = g.nx();
    ny = g.ny();
    nz = g.nz();
    perArea = (double) (1 / (g.spacing() * g.spacing()));
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
      /* wide */
      /* wide */
      /* wide */ double q = of.curve().integral(of.curve().enthalpy(model.faces().temperature()));
      outside[k] = open ? (double) q : (double) Double.NaN;
    }
    int rows = ny * nz;
    h = new double[rows][nx];
    d = new double[rows][nx];
    e = new double[rows][nx];
    m = new double[rows][nx];
    next = new double[rows][nx];
    alive = new double[rows][nx];
    lowest = new double[rows][nx];
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < nx; i++) {
        Material of = model.materialOf(row * nx + i);
        h[row][i] = (double) of.start();
        lowest[row][i] = h[row][i];
        alive[row][i] = of.held() || of.start() <= 0 ? 0 : 1;
      }
    }
  }

  private static double[] flatten(EnthalpyCurve c) {
    int n = EnthalpyCurve.KNOTS;
    double[] flat = new double[2 + 5 * n];
    flat[0] = (double) c.slopeQ();
    flat[1] = (double) c.slopeT();
    /* wide */
    /* wide */
    /* wide */ double[] knots = c.knots();
    /* wide */
    /* wide */
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
    /** Conductivity integral of three planes, shape [3][ny][nx]: plane k lies in slot k mod 3. */
    final double[][][] q = new double[3][ny][nx];

    final double[] y = new double[nx];
    final double[] left = new double[nx];
    final double[] right = new double[nx];
    final double[] below = new double[nx];
    final double[] above = new double[nx];
    final double[] back = new double[nx];
    final double[] front = new double[nx];
    final double[] rate = new double[nx];
    final double[] heat = new double[nx];
    final double[] error = new double[nx];
    final double[] change = new double[nx];
  }

  @Override
  public Scratch newScratch() {
    return new Work();
  }

  @Override
  public void drive(/* wide *//* wide *//* wide */ double[] integrals) {
    for (int w = 0; w < wall.length; w++) {
      wall[w] = (double) integrals[w];
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
            double mu = (double) stage.mu;
            double nu = (double) stage.nu;
            combine(mu, d[row], nu, e[row]);
            addTwo(e[row], (double) stage.a, w.rate, (double) stage.b, m[row]);
          }
          case ATTEMPT -> {
            System.arraycopy(w.rate, 0, next[row], 0, nx);
            double half = (double) (0.4 * stage.tau);
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
    double[][] slot = w.q[k % 3];
    for (int j = 0; j < ny; j++) {
      int row = j + ny * k;
      double[] state = h[row];
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
    double[] q = w.q[k % 3][j];
    int[] start = plan.start[row];
    int[] kind = plan.material[row];
    gatherNeighbours(w, j, k, q, start, kind, sum);
    conduct(w.rate, w.left, w.right, w.below, w.above, w.back, w.front, q, perArea); // (1)
    for (int i : plan.seams[row]) {
      w.rate[i] = seam(w, i, j, k, trial); // (1')
    }
    double[] state = h[row];
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
      double wallIntegral = wall[n * materials.size() + of];
      if (!Double.isNaN(wallIntegral) && !materials.get(of).held()) {
        double heat = (double) plan.conductance[row][c] * (wallIntegral - q[i]); // (4)
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
      double[] q,
      int[] start,
      int[] kind, /* wide */ /* wide */
      /* wide */ double[] sum) {
    System.arraycopy(q, 0, w.left, 1, nx - 1);
    System.arraycopy(q, 1, w.right, 0, nx - 1);
    w.left[0] = ghost(q[0], kind[0], sum);
    w.right[nx - 1] = ghost(q[nx - 1], kind[kind.length - 1], sum);
    double[][] here = w.q[k % 3];
    side(w.below, j > 0 ? here[j - 1] : null, q, start, kind, sum);
    side(w.above, j < ny - 1 ? here[j + 1] : null, q, start, kind, sum);
    side(w.back, k > 0 ? w.q[(k + 2) % 3][j] : null, q, start, kind, sum);
    side(w.front, k < nz - 1 ? w.q[(k + 1) % 3][j] : null, q, start, kind, sum);
  }

  private void side(
      double[] into,
      double[] beside,
      double[] q,
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
  private double ghost(double q, int kind, /* wide */ /* wide */ /* wide */ double[] sum) {
    double face = outside[kind];
    if (Double.isNaN(face)) {
      return q;
    }
    double ghost = 2 * face - q;
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
  private double seam(Work w, int i, int j, int k, boolean trial) {
    int row = j + ny * k;
    double[] q = w.q[k % 3][j];
    double left = i > 0 ? face(row, i, row, i - 1, q[i], w.left[i], trial) : w.left[i] - q[i];
    double right =
        i < nx - 1 ? face(row, i, row, i + 1, q[i], w.right[i], trial) : w.right[i] - q[i];
    double below = j > 0 ? face(row, i, row - 1, i, q[i], w.below[i], trial) : w.below[i] - q[i];
    double above =
        j < ny - 1 ? face(row, i, row + 1, i, q[i], w.above[i], trial) : w.above[i] - q[i];
    double back = k > 0 ? face(row, i, row - ny, i, q[i], w.back[i], trial) : w.back[i] - q[i];
    double front =
        k < nz - 1 ? face(row, i, row + ny, i, q[i], w.front[i], trial) : w.front[i] - q[i];
    return (((left + right) + (below + above)) + (back + front)) * perArea;
  }

  private double face(
      int row, int i, int otherRow, int otherI, double q, double otherQ, boolean trial) {
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
    return (double) (mean * (other.temperature(otherAt) - own.temperature(at)));
  }

  @Override
  public void first(/* wide *//* wide *//* wide */ double a, int k0, int k1) {
    for (int row = ny * k0; row < ny * k1; row++) {
      scale(d[row], (double) a, m[row]);
      Arrays.fill(e[row], 0);
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
  public void accept(int k0, int k1, /* wide */ /* wide */ /* wide */ double[][] coldest) {
    for (int k = k0; k < k1; k++) {
      Arrays.fill(coldest[k], Double.POSITIVE_INFINITY);
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
    double[] state = low ? lowest[row] : h[row];
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
  private static void evaluate(double[] y, double[] q, int from, int to, double[] c, int which) {
    final int n = EnthalpyCurve.KNOTS;
    final double slope = c[which];
    final double h0 = c[2], h1 = c[3], h2 = c[4], h3 = c[5], h4 = c[6], h5 = c[7];
    final int ia = which == INTEGRAL ? 2 + 3 * n : 2 + n;
    final int ib = ia + n;
    final double a0 = c[ia], a1 = c[ia + 1], a2 = c[ia + 2];
    final double a3 = c[ia + 3], a4 = c[ia + 4], a5 = c[ia + 5];
    final double b0 = c[ib], b1 = c[ib + 1], b2 = c[ib + 2];
    final double b3 = c[ib + 3], b4 = c[ib + 4], b5 = c[ib + 5];
    for (int i = from; i < to; i++) {
      double x = y[i];
      double d0 = x - h0;
      double d1 = x - h1;
      double d2 = x - h2;
      double d3 = x - h3;
      double d4 = x - h4;
      double d5 = x - h5;
      double u0 = Math.abs(d0) - d0;
      double u1 = Math.abs(d1) - d1;
      double u2 = Math.abs(d2) - d2;
      double u3 = Math.abs(d3) - d3;
      double u4 = Math.abs(d4) - d4;
      double u5 = Math.abs(d5) - d5;
      q[i] =
          slope * x
              + ((u0 * (a0 + b0 * u0) + u1 * (a1 + b1 * u1))
                  + (u2 * (a2 + b2 * u2) + u3 * (a3 + b3 * u3))
                  + (u4 * (a4 + b4 * u4) + u5 * (a5 + b5 * u5)));
    }
  }

  private static void conduct(
      double[] rate,
      double[] left,
      double[] right,
      double[] below,
      double[] above,
      double[] back,
      double[] front,
      double[] q,
      double perArea) {
    for (int i = 0; i < rate.length; i++) {
      rate[i] =
          ((((left[i] - q[i]) + (right[i] - q[i])) + ((below[i] - q[i]) + (above[i] - q[i])))
                  + ((back[i] - q[i]) + (front[i] - q[i])))
              * perArea;
    }
  }

  private static void perfuse(
      double[] rate, double[] heat, double[] y, double[] alive, int from, int to, double[] p) {
    final double full = p[0], off = p[1], base = p[2], slope = p[3];
    final double bendFull = p[4], bendFront = p[5], bendOff = p[6], metabolism = p[7];
    for (int i = from; i < to; i++) {
      double x = y[i];
      double f = x - full;
      double o = x - off;
      double blood =
          (base + slope * x)
              + ((Math.abs(f) - f) * bendFull
                  + ((Math.abs(x) - x) * bendFront + (Math.abs(o) - o) * bendOff));
      double brought = alive[i] * blood;
      rate[i] = rate[i] + (brought + alive[i] * metabolism);
      heat[i] = heat[i] + brought;
    }
  }

  private static void add(double[] into, double[] x, double[] y) {
    for (int i = 0; i < into.length; i++) {
      into[i] = x[i] + y[i];
    }
  }

  private static void scale(double[] into, double a, double[] x) {
    for (int i = 0; i < into.length; i++) {
      into[i] = a * x[i];
    }
  }

  /** e = mu d + nu e. */
  private static void combine(double mu, double[] d, double nu, double[] e) {
    for (int i = 0; i < e.length; i++) {
      e[i] = mu * d[i] + nu * e[i];
    }
  }

  /** e += a x + b y. */
  private static void addTwo(double[] e, double a, double[] x, double b, double[] y) {
    for (int i = 0; i < e.length; i++) {
      e[i] = e[i] + (a * x[i] + b * y[i]);
    }
  }

  /** Error |0.4 tau (m + m') - 0.8 d| and change |d|, summed over the rows of a plane. */
  private static void measure(
      double[] error, double[] change, double[] d, double half, double[] m, double[] rate) {
    for (int i = 0; i < d.length; i++) {
      error[i] = error[i] + Math.abs(half * (m[i] + rate[i]) - (double) 0.8 * d[i]);
      change[i] = change[i] + Math.abs(d[i]);
    }
  }

  private static void keepLowest(double[] lowest, double[] h) {
    for (int i = 0; i < h.length; i++) {
      lowest[i] = Math.min(lowest[i], h[i]);
    }
  }
}
