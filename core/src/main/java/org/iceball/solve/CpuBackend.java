package org.iceball.solve;

import java.util.Locale;
import java.util.function.Consumer;
import org.iceball.grid.Grid;
import org.iceball.model.Model;
import org.iceball.model.Numerics.Precision;
import org.iceball.state.Kept;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;

/**
 * The reference backend. Decides which cells are computed at all (a window round what has changed)
 * and which of them need short steps; {@link CpuPatch} computes.
 */
public final class CpuBackend
    implements Backend, PerfusionControl, StasisControl, HeatSource, Kept {
  private final Model model;
  private final Precision precision;
  private final int threads;
  private final Team team;
  private final CpuPatch whole;
  private final CpuWindow window;
  private final NearBox nearBox;
  private final Forcing forcing = new Forcing();
  private Box boiling = Box.empty();
  private CpuDivision split;
  private long nearUpdates;

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
    team = new Team(threads);
    whole = CpuPatch.whole(model, precision, team, threads);
    window = new CpuWindow(model, whole);
    nearBox = new NearBox(model);
  }

  @Override
  public String name() {
    return "cpu";
  }

  @Override
  public void drive(double[] wall) {
    boolean otherPull = forcing.pullsOtherwise(wall);
    forcing.walls = wall.clone();
    nearBox.drive(forcing.walls);
    window.drive(forcing.walls);
    tell(kernel -> kernel.drive(forcing.walls));
    if (otherPull) {
      whole.pull(forcing.walls);
      if (split != null) {
        split.near.pull(forcing.walls);
      }
    }
  }

  /** Tells the kernels of both parts. */
  private void tell(Consumer<HeatKernel> word) {
    word.accept(whole.kernel);
    if (split != null) {
      word.accept(split.near.kernel);
    }
  }

  private void survey() {
    whole.survey();
    if (split != null) {
      split.near.survey();
    }
  }

  @Override
  public void perfuse(double[] part) {
    forcing.perfused = part.clone();
    tell(kernel -> kernel.perfuse(forcing.perfused));
  }

  @Override
  public void source(double[] density) {
    Box all = Box.all(model.grid());
    if (!whole.window().contains(all)) {
      end();
      whole.window(all); // the current heats every cell at once
    }
    forcing.heat = density;
    nearBox.heat(density);
    whole.kernel.source(density);
    if (split != null) {
      forcing.heat(split.near.kernel, split.box, model.grid());
    }
  }

  @Override
  public void amplitude(double factor) {
    forcing.amplitude = factor;
    tell(kernel -> kernel.amplitude(factor));
  }

  @Override
  public void expectBoiling(Box cells) {
    boiling = cells;
    nearBox.boil(cells);
    tellOfBoiling();
  }

  private void tellOfBoiling() {
    boolean soon = !boiling.isEmpty();
    if (split == null) {
      whole.expectBoiling(soon);
    } else {
      split.near.expectBoiling(soon);
      whole.expectBoiling(soon && !split.still.contains(boiling));
    }
  }

  @Override
  public void rate(double[] powers) {
    end();
    whole.rate(powers);
  }

  @Override
  public void firstStage(double a) {
    whole.firstStage(a);
  }

  @Override
  public void nextStage(double mu, double nu, double a, double b, double[] powers) {
    whole.nextStage(mu, nu, a, b, powers);
  }

  @Override
  public double attempt(double tau, double[] powers) {
    return whole.attempt(tau, powers);
  }

  @Override
  public void accept() {
    whole.accept();
    window.grow();
  }

  @Override
  public void acceptWithRate() {
    whole.acceptWithRate();
    window.grow();
  }

  @Override
  public double stiffness(double coldestWall) {
    return whole.stiffness(coldestWall);
  }

  @Override
  public Division divide() {
    Box wanted =
        split == null
            ? nearBox.wanted(whole, null, null)
            : nearBox.wanted(whole, split.near, split.box);
    if (split != null && !split.box.equals(wanted)) {
      end();
    }
    if (split == null && wanted != null) {
      split = new CpuDivision(wanted, whole, window, nearBox, forcing);
      tellOfBoiling();
    }
    return split;
  }

  private void end() {
    if (split != null) {
      whole.kernel.unite(split.near.kernel);
      nearUpdates += split.near.cellUpdates();
      split = null;
      whole.whole(forcing.walls);
      tellOfBoiling();
    }
  }

  @Override
  public void still(int[] cells, int count) {
    Grid g = model.grid();
    for (int n = 0; n < count; n++) {
      int i = cells[n] % g.nx();
      int j = cells[n] / g.nx() % g.ny();
      int k = cells[n] / g.nx() / g.ny();
      whole.kernel.still(k, i + g.nx() * j);
      if (split != null) {
        split.still(i, j, k);
      }
    }
    survey();
  }

  @Override
  public int mostStages() {
    return whole.mostStages();
  }

  @Override
  public Box region() {
    return Box.all(model.grid());
  }

  @Override
  public void readEnthalpy(double[] into) {
    remember();
    int plane = model.grid().nx() * model.grid().ny();
    team.run(model.grid().nz(), k -> whole.kernel.readEnthalpy(k, into, k * plane));
  }

  @Override
  public void readEnthalpy(int k, double[] into) {
    if (split != null && split.box.holdsPlane(k)) {
      remember();
    }
    whole.kernel.readEnthalpy(k, into, 0);
  }

  @Override
  public Box window() {
    return whole.window();
  }

  @Override
  public void readEnthalpy(int k, int from, int to, double[] into) {
    if (split != null && split.box.holdsPlane(k)) {
      remember();
    }
    whole.kernel.readEnthalpy(k, from, to, into);
  }

  @Override
  public void readTemperature(float[] into) {
    read(Box.all(model.grid()), into, false);
  }

  @Override
  public void readTemperature(Box rows, float[] into) {
    read(rows, into, false);
  }

  @Override
  public void readLowest(float[] into) {
    read(Box.all(model.grid()), into, true);
  }

  @Override
  public void readLowest(Box rows, float[] into) {
    read(rows, into, true);
  }

  private void read(Box rows, float[] into, boolean lowest) {
    remember();
    int plane = model.grid().nx() * model.grid().ny();
    team.run(
        rows.k1() - rows.k0(),
        n -> {
          int k = rows.k0() + n;
          whole.kernel.readTemperature(k, rows, lowest, into, k * plane, whole.desk());
        });
  }

  private void remember() {
    if (split != null) {
      whole.kernel.unite(split.near.kernel);
    }
  }

  @Override
  public long cellUpdates() {
    return whole.cellUpdates() + nearUpdates + (split == null ? 0 : split.near.cellUpdates());
  }

  @Override
  public double totalEnthalpy() {
    return TotalEnthalpy.of(this, model.grid());
  }

  @Override
  public void close() {
    team.close();
  }

  @Override
  public String toString() {
    return name() + " " + precision.name().toLowerCase(Locale.ROOT) + ", " + threads + " threads";
  }

  /** The two parts of a division are written as they are: what they share is not the same. */
  @Override
  public void save(StateOut out) {
    out.section("cpu");
    saveOptional(out, forcing.walls);
    saveOptional(out, forcing.perfused);
    nearBox.save(out);
    out.whole(nearUpdates);
    boiling.save(out);
    whole.save(out, split == null);
    out.flag(split != null);
    if (split != null) {
      split.box.save(out);
      split.near.save(out, false);
    }
  }

  private static void saveOptional(StateOut out, double[] values) {
    out.flag(values != null);
    if (values != null) {
      out.numbers(values);
    }
  }

  @Override
  public void restore(StateIn in) {
    in.section("cpu");
    end();
    int materials = model.materials().size();
    forcing.walls = restoredOptional(in, model.needles().size() * materials);
    forcing.perfused = restoredOptional(in, materials);
    nearBox.restore(in);
    nearUpdates = in.whole();
    boiling = Box.restored(in);
    whole.restore(in);
    forcing.apply(whole.kernel, Box.all(model.grid()), model.grid());
    whole.pull(forcing.walls);
    if (in.flag()) {
      split = new CpuDivision(Box.restored(in, model.grid()), whole, window, nearBox, forcing);
      split.near.restore(in);
      split.near.survey();
    }
    tellOfBoiling();
  }

  private static double[] restoredOptional(StateIn in, int length) {
    if (!in.flag()) {
      return null;
    }
    double[] values = new double[length];
    in.numbers(values);
    return values;
  }

  @Override
  public Patch inUse() {
    return split == null ? this : split.isAllShown() ? whole : split.near;
  }

  /** The near part's enthalpy lies in the whole's too, between two steps. */
  @Override
  public int notFinite(Box rows) {
    int nx = model.grid().nx();
    int[] found = new int[rows.k1() - rows.k0()];
    team.run(
        found.length,
        n -> found[n] = whole.kernel.notFinite(rows.k0() + n, nx * rows.j0(), nx * rows.j1()));
    for (int n = 0; n < found.length; n++) {
      if (found[n] >= 0) {
        return found[n] + (rows.k0() + n) * nx * model.grid().ny();
      }
    }
    return -1;
  }
}
