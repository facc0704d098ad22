package org.iceball.solve;

import java.util.Locale;
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
  private double[] walls;
  private double[] perfused;
  private CpuDivision split;
  private long nearUpdates;
  private boolean heated;

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
    walls = wall.clone();
    nearBox.drive(walls);
    whole.kernel.drive(walls);
    if (split != null) {
      split.near.kernel.drive(walls);
    }
  }

  @Override
  public void perfuse(double[] part) {
    perfused = part.clone();
    whole.kernel.perfuse(perfused);
    if (split != null) {
      split.near.kernel.perfuse(perfused);
    }
  }

  @Override
  public void source(double[] density) {
    if (!heated) {
      end();
      heated = true;
      whole.window(Box.all(model.grid()));
    }
    whole.kernel.source(density);
  }

  @Override
  public void expectBoiling(boolean soon) {
    whole.expectBoiling(soon);
  }

  @Override
  public void amplitude(double factor) {
    whole.kernel.amplitude(factor);
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
    if (heated) {
      return null; // heat reaches every cell at once
    }
    Box wanted =
        split == null
            ? nearBox.wanted(whole, null, null)
            : nearBox.wanted(whole, split.near, split.box);
    if (split != null && !split.box.equals(wanted)) {
      end();
    }
    if (split == null && wanted != null) {
      split = new CpuDivision(wanted, whole, window, nearBox, walls, perfused);
    }
    return split;
  }

  private void end() {
    if (split != null) {
      whole.kernel.unite(split.near.kernel);
      nearUpdates += split.near.cellUpdates();
      split = null;
      whole.whole();
    }
  }

  @Override
  public void still(int[] cells, int count) {
    end();
    int plane = model.grid().nx() * model.grid().ny();
    for (int c = 0; c < count; c++) {
      whole.kernel.still(cells[c] / plane, cells[c] % plane);
    }
    whole.survey();
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
    for (int k = 0; k < model.grid().nz(); k++) {
      whole.kernel.readEnthalpy(k, into, k * plane);
    }
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
    saveOptional(out, walls);
    saveOptional(out, perfused);
    nearBox.save(out);
    out.whole(nearUpdates);
    out.flag(whole.boils());
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
    walls = restoredOptional(in, model.needles().size() * materials);
    perfused = restoredOptional(in, materials);
    nearBox.restore(in);
    nearUpdates = in.whole();
    whole.expectBoiling(in.flag());
    whole.restore(in);
    if (walls != null) {
      whole.kernel.drive(walls);
    }
    if (perfused != null) {
      whole.kernel.perfuse(perfused);
    }
    whole.survey();
    if (in.flag()) {
      split =
          new CpuDivision(Box.restored(in, model.grid()), whole, window, nearBox, walls, perfused);
      split.near.restore(in);
      split.near.survey();
    }
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
    return split == null ? this : split.near;
  }

  /** The near part's enthalpy lies in the whole's too, between two steps. */
  @Override
  public int notFinite(Box rows) {
    int nx = model.grid().nx();
    for (int k = rows.k0(); k < rows.k1(); k++) {
      int cell = whole.kernel.notFinite(k, nx * rows.j0(), nx * rows.j1());
      if (cell >= 0) {
        return cell + k * nx * model.grid().ny();
      }
    }
    return -1;
  }
}
