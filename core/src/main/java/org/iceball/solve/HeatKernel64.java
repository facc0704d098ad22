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
    RowLoops64.warmUp();
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
    /** Conductivity integral of three planes, shape [3][ny][nx]: plane k lies in slot k mod 3. */
    final double[][][] q = new double[3][ny][nx];

    final double[] y = new double[nx];
    final double[] left = new double[nx];
    final double[] right = new double[nx];
    final double[][] rim = new double[4][nx];
    double[] below;
    double[] above;
    double[] back;
    double[] front;
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
            double mu = (double) stage.mu;
            double nu = (double) stage.nu;
            RowLoops64.combine(mu, d[row], nu, e[row], i0, i1);
            RowLoops64.addTwo(e[row], (double) stage.a, w.rate, (double) stage.b, m[row], i0, i1);
          }
          case ATTEMPT -> {
            System.arraycopy(w.rate, i0, next[row], i0, i1 - i0);
            double half = (double) (0.4 * stage.tau);
            RowLoops64.measure(w.error, w.change, d[row], half, m[row], w.rate, i0, i1);
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
    double[][] slot = w.q[k % 3];
    int i0 = window.i0();
    int i1 = window.i1();
    for (int j = window.j0(); j < window.j1(); j++) {
      int row = j + ny * k;
      double[] state = h[row];
      if (trial) {
        RowLoops64.add(w.y, h[row], d[row], i0, i1);
        state = w.y;
      }
      int[] start = plan.curveStart[row];
      int[] kind = plan.curveMaterial[row];
      for (int r = 0; r < kind.length; r++) {
        int a = Math.max(i0, start[r]);
        int b = Math.min(i1, start[r + 1]);
        if (a < b) {
          RowLoops64.evaluate(state, slot[j], a, b, curve[kind[r]], RowLoops64.INTEGRAL);
        }
      }
    }
  }

  /** The balance of a row into {@code w.rate}: terms 1 to 4 of docs/physics.md. */
  private void balance(Work w, int j, int k, boolean trial, /* wide */ double[] sum) {
    int row = j + ny * k;
    double[] q = w.q[k % 3][j];
    int[] start = plan.start[row];
    int[] kind = plan.material[row];
    int i0 = window.i0();
    int i1 = window.i1();
    gatherNeighbours(w, j, k, q, start, kind, sum);
    RowLoops64.conduct(
        w.rate, w.left, w.right, w.below, w.above, w.back, w.front, q, i0, i1, perArea); // (1)
    for (int i : plan.seams[row]) {
      if (i >= i0 && i < i1) {
        w.rate[i] = seam(w, i, j, k, trial); // (1')
      }
    }
    double[] state = h[row];
    if (trial) {
      RowLoops64.add(w.y, h[row], d[row], i0, i1);
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
        RowLoops64.perfuse(w.rate, w.heat, state, alive[row], a, b, blood[kind[r]]); // (2) and (3)
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

  /**
   * Rows of conductivity integrals beside a row. Beyond the grid, what the outer face implies;
   * beyond the window nothing flows, so that no heat leaves the books there.
   */
  private void gatherNeighbours(
      Work w, int j, int k, double[] q, int[] start, int[] kind, /* wide */ double[] sum) {
    int i0 = window.i0();
    int i1 = window.i1();
    System.arraycopy(q, i0, w.left, i0 + 1, i1 - i0 - 1);
    System.arraycopy(q, i0 + 1, w.right, i0, i1 - i0 - 1);
    w.left[i0] = i0 > 0 ? q[i0] : ghost(q[0], kind[0], sum);
    w.right[i1 - 1] = i1 < nx ? q[i1 - 1] : ghost(q[nx - 1], kind[kind.length - 1], sum);
    double[][] here = w.q[k % 3];
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

  private double[] ghosts(
      double[] into, double[] q, int[] start, int[] kind, /* wide */ double[] sum) {
    for (int r = 0; r < kind.length; r++) {
      int b = Math.min(window.i1(), start[r + 1]);
      for (int i = Math.max(window.i0(), start[r]); i < b; i++) {
        into[i] = ghost(q[i], kind[r], sum);
      }
    }
    return into;
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
    Window v = window;
    double own = q[i];
    double left = i > v.i0() ? face(row, i, row, i - 1, own, w.left[i], trial) : w.left[i] - own;
    double right =
        i < v.i1() - 1 ? face(row, i, row, i + 1, own, w.right[i], trial) : w.right[i] - own;
    double below = j > v.j0() ? face(row, i, row - 1, i, own, w.below[i], trial) : w.below[i] - own;
    double above =
        j < v.j1() - 1 ? face(row, i, row + 1, i, own, w.above[i], trial) : w.above[i] - own;
    double back = k > v.k0() ? face(row, i, row - ny, i, own, w.back[i], trial) : w.back[i] - own;
    double front =
        k < v.k1() - 1 ? face(row, i, row + ny, i, own, w.front[i], trial) : w.front[i] - own;
    return (((left + right) + (below + above)) + (back + front)) * perArea;
  }

  private double face(
      int row, int i, int otherRow, int otherI, double q, double otherQ, boolean trial) {
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
    return (double) (mean * (other.temperature(otherAt) - own.temperature(at)));
  }

  @Override
  public void first(/* wide */ double a, int k0, int k1) {
    int i0 = window.i0();
    int i1 = window.i1();
    for (int k = k0; k < k1; k++) {
      for (int row = window.j0() + ny * k; row < window.j1() + ny * k; row++) {
        RowLoops64.scale(d[row], (double) a, m[row], i0, i1);
        Arrays.fill(e[row], i0, i1, 0);
      }
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
    int i0 = window.i0();
    int i1 = window.i1();
    for (int k = k0; k < k1; k++) {
      for (int row = window.j0() + ny * k; row < window.j1() + ny * k; row++) {
        double[] state = h[row];
        RowLoops64.add(state, state, d[row], i0, i1);
        RowLoops64.keepLowest(lowest[row], state, i0, i1);
        double[] life = alive[row];
        int[] start = plan.start[row];
        int[] kind = plan.material[row];
        for (int r = 0; r < kind.length; r++) {
          double low = Float.MAX_VALUE;
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
    double[] state = low ? lowest[row] : h[row];
    int[] start = plan.start[row];
    int[] kind = plan.material[row];
    for (int r = 0; r < kind.length; r++) {
      RowLoops64.evaluate(
          state, w.rate, start[r], start[r + 1], curve[kind[r]], RowLoops64.TEMPERATURE);
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
