package org.iceball.solve;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.iceball.grid.Grid;
import org.iceball.model.Material;
import org.iceball.model.Model;
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
    for (int k = 0; k < planes; k++) {
      Arrays.fill(coldest[k], Double.POSITIVE_INFINITY);
      for (int i = 0; i < m; i++) {
        coldest[k][i] = model.materials().get(i).start();
        living[k][i] = kernel.living(k, i);
      }
    }
  }

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
    for (double[] s : sums) {
      error += s[n];
      change += s[n + 1];
    }
    return change > 0 ? error / change : 0;
  }

  @Override
  public void accept() {
    team.run(pieces(), acceptPiece);
  }

  @Override
  public void acceptWithRate() {
    kernel.swapRates();
    accept();
  }

  private void sweep(HeatKernel.Sweep what, double[] powers) {
    sweep = what;
    team.run(pieces(), sweepPiece);
    int needles = model.needles().size();
    double volume = model.grid().cellVolume();
    Arrays.fill(powers, 0);
    for (int k = 0; k < planes; k++) {
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
    return (planes + chunk - 1) / chunk;
  }

  private int end(int piece) {
    return Math.min(planes, (piece + 1) * chunk);
  }

  private void sweepPiece(int p) {
    kernel.sweep(sweep, stage, p * chunk, end(p), scratch.get(), sums);
  }

  private void firstPiece(int p) {
    kernel.first(factor, p * chunk, end(p));
  }

  private void acceptPiece(int p) {
    kernel.accept(p * chunk, end(p), coldest);
    for (int k = p * chunk; k < end(p); k++) {
      for (int i = 0; i < living[k].length; i++) {
        living[k][i] = kernel.living(k, i);
      }
    }
  }

  @Override
  public double stiffness(double coldestWall) {
    double h = model.grid().spacing();
    double grid = 12 / (h * h);
    double needle = Double.isInfinite(coldestWall) ? 0 : plan.largestConductance;
    double bound = 0;
    for (int i = 0; i < model.materials().size(); i++) {
      Material m = model.materials().get(i);
      double low = Double.POSITIVE_INFINITY;
      for (double[] c : coldest) {
        low = Math.min(low, c[i]);
      }
      if (m.held() || Double.isInfinite(low)) {
        continue;
      }
      double now = m.curve().temperature(low);
      // the step may cool the coldest cell further; no further than the wall
      double soon = Math.min(now, now + COOLING_AHEAD * (coldestWall - now));
      double at = Double.isFinite(soon) ? Math.min(low, m.curve().enthalpy(soon)) : low;
      double blood = m.perfusion().perCelsius() * m.curve().slopeT();
      bound = Math.max(bound, m.curve().largestDiffusivityAbove(at) * (grid + needle) + blood);
    }
    return bound;
  }

  /** Share of the way to the wall's temperature that a cell may cool in one step [1]. */
  private static final double COOLING_AHEAD = 0.3;

  @Override
  public void readEnthalpy(double[] into) {
    int nx = model.grid().nx();
    for (int row = 0; row < into.length / nx; row++) {
      kernel.readEnthalpy(row, into, row * nx);
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
    int nx = model.grid().nx();
    int ny = model.grid().ny();
    team.run(
        pieces(),
        p -> {
          for (int row = ny * p * chunk; row < ny * end(p); row++) {
            kernel.readTemperature(row, lowest, into, row * nx, scratch.get());
          }
        });
  }

  @Override
  public double totalEnthalpy() {
    int nx = model.grid().nx();
    int ny = model.grid().ny();
    team.run(
        pieces(),
        p -> {
          double[] row = new double[nx];
          for (int k = p * chunk; k < end(p); k++) {
            CompensatedSum sum = new CompensatedSum();
            for (int j = 0; j < ny; j++) {
              kernel.readEnthalpy(j + ny * k, row, 0);
              for (double v : row) {
                sum.add(v);
              }
            }
            planeTotal[k] = sum.value();
          }
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
