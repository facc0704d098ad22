package org.iceball.solve;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.iceball.grid.Grid;
import org.iceball.model.Faces;
import org.iceball.model.Material;
import org.iceball.model.Model;
import org.iceball.model.NeedleCells;
import org.iceball.model.Numerics.Precision;

/**
 * Shares the planes of the grid out to threads and adds their sums up in a fixed order, so that the
 * number of threads changes no bit of the result. A step allocates nothing.
 */
public final class CpuBackend implements Backend {
  private final Model model;
  private final Precision precision;
  private final HeatKernel kernel;
  private final RowPlan plan;
  private final Team team;
  private final int threads;
  private final ThreadLocal<HeatKernel.Scratch> scratch;
  private final int planes;
  private final int chunk;
  private final double[][] sums;
  private final double[][] coldest;
  private final int[][] living;
  private final double[] planeTotal;
  private final boolean windowed;
  private final int margin;
  private Window window;
  private long cellUpdates;

  private HeatKernel.Sweep sweep;
  private final HeatKernel.Stage stage = new HeatKernel.Stage();
  private double factor;
  private final IntConsumer sweepPiece = this::sweepPiece;
  private final IntConsumer firstPiece = this::firstPiece;
  private final IntConsumer acceptPiece = this::acceptPiece;

  /**
   * Allocates the state of a model at its start.
   *
   * @param model what is solved
   * @param precision of the state
   * @param threads at least 1
   */
  public CpuBackend(Model model, Precision precision, int threads) {
    this.model = model;
    this.precision = precision;
    this.threads = threads;
    Grid g = model.grid();
    plan = new RowPlan(model);
    kernel =
        precision == Precision.FP64 ? new HeatKernel64(model, plan) : new HeatKernel32(model, plan);
    scratch = ThreadLocal.withInitial(kernel::newScratch);
    team = new Team(threads);
    planes = g.nz();
    chunk = Math.max(4, (planes + 4 * threads - 1) / (4 * threads));
    int m = model.materials().size();
    sums = new double[planes][Powers.size(model.needles().size()) + 2];
    coldest = new double[planes][m];
    living = new int[planes][m];
    planeTotal = new double[planes];
    margin = Math.max(4, (int) Math.ceil(MARGIN / g.spacing()));
    windowed = Quiet.atStart(model);
    setWindow(windowed ? aroundNeedles() : Window.all(g));
  }

  private Window aroundNeedles() {
    Grid g = model.grid();
    Window w = Window.empty();
    for (NeedleCells needle : model.needles()) {
      for (int cell : needle.cells()) {
        int i = cell % g.nx();
        int j = cell / g.nx() % g.ny();
        w = w.including(i, j, cell / g.nx() / g.ny(), margin, g);
      }
    }
    return w.isEmpty() ? Window.all(g) : w;
  }

  private void setWindow(Window wanted) {
    Window now = wanted.fullRows(model.grid());
    window = now;
    kernel.window(now);
    for (int k = now.k0(); k < now.k1(); k++) {
      for (int i = 0; i < living[k].length; i++) {
        living[k][i] = kernel.living(k, i);
      }
    }
  }

  /**
   * Keeps the margin: no cell within it may differ from its start by more than the bound. Only the
   * outer shell is looked at; heat takes many steps to cross it.
   */
  private void growWindow() {
    Grid g = model.grid();
    Window grown = window;
    for (int k = window.k0(); k < window.k1(); k++) {
      for (int j = window.j0(); j < window.j1(); j++) {
        boolean shell =
            k < window.k0() + margin
                || k >= window.k1() - margin
                || j < window.j0() + margin
                || j >= window.j1() - margin;
        for (int i = window.i0(); i < window.i1(); i++) {
          if (!shell && i == window.i0() + margin) {
            i = Math.max(i, window.i1() - margin);
          }
          if (i < window.i1() && kernel.differs(i, j, k, BOUND)) {
            grown = grown.including(i, j, k, margin, g);
          }
        }
      }
    }
    if (!grown.equals(window)) {
      setWindow(grown);
    }
  }

  /** A change that counts, 1e-3 K in unfrozen tissue [J/m3]. */
  private static final double BOUND = 3.8e3;

  /** Cells are computed this far beyond the last that changed [m]. */
  private static final double MARGIN = 6e-3;

  @Override
  public String name() {
    return "cpu";
  }

  @Override
  public void drive(double[] wall) {
    kernel.drive(wall);
  }

  @Override
  public void rate(double[] powers) {
    sweep(HeatKernel.Sweep.RATE, powers);
  }

  @Override
  public void firstStage(double a) {
    factor = a;
    team.run(pieces(), firstPiece);
  }

  @Override
  public void nextStage(double mu, double nu, double a, double b, double[] powers) {
    stage.mu = mu;
    stage.nu = nu;
    stage.a = a;
    stage.b = b;
    sweep(HeatKernel.Sweep.STAGE, powers);
    kernel.swapStages();
  }

  @Override
  public double attempt(double tau, double[] powers) {
    stage.tau = tau;
    sweep(HeatKernel.Sweep.ATTEMPT, powers);
    int n = Powers.size(model.needles().size());
    double error = 0;
    double change = 0;
    for (int k = window.k0(); k < window.k1(); k++) {
      error += sums[k][n];
      change += sums[k][n + 1];
    }
    return change > 0 ? error / change : 0;
  }

  @Override
  public void accept() {
    for (double[] c : coldest) {
      Arrays.fill(c, Double.POSITIVE_INFINITY);
    }
    team.run(pieces(), acceptPiece);
    if (windowed && window.cells() < model.grid().cells()) {
      growWindow();
    }
  }

  @Override
  public void acceptWithRate() {
    kernel.swapRates();
    accept();
  }

  private void sweep(HeatKernel.Sweep what, double[] powers) {
    sweep = what;
    cellUpdates += window.cells();
    team.run(pieces(), sweepPiece);
    int needles = model.needles().size();
    double volume = model.grid().cellVolume();
    Arrays.fill(powers, 0);
    for (int k = window.k0(); k < window.k1(); k++) {
      for (int p = 0; p < powers.length; p++) {
        powers[p] += sums[k][p];
      }
      for (int i = 0; i < living[k].length; i++) {
        powers[Powers.metabolism(needles)] +=
            living[k][i] * model.materials().get(i).perfusion().metabolism();
      }
    }
    for (int p = 0; p < powers.length; p++) {
      powers[p] *= volume;
    }
  }

  private int pieces() {
    return (window.k1() - window.k0() + chunk - 1) / chunk;
  }

  private int begin(int piece) {
    return window.k0() + piece * chunk;
  }

  private int end(int piece) {
    return Math.min(window.k1(), begin(piece) + chunk);
  }

  private void sweepPiece(int p) {
    kernel.sweep(sweep, stage, begin(p), end(p), scratch.get(), sums);
  }

  private void firstPiece(int p) {
    kernel.first(factor, begin(p), end(p));
  }

  private void acceptPiece(int p) {
    kernel.accept(begin(p), end(p), coldest);
    for (int k = begin(p); k < end(p); k++) {
      for (int i = 0; i < living[k].length; i++) {
        living[k][i] = kernel.living(k, i);
      }
    }
  }

  @Override
  public double stiffness(double coldestWall) {
    double h = model.grid().spacing();
    double grid = 2 * faceWeight() / (h * h);
    double needle = Double.isInfinite(coldestWall) ? 0 : plan.largestConductance;
    Faces faces = model.faces();
    boolean held = faces.kind() == Faces.Kind.HELD;
    double coldest = held ? Math.min(coldestWall, faces.temperature()) : coldestWall;
    double bound = 0;
    for (int i = 0; i < model.materials().size(); i++) {
      Material m = model.materials().get(i);
      if (m.held()) {
        continue;
      }
      double low = m.start();
      for (double[] c : this.coldest) {
        low = Math.min(low, c[i]);
      }
      // the step may cool any cell as far as the wall, where ice conducts best
      double now = m.curve().temperature(low);
      double at = coldest < now ? m.curve().enthalpy(coldest) : low;
      double blood = m.perfusion().perCelsius() * m.curve().slopeT();
      bound = Math.max(bound, m.curve().largestDiffusivityAbove(at) * (grid + needle) + blood);
    }
    return bound;
  }

  /**
   * Sum of the weights of a cell's faces [1]: 6 inside. A held outer face lies half a cell away and
   * weighs 2; where outer faces differ from the start, cells beside them may be the stiffest.
   */
  private double faceWeight() {
    if (windowed || model.faces().kind() == Faces.Kind.INSULATED) {
      return 6;
    }
    Grid g = model.grid();
    double weight = 0;
    for (int n : new int[] {g.nx(), g.ny(), g.nz()}) {
      weight += n == 1 ? 4 : 3;
    }
    return weight;
  }

  @Override
  public void readEnthalpy(double[] into) {
    int plane = model.grid().nx() * model.grid().ny();
    for (int k = 0; k < planes; k++) {
      kernel.readEnthalpy(k, into, k * plane);
    }
  }

  @Override
  public void readTemperature(float[] into) {
    read(into, false);
  }

  @Override
  public void readLowest(float[] into) {
    read(into, true);
  }

  private void read(float[] into, boolean lowest) {
    int plane = model.grid().nx() * model.grid().ny();
    team.run(planes, k -> kernel.readTemperature(k, lowest, into, k * plane, scratch.get()));
  }

  @Override
  public long cellUpdates() {
    return cellUpdates;
  }

  @Override
  public double totalEnthalpy() {
    team.run(
        planes,
        k -> {
          double[] plane = new double[model.grid().nx() * model.grid().ny()];
          CompensatedSum sum = new CompensatedSum();
          kernel.readEnthalpy(k, plane, 0);
          for (double v : plane) {
            sum.add(v);
          }
          planeTotal[k] = sum.value();
        });
    CompensatedSum total = new CompensatedSum();
    for (double t : planeTotal) {
      total.add(t);
    }
    return total.value() * model.grid().cellVolume();
  }

  @Override
  public void close() {
    team.close();
  }

  @Override
  public String toString() {
    return name() + " " + precision.name().toLowerCase(Locale.ROOT) + ", " + threads + " threads";
  }
}
