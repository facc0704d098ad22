package org.iceball.gpu;

import java.util.Arrays;
import org.iceball.grid.Grid;
import org.iceball.model.Model;
import org.iceball.solve.ActiveWindow;
import org.iceball.solve.Box;
import org.iceball.solve.Patch;
import org.iceball.solve.Powers;
import org.iceball.solve.Stiffness;
import org.iceball.state.Kept;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;

/**
 * All cells of a model on a device. A stage is one pass over the cells: it reads the conductivity
 * integrals of the trial state, and writes the next trial state and its integrals. Only sums of
 * planes come back to the host, which adds them up in their order.
 */
final class OpenClPatch implements Patch, Kept {
  private static final int TIMED_STAGES = 5;

  private final Model model;
  private final DeviceProgram program;
  private final DeviceState state;
  private final ActiveWindow active;
  private final Stiffness stiffness;
  private final double conductance;
  private final PlaneStock stock;
  private final int needles;
  private final int materials;
  private final double[] planeSums;
  private final double[] lows;
  private final int held;
  private Variant variant;
  private Box window;
  private double[] walls = new double[0];
  private double[] perfused = new double[0];
  private boolean integralsAreOfH;
  private long cellUpdates;

  OpenClPatch(DeviceProgram program, DeviceState state, boolean processor) {
    this.program = program;
    this.state = state;
    variant = processor ? Variant.ROWS : Variant.BLOCKS;
    model = state.flat.model;
    needles = model.needles().size();
    materials = model.materials().size();
    stiffness = new Stiffness(model);
    conductance = stiffness.largestPull();
    active = new ActiveWindow(model);
    stock = new PlaneStock(program, state, active, processor);
    int nz = model.grid().nz();
    planeSums = new double[nz * (needles + DeviceState.PARTS)];
    lows = new double[materials];
    held = state.flat.holdsFaces() ? 63 : 0;
    window = active.atStart();
    stock.take(window, box(), false);
  }

  /** How cells are shared out from now on. */
  void use(Variant other) {
    variant = other;
  }

  /**
   * How long a stage takes when cells are shared out in a way [s]. Only for a patch at its start:
   * the arrays on trial are written to.
   */
  double secondsOfStage(Variant other) {
    Variant before = variant;
    variant = other;
    try {
      launchStage(0, 0, 0, 0);
      state.memory.finish();
      double best = Double.POSITIVE_INFINITY;
      for (int n = 0; n < TIMED_STAGES; n++) {
        long began = System.nanoTime();
        launchStage(0, 0, 0, 0);
        state.memory.finish();
        best = Math.min(best, (System.nanoTime() - began) * 1e-9);
      }
      return best;
    } finally {
      variant = before;
    }
  }

  /** What every needle's wall is at from now on, as in {@link org.iceball.solve.Backend#drive}. */
  void drive(double[] wall) {
    walls = wall.clone();
    compute(active.holding(window, walls));
    if (wall.length > 0) {
      state.memory.putReals(state.wall, wall);
    }
  }

  /** The part of its blood that every material gets from now on [1]. */
  void perfuse(double[] part) {
    perfused = part.clone();
    state.memory.putReals(
        state.bloods(), state.flat.bloods(part, state.memory.realSize() == Double.BYTES));
  }

  private int[] box() {
    Grid g = model.grid();
    return new int[] {
      g.nx(), g.ny(), g.nz(), window.j0(), window.j1(), window.k0(), window.k1(), held
    };
  }

  private int rows() {
    return window.j1() - window.j0();
  }

  private int planes() {
    return window.k1() - window.k0();
  }

  private Kernel kernel(String task) {
    return program.kernel(variant.kernel(task));
  }

  private void launch(String task) {
    int nx = model.grid().nx();
    kernel(task).launch(variant.global(task, nx, rows(), planes()), variant.local());
  }

  /** Sets the last arguments of a kernel that sums up: where sums go, memory to work in. */
  private void setSums(String task, int at) {
    Kernel k = kernel(task);
    k.set(at, state.parts);
    if (!variant.byRows()) {
      k.local(at + 1, (long) variant.group() * state.memory.wideSize());
    }
    if (variant.chunk(task) > 1) {
      k.local(at + 2, (long) variant.tile() * state.memory.realSize());
    }
  }

  @Override
  public void rate(double[] powers) {
    if (!integralsAreOfH) {
      Kernel k = kernel("integral");
      int at = state.setModel(k, box());
      k.set(at, state.h, state.q);
      launch("integral");
      integralsAreOfH = true;
    }
    Kernel k = kernel("rate");
    int at = state.setModel(k, box());
    k.set(at, state.h, state.q, state.flags, state.m);
    setSums("rate", at + 4);
    launch("rate");
    sum("rate", powers);
  }

  @Override
  public void firstStage(double a) {
    Kernel k = kernel("first");
    int at = state.setModel(k, box());
    k.set(at, state.h, state.m, state.d, state.e, state.q);
    k.number(at + 5, a);
    launch("first");
    integralsAreOfH = false;
  }

  @Override
  public void nextStage(double mu, double nu, double a, double b, double[] powers) {
    launchStage(mu, nu, a, b);
    sum("stage", powers);
    state.swapStages();
  }

  private void launchStage(double mu, double nu, double a, double b) {
    Kernel k = kernel("stage");
    int at = state.setModel(k, box());
    k.set(at, state.h, state.d, state.e, state.m, state.q, state.qNext, state.flags);
    k.number(at + 7, mu);
    k.number(at + 8, nu);
    k.number(at + 9, a);
    k.number(at + 10, b);
    setSums("stage", at + 11);
    launch("stage");
  }

  @Override
  public double attempt(double tau, double[] powers) {
    Kernel k = kernel("attempt");
    int at = state.setModel(k, box());
    k.set(at, state.h, state.d, state.m, state.next, state.q, state.flags);
    k.number(at + 6, 0.4 * tau);
    k.number(at + 7, 0.8);
    setSums("attempt", at + 8);
    launch("attempt");
    sum("attempt", powers);
    double error = 0;
    double change = 0;
    int width = needles + DeviceState.PARTS;
    for (int plane = window.k0(); plane < window.k1(); plane++) {
      error += planeSums[plane * width + needles + 3];
      change += planeSums[plane * width + needles + 4];
    }
    return change > 0 ? error / change : 0;
  }

  /** Adds up what the last kernel summed: on the device to planes, here the planes. */
  private void sum(String task, double[] powers) {
    cellUpdates += window.cells();
    int width = needles + DeviceState.PARTS;
    Kernel k = program.kernel("planes");
    boolean rows = variant.byRows();
    int parts = variant.partsPerPlane(model.grid().nx(), rows ? model.grid().ny() : rows());
    k.whole(0, box());
    k.whole(1, needles);
    k.whole(2, parts);
    k.whole(3, rows ? window.j0() : 0);
    k.whole(4, rows ? window.j1() : parts);
    k.whole(5, variant.chunk(task));
    k.set(6, state.sumFirst, state.sumEntry, state.needleCell(), state.needleWall());
    k.set(10, state.conductance(), state.floor(), state.wall, state.q, state.parts, state.sums);
    k.launch(new long[] {width, planes()}, null);
    int first = window.k0() * width;
    state.memory.getWides(state.sums, first, planeSums, first, planes() * width);
    Arrays.fill(powers, 0);
    int metabolism = Powers.metabolism(needles);
    for (int plane = window.k0(); plane < window.k1(); plane++) {
      int at = plane * width;
      for (int n = 0; n < needles; n++) {
        powers[n] += planeSums[at + n];
      }
      powers[Powers.perfusion(needles)] += planeSums[at + needles];
      powers[Powers.faces(needles)] += planeSums[at + needles + 1];
      powers[Powers.vessels(needles)] += planeSums[at + needles + 2];
      for (int i = 0; i < materials; i++) {
        powers[metabolism] +=
            stock.living(plane, i) * model.materials().get(i).perfusion().metabolism();
      }
    }
    for (int p = 0; p < powers.length; p++) {
      powers[p] *= model.grid().cellVolume();
    }
  }

  @Override
  public void accept() {
    stock.take(window, box(), true);
    integralsAreOfH = true; // h is now what h + d was
    compute(stock.wanted(window));
  }

  @Override
  public void acceptWithRate() {
    state.swapRates();
    accept();
  }

  private void compute(Box wanted) {
    if (!wanted.equals(window)) {
      window = wanted;
      integralsAreOfH = false;
      stock.take(window, box(), false);
    }
  }

  @Override
  public double stiffness(double coldestWall) {
    stock.lowest(window, lows);
    double needle = Double.isInfinite(coldestWall) ? 0 : conductance;
    return stiffness.bound(lows, coldestWall, needle, true);
  }

  @Override
  public int mostStages() {
    return stiffness.mostStages();
  }

  @Override
  public Box region() {
    return Box.all(model.grid());
  }

  @Override
  public void readEnthalpy(int k, int from, int to, double[] into) {
    int plane = model.grid().nx() * model.grid().ny();
    state.memory.getReals(state.h, k * plane + from, into, from, to - from);
  }

  /** The cells that are computed now, whole rows. */
  Box window() {
    return window;
  }

  /** How many these are. */
  long cells() {
    return window.cells();
  }

  long cellUpdates() {
    return cellUpdates;
  }

  @Override
  public void save(StateOut out) {
    out.section("opencl");
    out.whole(walls.length);
    out.numbers(walls);
    out.whole(perfused.length);
    out.numbers(perfused);
    out.whole(cellUpdates);
    window.save(out);
    byte[] flags = new byte[model.grid().cells()];
    state.memory.get(state.flags, flags);
    out.bytes(flags);
    double[] values = new double[flags.length];
    for (OpenCl.Buffer field : new OpenCl.Buffer[] {state.h, state.lowest, state.m}) {
      state.memory.getReals(field, 0, values, 0, values.length);
      out.numbers(values);
    }
  }

  /** The integrals and the stock of the planes are made anew from the state. */
  @Override
  public void restore(StateIn in) {
    in.section("opencl");
    double[] driven = new double[in.whole(0, needles * materials)];
    in.numbers(driven);
    double[] fed = new double[in.whole(0, materials)];
    in.numbers(fed);
    cellUpdates = in.whole();
    window = Box.restored(in, model.grid());
    byte[] flags = new byte[model.grid().cells()];
    in.bytes(flags);
    state.memory.put(state.flags, flags);
    double[] values = new double[flags.length];
    for (OpenCl.Buffer field : new OpenCl.Buffer[] {state.h, state.lowest, state.m}) {
      in.numbers(values);
      state.memory.putReals(field, values);
    }
    drive(driven);
    if (fed.length > 0) {
      perfuse(fed);
    }
    integralsAreOfH = false;
    stock.take(window, box(), false);
  }
}
