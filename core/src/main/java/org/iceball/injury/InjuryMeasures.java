package org.iceball.injury;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.iceball.grid.Grid;

/** Counts the dead of a run, law by law. */
public final class InjuryMeasures {
  /** No law calls tissue dead by freezing that never was colder than this [K]. */
  private static final double WARMEST = 273.15;

  /** Cells round what was cold, so that isotherms are interpolated as on the whole grid. */
  private static final int MARGIN = 2;

  private final Grid grid;
  private final TargetMask target;
  private final List<Double> margins;
  private Span box;
  private int[] counted = new int[0];
  private int[] cells = new int[0];

  /**
   * @param grid of the cells
   * @param target what is to be covered; may be empty
   * @param margins round the target [m]
   */
  public InjuryMeasures(Grid grid, TargetMask target, List<Double> margins) {
    this.grid = grid;
    this.target = target;
    this.margins = List.copyOf(margins);
  }

  /**
   * The dead of a run.
   *
   * @param laws of the case
   * @param lowest lowest temperature each cell ever had [K], shape [cells]; not modified
   * @param memory what was remembered
   */
  public InjuryReport report(List<NamedLaw> laws, float[] lowest, InjuryMemory memory) {
    box = cold(lowest).including(memory.box()).grown(MARGIN);
    if (box.isEmpty()) {
      box = new Span(grid, 0, 1, 0, 1, 0, 1); // nothing happened; one cell of it says so
    }
    number();
    Evidence evidence = new Evidence(box, lowest, memory);
    List<LawZone> zones = new ArrayList<>();
    List<float[]> all = new ArrayList<>();
    float[] agreeing = new float[box.cells()];
    int freezing = 0;
    for (NamedLaw named : laws) {
      float[] dead = evidence.dead(named.law());
      List<Double> axes = ZoneMetrics.axes(evidence.grid(), dead);
      zones.add(zone(named, dead).withAxes(axes));
      all.add(dead);
      if (named.law().cause() == InjuryLaw.Cause.FREEZING) {
        freezing++;
        for (int c = 0; c < dead.length; c++) {
          agreeing[c] += dead[c];
        }
      }
    }
    for (int c = 0; c < agreeing.length; c++) {
      agreeing[c] /= Math.max(1, freezing);
    }
    return new InjuryReport(zones, box, agreeing, all);
  }

  private Span cold(float[] lowest) {
    int i0 = grid.nx();
    int i1 = 0;
    Span rows = Span.none(grid);
    for (int k = 0; k < grid.nz(); k++) {
      for (int j = 0; j < grid.ny(); j++) {
        int row = grid.index(0, j, k);
        int first = 0;
        while (first < grid.nx() && !(lowest[row + first] < WARMEST)) {
          first++;
        }
        if (first < grid.nx()) {
          int last = grid.nx() - 1;
          while (!(lowest[row + last] < WARMEST)) {
            last--;
          }
          i0 = Math.min(i0, first);
          i1 = Math.max(i1, last + 1);
          rows = rows.including(new Span(grid, 0, grid.nx(), j, j + 1, k, k + 1));
        }
      }
    }
    return rows.isEmpty()
        ? rows
        : new Span(grid, i0, i1, rows.j0(), rows.j1(), rows.k0(), rows.k1());
  }

  /** Lists the cells that any margin counts, and where they stand in the box. */
  private void number() {
    if (target.isEmpty()) {
      return;
    }
    double most = margins.stream().mapToDouble(m -> m).max().orElse(0);
    int n = 0;
    int[] found = new int[1024];
    for (int c = 0; c < grid.cells(); c++) {
      if (target.distance(c) <= most && (target.isTarget(c) || target.counts(c))) {
        if (n == found.length) {
          found = Arrays.copyOf(found, 2 * n);
        }
        found[n++] = c;
      }
    }
    counted = Arrays.copyOf(found, n);
    cells = new int[n];
    for (int c = 0; c < n; c++) {
      cells[c] = box.at(counted[c]);
    }
  }

  private LawZone zone(NamedLaw named, float[] dead) {
    double volume = ZoneMetrics.volume(grid, dead);
    if (target.isEmpty()) {
      return zone(named, volume, Double.NaN, List.of());
    }
    List<Coverage.Margin> covered = new ArrayList<>();
    for (double margin : margins) {
      double all = 0;
      double sum = 0;
      for (int c = 0; c < cells.length; c++) {
        if (target.counts(counted[c]) && target.distance(counted[c]) <= margin) {
          all++;
          sum += cells[c] < 0 ? 0 : dead[cells[c]];
        }
      }
      covered.add(new Coverage.Margin(margin, all > 0 ? sum / all : Double.NaN));
    }
    double all = 0;
    double sum = 0;
    for (int c = 0; c < cells.length; c++) {
      if (target.isTarget(counted[c])) {
        all++;
        sum += cells[c] < 0 ? 0 : dead[cells[c]];
      }
    }
    return zone(named, volume, sum / all, covered);
  }

  private static LawZone zone(
      NamedLaw named, double volume, double covered, List<Coverage.Margin> margins) {
    InjuryLaw.Cause cause = named.law().cause();
    return new LawZone(named.name(), cause, volume, covered, margins, Double.NaN, Double.NaN);
  }
}
