package org.iceball.model;

import java.util.Locale;
import org.iceball.device.Protocol;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;

/**
 * What a run will need, said before any of it is taken. Memory is what its arrays hold, counted out
 * and fitted to what runs were measured to hold at most ({@code docs/faults.md}); disk is what its
 * files take at most; steps and time are rough.
 *
 * @param memory [B]
 * @param disk [B]
 * @param evaluations of the heat balance, roughly [1]
 * @param seconds elapsed time on so many threads, roughly [s]
 */
public record Budget(long memory, long disk, long evaluations, double seconds) {
  /** What the program itself holds [B]. */
  private static final double PROGRAM = 10e6;

  /**
   * Of each cell seven numbers of state, four of measures (4 B each), two of results, its labels
   * and its distance from the target, and a little for what is made along the way [B].
   */
  private static final double DOUBLE_CELL = 102;

  private static final double SINGLE_CELL = 69;

  /** More of them where a current heats [B]. */
  private static final double HEATED_CELL = 150;

  /** What is told is this much more than what was counted, so that it is never less [1]. */
  private static final double SPARE = 1.08;

  /** The near part and what injury laws remember, of cells that may freeze [B]. */
  private static final double ICE_CELL = 60;

  /** A snapshot holds two numbers and a label of each cell [B]; what deflates is saved. */
  private static final double SNAPSHOT_CELL = 9;

  private static final double RESULT_CELL = 12;

  /** Two generations of state and a third while it is written [B]. */
  private static final double CHECKPOINT_CELL = 3 * 25.0;

  private static final double PICTURES = 5e6;

  /** Balances in a second of treatment at a spacing of 1 mm; longer steps need more stages. */
  private static final double PER_SECOND = 5;

  /** Cells that a thread gets through in a second. */
  private static final double SPEED = 1.5e7;

  private static final double MEGA = 1e6;

  /**
   * Forecasts a run.
   *
   * @param asked the case
   * @param grid its cells
   */
  public static Budget of(Case asked, Grid grid) {
    double cells = grid.cells();
    double perCell =
        asked.numerics().precision() == Numerics.Precision.FP64 ? DOUBLE_CELL : SINGLE_CELL;
    perCell += asked.heats() ? HEATED_CELL : 0;
    double ice = ICE_CELL * Math.min(cells, IceReach.cells(asked, grid));
    double memory = SPARE * (PROGRAM + perCell * cells + ice);
    double duration = 0;
    double events = 2;
    for (Case.PlannedNeedle n : asked.needles()) {
      Protocol p = n.protocol();
      duration = Math.max(duration, n.start() + p.duration());
      events += p.phases().size();
    }
    if (Double.isFinite(asked.snapshotEvery())) {
      events += duration / asked.snapshotEvery();
    }
    double disk = PICTURES + cells * (RESULT_CELL + CHECKPOINT_CELL + events * SNAPSHOT_CELL);
    double evaluations = duration * PER_SECOND * Math.sqrt(1e-3 / grid.spacing());
    double seconds = evaluations * cells / (SPEED * asked.numerics().threads());
    return new Budget((long) memory, (long) disk, (long) Math.max(1, evaluations), seconds);
  }

  /**
   * Refuses a run that does not fit, before anything is allocated for it.
   *
   * @param usable memory that large arrays can have, see {@link HeapRoom} [B]
   * @throws CaseException {@code over-budget} with what would fit
   */
  public void checkMemory(Case asked, Grid grid, long usable) {
    if (memory <= usable) {
      return;
    }
    double step = 0.05e-3;
    double fits = grid.spacing();
    while (of(asked.withSpacing(fits), coarser(grid, fits)).memory > usable && fits < 0.1) {
      fits += step;
    }
    throw new CaseException(
        Finding.of(
            Complaint.OVER_BUDGET,
            "memory",
            String.format(
                Locale.ROOT,
                "%.3g million cells need %.0f MB; of the memory that Java may use, %.0f MB can be"
                    + " counted on",
                grid.cells() / MEGA,
                memory / MEGA,
                usable / MEGA),
            String.format(
                Locale.ROOT,
                "Use a spacing of %.2f mm or more, keep less of the anatomy around the target, or"
                    + " give Java more memory, for example with ICEBALL_JAVA_OPTS=-Xmx%.0fm",
                Math.ceil(fits / step - 1e-9) * step * 1e3,
                Math.ceil(memory / HeapRoom.USABLE / (1 << 20)))));
  }

  private static Grid coarser(Grid g, double spacing) {
    double part = g.spacing() / spacing;
    Vec3 origin = g.origin();
    return new Grid(
        (int) Math.ceil(g.nx() * part),
        (int) Math.ceil(g.ny() * part),
        (int) Math.ceil(g.nz() * part),
        spacing,
        origin);
  }

  /**
   * Refuses a run whose files do not fit.
   *
   * @param place the folder, for people
   * @param free room there is [B]
   * @throws CaseException {@code over-budget}
   */
  public void checkDisk(String place, long free) {
    if (disk > free) {
      throw new CaseException(
          Finding.of(
              Complaint.OVER_BUDGET,
              place,
              String.format(
                  Locale.ROOT,
                  "the results and checkpoints may take up to %.0f MB, and there are %.0f MB free",
                  disk / MEGA,
                  free / MEGA),
              "Free some space, choose a folder on another disk, or take a wider spacing or fewer"
                  + " snapshots"));
    }
  }

  /** In a line, for people. */
  public String text() {
    return String.format(
        Locale.ROOT,
        "Needs about %.0f MB of memory, up to %.0f MB of disk, some %d evaluations, about %s.",
        memory / MEGA,
        disk / MEGA,
        evaluations,
        seconds < 90
            ? String.format(Locale.ROOT, "%.0f s", Math.ceil(seconds))
            : String.format(Locale.ROOT, "%.0f min", seconds / 60));
  }
}
