package org.iceball.solve;

import org.iceball.state.StateIn;
import org.iceball.state.StateOut;

/**
 * The hot loops over planes of cells, in one of two precisions. {@link CpuBackend} shares out the
 * planes; a call writes only cells and sums of the planes it is given, and reads the planes beside
 * them, so any order and any number of threads give the same bits.
 *
 * <p>The two implementations differ in the word {@code double} against {@code float} and nothing
 * else; a test holds them to it.
 */
interface HeatKernel {

  /** What a sweep does with the balance it evaluates. */
  enum Sweep {
    /** m = balance(h + d), where d is zero. */
    RATE,
    /** e = mu d + nu e + a balance(h + d) + b m. */
    STAGE,
    /** m' = balance(h + d), and the sums of error and change. */
    ATTEMPT
  }

  /** Numbers that a stage multiplies with; set by one thread before a sweep, read by all. */
  final class Stage {
    /** Weight of d [1]. */
    double mu;

    /** Weight of the change before d [1]. */
    double nu;

    /** Weight of the balance at the trial state [s]. */
    double a;

    /** Weight of the balance at the start of the step [s]. */
    double b;

    /** Length of the step, for an attempt [s]. */
    double tau;
  }

  /** Rows and planes that a thread works in. */
  interface Scratch {}

  /** A scratch for one thread. */
  Scratch newScratch();

  /** Computes only this box of cells from now on; planes handed in later lie within it. */
  void window(Box computed);

  /** Conductivity integral of each needle's wall [W/m], shape [needles * materials]. */
  void drive(double[] wall);

  /** Part of its perfusion that each material gets from now on [1], shape [materials]. */
  void perfuse(double[] part);

  /** Heat of the cells at an amplitude of one [W/m3], shape [cells]; see {@link HeatSource}. */
  void source(double[] density);

  /** How much of it there is [1]. */
  void amplitude(double factor);

  /**
   * Evaluates the balance on planes k0 to k1 - 1.
   *
   * @param sums shape [planes][n + 7]: powers of a plane over the volume of a cell [W/m3] as in
   *     {@link Powers}, then the sums of error and change [J/m3]; rows k0 to k1 - 1 are modified
   */
  void sweep(Sweep what, Stage stage, int k0, int k1, Scratch scratch, double[][] sums);

  /** d = a m and e = 0 on planes k0 to k1 - 1. */
  void first(double a, int k0, int k1);

  /** d = 0 on planes k0 to k1 - 1. */
  void rest(int k0, int k1);

  /** The result of a stage becomes d, the former d becomes e. */
  void swapStages();

  /** The rate of an attempt becomes m. */
  void swapRates();

  /** h += d on planes k0 to k1 - 1; cells at or below the liquidus die; the lowest is kept. */
  void accept(int k0, int k1);

  /**
   * Takes stock of planes k0 to k1 - 1 after a step, and decides which knots they need in the next.
   *
   * @param slack no cell loses more in a step; an attempt that does has an infinite error [J/m3]
   * @param coldest shape [planes][materials], lowest enthalpy now [J/m3]; modified
   * @param living shape [planes][materials], living cells; modified
   */
  void survey(int k0, int k1, double slack, double[][] coldest, int[][] living);

  /**
   * Lowers the lowest enthalpy of each material [J/m3] to that of some cells.
   *
   * @param cells their numbers in the grid; not modified
   * @param lows shape [materials]; modified
   */
  void coldest(int[] cells, double[] lows);

  /**
   * Adds the cells of a plane that are colder than a bound for their material [J/m3]; those in the
   * still box may be left out.
   */
  void colderThan(int k, double[] bound, Extent found);

  /** Adds the cells of a row whose enthalpy is further from its start than a bound [J/m3]. */
  void changed(int j, int k, double bound, Extent found);

  /**
   * Divides the cells: a box of them, the near part, goes to a kernel of its own, this one computes
   * the others. Cells of the near part outside the still box are computed here too, so that the
   * heat that crosses is that of a moving neighbour; what they become here is forgotten.
   *
   * @param near the near part
   * @param plan its plan
   * @param still lies in the near part
   */
  HeatKernel divide(Part near, PlanePlan plan, Box still);

  /** The near part gets what crossed in this part's last step, of a length [s]. */
  void handOver(double tau);

  /** Enthalpies of the near part are copied here. */
  void join(HeatKernel near);

  /** All that the near part remembers is copied here. */
  void unite(HeatKernel near);

  /** The cells are no longer divided. */
  void forget();

  /** Cell c of plane k loses its blood for good. */
  void still(int k, int c);

  /** Enthalpy of plane k [J/m3] into an array at an offset. */
  void readEnthalpy(int k, double[] into, int offset);

  /** Enthalpy of cells from one up to, without, another of plane k [J/m3], at their own indices. */
  void readEnthalpy(int k, int from, int to, double[] into);

  /**
   * Temperature now, or the lowest ever, of the rows of a box in plane k [K] into an array that has
   * plane k at an offset.
   */
  void readTemperature(int k, Box rows, boolean lowest, float[] into, int offset, Scratch scratch);

  /**
   * Writes the state of the cells.
   *
   * @param rates whether the balance at h is to be remembered too
   */
  void save(StateOut out, boolean rates);

  /** Takes over what {@link #save} wrote, for the window that it was written with. */
  void restore(StateIn in);

  /** The first cell of some of plane k whose enthalpy is not finite, or -1. */
  int notFinite(int k, int from, int to);
}
