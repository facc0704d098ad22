package org.iceball.solve;

import java.util.Arrays;
import java.util.List;
import org.iceball.device.VesselTree;
import org.iceball.model.BloodSupply;
import org.iceball.model.Material;
import org.iceball.model.Model;
import org.iceball.model.NeedleCells;
import org.iceball.model.Vasculature;
import org.iceball.model.VesselWall;
import org.iceball.state.Kept;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;
import org.iceball.tissue.Tissue.Blood;

/**
 * The blood in the vessels during a run: where it flows, how warm it is, what heat it gave.
 *
 * <p>A vessel's blood passes the iceball in a second, so its temperature follows the tissue's at
 * once: between steps it is marched down the centreline against the tissue as it is now. The heat
 * that a piece of wall gives at the blood temperature T is A (T - T*), with A known and T* told by
 * the power that the last evaluation has found; nothing is read back from the grid.
 *
 * <p>Public for checks that drive a {@link Backend} themselves; runs get theirs from {@link
 * Simulation}.
 */
public final class BloodFlow implements Kept {
  /** Blood freezes here, -0.56 degC (tissues.csv) [K]. */
  static final double FREEZING = 272.59;

  /** A set-point that moved by less is left alone [K]. */
  private static final double TOLERANCE = 0.05;

  private final Model model;
  private final Vasculature vessels;
  private final BloodSupply supply;
  private final int[][] wallOf;
  private final boolean[][] shut;
  private final double[][] flow;
  private final double[] slope;
  private final double[] set;

  /** Temperature, above body temperature, at which each wall would give no heat [K]. */
  private final double[] pull;

  private final double[] wanted;
  private final double[] booked;
  private final BloodBooks[] books;
  private final StasisLog stasis = new StasisLog();
  private boolean clamped;

  /**
   * Blood at body temperature in all vessels.
   *
   * @param model with the walls among its couplings
   * @param vessels of the model
   * @param supply models and clamps
   */
  public BloodFlow(Model model, Vasculature vessels, BloodSupply supply) {
    this.model = model;
    this.vessels = vessels;
    this.supply = supply;
    int trees = vessels.trees().size();
    wallOf = new int[trees][];
    shut = new boolean[trees][];
    flow = new double[trees][];
    books = new BloodBooks[trees];
    for (int t = 0; t < trees; t++) {
      VesselTree tree = vessels.trees().get(t);
      wallOf[t] = new int[tree.segments().size()];
      Arrays.fill(wallOf[t], -1);
      shut[t] = new boolean[wallOf[t].length];
      flow[t] = tree.flows();
      books[t] = new BloodBooks(tree);
    }
    int n = vessels.walls().size();
    slope = new double[n];
    set = new double[n];
    pull = new double[n];
    wanted = new double[n];
    booked = new double[n];
    Arrays.fill(set, Blood.TEMPERATURE);
    for (int w = 0; w < n; w++) {
      VesselWall wall = vessels.walls().get(w);
      wallOf[wall.tree()][wall.segment()] = w;
      slope[w] = slope(wall.cells());
    }
  }

  /** Heat that the wall gives for each kelvin that the blood is warmer [W/K]. */
  private double slope(NeedleCells cells) {
    double sum = 0;
    for (int c = 0; c < cells.cells().length; c++) {
      Material m = model.materialOf(cells.cells()[c]);
      sum += m.held() ? 0 : cells.conductance()[c] * m.curve().law().conductivity();
    }
    return sum * model.grid().cellVolume();
  }

  /** Whether there is any wall to drive. */
  boolean isEmpty() {
    return set.length == 0;
  }

  /** Temperature of the blood at a wall now [K]; NaN where it stands still. */
  double blood(int wall) {
    return set[wall];
  }

  /** The coldest blood that flows past a wall [K], or positive infinity. */
  double coldest() {
    double cold = Double.POSITIVE_INFINITY;
    for (double t : set) {
      if (!Double.isNaN(t)) {
        cold = Math.min(cold, t);
      }
    }
    return cold;
  }

  /** Writes the walls' conductivity integrals [W/m] where {@link Backend#drive} expects them. */
  public void write(double[] integrals) {
    int m = model.materials().size();
    for (int w = 0; w < set.length; w++) {
      for (int i = 0; i < m; i++) {
        var curve = model.materials().get(i).curve();
        integrals[(vessels.first() + w) * m + i] =
            Double.isNaN(set[w]) ? Double.NaN : curve.integral(curve.enthalpy(set[w]));
      }
    }
  }

  /**
   * Marches the blood down all vessels.
   *
   * @param powers of the last evaluation of the balance [W], see {@link Powers}
   * @return whether a set-point moved enough for all to be driven anew
   */
  public boolean march(double[] powers) {
    for (int w = 0; w < set.length; w++) {
      boolean still = Double.isNaN(set[w]) || slope[w] <= 0;
      pull[w] = still ? 0 : set[w] - Blood.TEMPERATURE - powers[vessels.first() + w] / slope[w];
    }
    return march();
  }

  /** Marches against the tissue as it was when powers were last shown. */
  boolean march() {
    for (int t = 0; t < wallOf.length; t++) {
      march(t);
    }
    for (int w = 0; w < set.length; w++) {
      boolean still = Double.isNaN(wanted[w]) && Double.isNaN(set[w]);
      if (!still && !(Math.abs(wanted[w] - set[w]) <= TOLERANCE)) {
        System.arraycopy(wanted, 0, set, 0, set.length);
        return true;
      }
    }
    return false;
  }

  private void march(int t) {
    VesselTree tree = vessels.trees().get(t);
    int n = wallOf[t].length;
    boolean outwards = tree.inlet() == VesselTree.Inlet.TRUNK;
    // temperatures here are differences from body temperature [K]
    double[] out = new double[n];
    double[] arriving = new double[n];
    for (int i = 0; i < n; i++) {
      int s = outwards ? i : n - 1 - i;
      int parent = tree.segments().get(s).parent();
      double in = outwards && parent >= 0 ? out[parent] : 0;
      if (!outwards && flow[t][s] > 0) {
        in = arriving[s] / flow[t][s];
      }
      out[s] = in;
      int w = wallOf[t][s];
      if (w >= 0) {
        out[s] = pass(w, in, flows(t, s) ? flow[t][s] : 0);
      }
      if (!outwards && parent >= 0) {
        arriving[parent] += flow[t][s] * out[s];
      }
    }
  }

  /**
   * Lets blood pass a wall: its temperature goes exponentially towards the one at which the wall
   * would give no heat, with A / (rho c flow) transfer units.
   *
   * @return temperature behind it, above body temperature [K]
   */
  private double pass(int w, double in, double volumeFlow) {
    if (volumeFlow <= 0) {
      wanted[w] = Double.NaN;
      return in;
    }
    if (!vessels.walls().get(w).model().cools() || slope[w] <= 0) {
      wanted[w] = Blood.TEMPERATURE;
      return in;
    }
    double units = slope[w] / (Blood.HEAT_CAPACITY * volumeFlow);
    double kept = -StrictMath.expm1(-units) / units;
    wanted[w] =
        Blood.TEMPERATURE + Math.max(pull[w] + (in - pull[w]) * kept, FREEZING - Blood.TEMPERATURE);
    return Math.max(
        pull[w] + (in - pull[w]) * StrictMath.exp(-units), FREEZING - Blood.TEMPERATURE);
  }

  private boolean flows(int t, int s) {
    boolean inflow = vessels.trees().get(t).inlet() == VesselTree.Inlet.TRUNK;
    return !shut[t][s] && flow[t][s] > 0 && !(clamped && inflow);
  }

  /** Books what the walls gave during a step of the length tau [s]. */
  public void book(double tau, EnergyLedger ledger) {
    for (int t = 0; t < wallOf.length; t++) {
      double[] given = new double[wallOf[t].length];
      boolean any = false;
      for (int s = 0; s < given.length; s++) {
        int w = wallOf[t][s];
        if (w >= 0) {
          double now = ledger.energy(vessels.first() + w);
          given[s] = now - booked[w];
          booked[w] = now;
          any = true;
        }
      }
      if (any) {
        books[t].book(tau, flow[t], given);
      }
    }
  }

  /** Heat that the blood of a vessel has lost so far, counted from the blood's side [J]. */
  public double lost(int tree) {
    return books[tree].lost();
  }

  /** How far the blood at an outlet of a vessel was below body temperature at most [K]. */
  public double cooling(int tree) {
    return books[tree].cooling();
  }

  /** Heat that the walls of a vessel have given to the tissue so far [J]. */
  public double given(int tree, EnergyLedger ledger) {
    double sum = 0;
    for (int w : wallOf[tree]) {
      sum += w >= 0 ? ledger.energy(vessels.first() + w) : 0;
    }
    return sum;
  }

  /**
   * Looks for pieces that froze shut or thawed, and for clamps.
   *
   * @param time now [s]
   * @param middle of the interval that begins now [s]
   * @param backend only read where a wall is cold enough to be worth a look
   * @param powers of the last evaluation [W]
   * @return whether something began or ceased to flow
   */
  boolean look(double time, double middle, Backend backend, double[] powers) {
    boolean wasClamped = clamped;
    clamped = supply.clamped(middle);
    FrozenWalls frozen = new FrozenWalls(model, backend);
    boolean changed = false;
    for (int w = 0; w < set.length; w++) {
      VesselWall wall = vessels.walls().get(w);
      boolean[] shutHere = shut[wall.tree()];
      int s = wall.segment();
      if (shutHere[s]) {
        if (frozen.hasThawed(wall)) {
          shutHere[s] = false;
          changed = true;
          stasis.thawed(vessels.trees().get(wall.tree()), s, time);
        }
      } else if (!Double.isNaN(set[w])
          && frozen.allRound(
              wall,
              vessels.trees().get(wall.tree()).segments().get(s).wall(),
              set[w],
              powers[vessels.first() + w])) {
        shutHere[s] = true;
        changed = true;
        stasis.shut(vessels.trees().get(wall.tree()), s, time);
      }
    }
    if (changed) {
      for (int t = 0; t < flow.length; t++) {
        flow[t] = vessels.trees().get(t).flows(shut[t]);
      }
    }
    return changed || clamped != wasClamped;
  }

  /** Whether the inflow is clamped now. */
  boolean isClamped() {
    return clamped;
  }

  /** What froze shut so far, in the order it did. */
  List<Stasis> stasis() {
    return stasis.pieces();
  }

  @Override
  public void save(StateOut out) {
    out.section("blood");
    out.numbers(set);
    out.numbers(booked);
    out.numbers(pull);
    out.flag(clamped);
    for (int t = 0; t < books.length; t++) {
      out.flags(shut[t]);
      out.numbers(flow[t]);
      books[t].save(out);
    }
    stasis.save(out);
  }

  @Override
  public void restore(StateIn in) {
    in.section("blood");
    in.numbers(set);
    in.numbers(booked);
    in.numbers(pull);
    clamped = in.flag();
    for (int t = 0; t < books.length; t++) {
      in.flags(shut[t]);
      in.numbers(flow[t]);
      books[t].restore(in);
    }
    stasis.restore(in);
  }
}
