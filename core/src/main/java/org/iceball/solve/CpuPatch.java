package org.iceball.solve;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.iceball.grid.Grid;
import org.iceball.model.Model;
import org.iceball.model.Numerics.Precision;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;

/**
 * Shares the planes of a part out to threads and adds their sums up in a fixed order, so that the
 * number of threads changes no bit of the result. A step allocates nothing.
 */
final class CpuPatch implements Patch {
  /** A cell that stays above a knot by this much is not expected to reach it in a step [J/m3]. */
  private static final double SLACK = 3e7;

  /** Fewest planes that a thread takes at a time; it evaluates one more on either side. */
  private static final int LEAST_PLANES = 4;

  final HeatKernel kernel;
  final PlanePlan plan;
  private final Stiffness stiffness;
  private final int mostStages;
  private final Box box;
  private final Model model;
  private final Team team;
  private final int threads;
  private final ThreadLocal<HeatKernel.Scratch> scratch;
  private final double[][] sums;
  private final double[][] coldest;
  private final double[] lows;
  private final int[][] living;
  private final HeatKernel.Stage stage = new HeatKernel.Stage();
  private final IntConsumer sweepPiece = this::sweepPiece;
  private final IntConsumer firstPiece = this::firstPiece;
  private final IntConsumer restPiece = this::restPiece;
  private final IntConsumer acceptPiece = this::acceptPiece;
  private final IntConsumer surveyPiece = this::surveyPiece;
  private HeatKernel.Sweep sweep;
  private double factor;
  private Box window;
  private int chunk;
  private Stiffness.Pull pull;
  private Box near = Box.empty();
  private boolean far;
  private boolean boils;
  private long cellUpdates;

  /** All cells of a model, at their start. */
  static CpuPatch whole(Model model, Precision precision, Team team, int threads) {
    Part part = Part.whole(model);
    PlanePlan plan = new PlanePlan(model);
    HeatKernel kernel =
        precision == Precision.FP64 ? new HeatKernel64(part, plan) : new HeatKernel32(part, plan);
    CpuPatch whole = new CpuPatch(part, plan, kernel, team, threads);
    whole.pull(null);
    return whole;
  }

  /** A box of the cells of another patch, in their present state. Both have to be pulled anew. */
  static CpuPatch near(CpuPatch of, Box box, Box still) {
    Part part = Part.of(of.model, box);
    PlanePlan plan = new PlanePlan(part.model());
    HeatKernel kernel = of.kernel.divide(part, plan, still);
    of.far = true;
    of.near = box;
    return new CpuPatch(part, plan, kernel, of.team, of.threads);
  }

  private CpuPatch(Part part, PlanePlan plan, HeatKernel kernel, Team team, int threads) {
    stiffness = new Stiffness(part);
    mostStages = stiffness.mostStages();
    box = part.box();
    this.plan = plan;
    this.kernel = kernel;
    this.team = team;
    this.threads = threads;
    model = part.model();
    Grid g = model.grid();
    int m = model.materials().size();
    scratch = ThreadLocal.withInitial(kernel::newScratch);
    sums = new double[g.nz()][Powers.size(model.needles().size()) + 2];
    coldest = new double[g.nz()][m];
    lows = new double[m];
    living = new int[g.nz()][m];
    compute(Box.all(g));
  }

  /** Computes only these cells from now on. */
  void window(Box wanted) {
    compute(wanted);
    survey();
  }

  private void compute(Box wanted) {
    window = wanted.fullRows(model.grid());
    kernel.window(window);
    int n = window.k1() - window.k0();
    chunk = Math.max(LEAST_PLANES, (n + 3 * threads - 1) / (3 * threads));
  }

  Box window() {
    return window;
  }

  /**
   * Other walls than before are passive or colder than the liquidus, or other cells belong to the
   * near part: takes stock.
   *
   * @param driven as for {@link Backend#drive}, null where none is; not modified
   */
  void pull(double[] driven) {
    pull = stiffness.pull(near, driven);
    survey(); // the knots that a plane needs depend on it, too
  }

  /** Whether water may boil in the cells before this is called again. */
  void expectBoiling(boolean soon) {
    boils = soon;
  }

  /** The cells are no longer divided; this patch computes them all again. */
  void whole(double[] walls) {
    kernel.forget();
    far = false;
    near = Box.empty();
    pull(walls);
  }

  @Override
  public void rate(double[] powers) {
    team.run(pieces(), restPiece);
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
    team.run(pieces(), acceptPiece);
    if (!far) {
      survey(); // the far part is surveyed once the near part has joined it
    }
  }

  @Override
  public void acceptWithRate() {
    kernel.swapRates();
    accept();
  }

  /** Takes stock of the state as it is. */
  void survey() {
    team.run(pieces(), surveyPiece);
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

  private void restPiece(int p) {
    kernel.rest(begin(p), end(p));
  }

  private void acceptPiece(int p) {
    kernel.accept(begin(p), end(p));
  }

  private void surveyPiece(int p) {
    kernel.survey(begin(p), end(p), SLACK, coldest, living);
  }

  @Override
  public double stiffness(double coldestWall) {
    for (int i = 0; i < lows.length; i++) {
      double low = Double.POSITIVE_INFINITY;
      for (int k = window.k0(); k < window.k1(); k++) {
        low = Math.min(low, coldest[k][i]);
      }
      lows[i] = low;
    }
    double bound = stiffness.bound(lows, coldestWall, pull.chilled(), !far, boils);
    if (pull.others().length == 0) {
      return bound;
    }
    Arrays.fill(lows, Double.POSITIVE_INFINITY);
    kernel.coldest(pull.others(), lows);
    for (int i = 0; i < lows.length; i++) {
      lows[i] -= far ? 0 : SLACK;
    }
    double warm = Double.POSITIVE_INFINITY; // as far as they can cool in a step they have
    return Math.max(bound, stiffness.bound(lows, warm, pull.most(), !far, boils));
  }

  /** Adds all cells colder than a bound for their material [J/m3]. */
  void colderThan(double[] bound, Extent found) {
    for (int k = window.k0(); k < window.k1(); k++) {
      for (int m = 0; m < bound.length; m++) {
        if (coldest[k][m] < bound[m]) {
          kernel.colderThan(k, bound, found);
          break;
        }
      }
    }
  }

  /** Planes for the calling thread to work in. */
  HeatKernel.Scratch desk() {
    return scratch.get();
  }

  @Override
  public int mostStages() {
    return mostStages;
  }

  @Override
  public Box region() {
    return box;
  }

  @Override
  public void readEnthalpy(int k, int from, int to, double[] into) {
    kernel.readEnthalpy(k, from, to, into);
  }

  long cellUpdates() {
    return cellUpdates;
  }

  /**
   * Writes the state of the cells.
   *
   * @param rates whether the balance at h is to be remembered too
   */
  void save(StateOut out, boolean rates) {
    window.save(out);
    out.whole(cellUpdates);
    kernel.save(out, rates);
  }

  /** Takes over what {@link #save} wrote; takes no stock of it. */
  void restore(StateIn in) {
    compute(Box.restored(in, model.grid()));
    cellUpdates = in.whole();
    kernel.restore(in);
  }
}
