package org.iceball.solve;

import java.util.Arrays;
import java.util.List;
import org.iceball.grid.Grid;
import org.iceball.injury.InjuryLaw;
import org.iceball.injury.InjuryMeasures;
import org.iceball.injury.InjuryMemory;
import org.iceball.injury.InjuryReport;
import org.iceball.injury.NamedLaw;
import org.iceball.injury.Span;
import org.iceball.injury.TargetMask;
import org.iceball.injury.TissueCurves;
import org.iceball.model.Model;
import org.iceball.state.Kept;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;

/**
 * Shows the enthalpy of a run to the memories of its injury laws: after a step, where the last look
 * was long enough ago, and before every abrupt change. Between two looks a cell's enthalpy is taken
 * to go along a straight line. Where no device heats, cells of a far part are not shown; none of
 * them is cold.
 */
public final class InjuryWatch implements StepWatch, Kept {
  /** Least time between looks [s]. */
  private static final double INTERVAL = 1;

  /**
   * How far off the moment may be at which a cell passes a threshold [s]. Taking a straight line
   * for what bends costs dt^2 / 8 times curvature over slope; and a time t after something changed
   * abruptly, heat flows change within about t. docs/numerics.md has what was measured.
   */
  private static final double MOMENT = 0.02;

  private final Grid grid;
  private final List<NamedLaw> laws;
  private final InjuryMemory memory;
  private final byte[] material;
  private final double[] boils;
  private final View view = new View();
  private double time;
  private double changed;
  private boolean heated;
  private int[] stopped = new int[0];
  private int stoppedCount;

  /**
   * At the start of a run.
   *
   * @param model whose cells are watched
   * @param laws of the case
   * @param needles how many of the model's couplings are needles; the others are walls of vessels
   */
  public InjuryWatch(Model model, List<NamedLaw> laws, int needles) {
    grid = model.grid();
    this.laws = List.copyOf(laws);
    material = model.material();
    boils = model.materials().stream().mapToDouble(m -> m.curve().boiling().from()).toArray();
    TissueCurves tissues =
        new TissueCurves(model.materials().stream().map(m -> m.curve()).toList());
    double[] start = model.materials().stream().mapToDouble(m -> m.start()).toArray();
    List<InjuryLaw> rules = laws.stream().map(NamedLaw::law).toList();
    memory = new InjuryMemory(Span.all(grid), model.material(), tissues, start, rules);
    if (!memory.isEmpty()) {
      model.needles().subList(0, needles).forEach(n -> memory.expect(n.cells()));
    }
  }

  /** What is remembered. */
  public InjuryMemory memory() {
    return memory;
  }

  /** What a patch has to show; made anew only when the patch is another one. */
  private final class View implements InjuryMemory.Planes {
    private Patch patch;
    private Box box;
    private Span shown;

    void take(Patch next) {
      if (next != patch) {
        patch = next;
        box = next.region();
        shown = new Span(grid, box.i0(), box.i1(), box.j0(), box.j1(), box.k0(), box.k1());
      }
    }

    @Override
    public Span shown() {
      return shown;
    }

    @Override
    public void read(int k, int j0, int j1, double[] into) {
      int nx = box.i1() - box.i0();
      int from = nx * (j0 - box.j0());
      int to = nx * (j1 - box.j0());
      patch.readEnthalpy(k - box.k0(), from, to, into);
      if (heated) {
        capAtBoiling(k, from, to, nx, into);
      }
    }
  }

  /** Laws know no boiling: to them, water stays as hot as it is when it begins to boil. */
  private void capAtBoiling(int k, int from, int to, int nx, double[] into) {
    for (int c = from; c < to; c++) {
      int cell = grid.index(c % nx + view.box.i0(), c / nx + view.box.j0(), k);
      into[c] = Math.min(into[c], boils[material[cell] & 0xff]);
    }
  }

  /** Water may boil from now on. */
  void heat() {
    heated = true;
  }

  @Override
  public void stepped(Patch patch, double tau) {
    time += tau;
    if (!memory.isEmpty()) {
      view.take(patch);
      double bends = Math.sqrt(8 * MOMENT * (time - changed));
      if (time - memory.time() >= Math.max(INTERVAL, bends)) {
        look();
      }
    }
  }

  private void look() {
    memory.look(time, view);
    int n = memory.stoppedCount();
    if (n > 0) {
      if (stopped.length < stoppedCount + n) {
        stopped = Arrays.copyOf(stopped, Math.max(2 * stopped.length, stoppedCount + n));
      }
      for (int c = 0; c < n; c++) {
        stopped[stoppedCount++] = memory.stopped(c);
      }
    }
  }

  /** Something that drives the cells changed abruptly, and no step was taken since. */
  void changed() {
    settle();
    changed = time;
  }

  /** Looks at the last steps, whenever the last look was. */
  public void settle() {
    if (!memory.isEmpty() && view.patch != null && time > memory.time()) {
      look();
    }
  }

  /**
   * Stops the blood in tissue that came to be dead by heat since this was called last.
   *
   * @return whether the balance has to be evaluated anew
   */
  boolean stopBlood(Backend backend) {
    if (stoppedCount == 0) {
      return false;
    }
    ((StasisControl) backend).still(stopped, stoppedCount);
    stoppedCount = 0;
    return true;
  }

  /**
   * The dead by each law of the case; null where it has none.
   *
   * @param lowest lowest temperature each cell ever had [K], shape [cells]; not modified
   * @param target what is to be covered
   * @param margins round it [m]
   */
  InjuryReport report(float[] lowest, TargetMask target, List<Double> margins) {
    return laws.isEmpty()
        ? null
        : new InjuryMeasures(grid, target, margins).report(laws, lowest, memory);
  }

  @Override
  public void save(StateOut out) {
    out.section("injury");
    out.number(time);
    out.number(changed);
    out.whole(stoppedCount);
    out.wholes(Arrays.copyOf(stopped, stoppedCount));
    memory.save(out);
  }

  @Override
  public void restore(StateIn in) {
    in.section("injury");
    time = in.number();
    changed = in.number();
    stoppedCount = in.whole(0, grid.cells());
    stopped = new int[stoppedCount];
    in.wholes(stopped);
    memory.restore(in);
  }

  /** What is looked at until the next step, in a run that is gone on with. */
  void show(Patch patch) {
    if (time > 0) {
      view.take(patch);
    }
  }
}
