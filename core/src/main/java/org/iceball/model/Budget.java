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
  private static final double PROGRAM = 8e6;

  /**
   * Of each cell in fp64, at the end of a run, when most is held: seven numbers of state and what
   * threads work in, seven of measures and results (4 B each), and fifteen labels, materials and
   * marks [B].
   */
  private static final double DOUBLE_CELL = 102;

  /** The same in fp32 [B]. */
  private static final double SINGLE_CELL = 72;

  /** What a cell holds on top of that where a current heats [B]. */
  private static final double HEATED_CELL = 172;

  /**
   * Of each cell that may freeze or be heated much, in fp64: the state once more for the part that
   * is computed with short steps, which holds at most half of all cells [B].
   */
  private static final double DOUBLE_NEAR = 60;

  /** The same in fp32 [B]. */
  private static final double SINGLE_NEAR = 31;

  /** Of each cell that may freeze: what injury laws remember [B]. */
  private static final double MEMORY = 49;

  /** The same: what the report holds for each law and for their agreement [B]. */
  private static final double LAW = 4;

  /** What is told is this much more than what was counted, so that it is never less [1]. */
  private static final double SPARE = 1.07;

  /**
   * Of each voxel of an image: its label, held all along, and once more while vessels are traced.
   */
  private static final double IMAGE_VOXEL = 1;

  /** Of each voxel of the box that vessels are traced in: label, number, distance [B]. */
  private static final double TRACED_VOXEL = 10;

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
   * @param voxels of the image it was made from; 0 where there is none
   */
  public static Budget of(Case asked, Grid grid, long voxels) {
    double cells = grid.cells();
    double memory = SPARE * (PROGRAM + IMAGE_VOXEL * voxels + held(asked, grid));
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

  /** What cells hold when most is held [B]. */
  private static double held(Case asked, Grid grid) {
    boolean twice = asked.numerics().precision() == Numerics.Precision.FP64;
    double cells = grid.cells();
    double ice = Math.min(cells, IceReach.cells(asked, grid));
    double held = cells * (twice ? DOUBLE_CELL : SINGLE_CELL);
    double near = Math.min(ice, cells / 2) * (twice ? DOUBLE_NEAR : SINGLE_NEAR);
    if (asked.heats()) {
      return held + near + cells * HEATED_CELL; // what laws remember is among these
    }
    double laws = asked.injury().isEmpty() ? 0 : MEMORY + LAW * (asked.injury().size() + 2);
    return held + near + ice * laws;
  }

  /**
   * Refuses an anatomy whose vessels can't be traced, before anything is allocated for that.
   *
   * @param traced voxels of the box that they are traced in
   * @param voxels of the image; 0 where there is none
   * @param usable memory that large arrays can have, see {@link HeapRoom} [B]
   * @throws CaseException {@code over-budget}
   */
  public static void checkTracing(double traced, long voxels, long usable) {
    double need = SPARE * (PROGRAM + TRACED_VOXEL * traced + 2 * IMAGE_VOXEL * voxels);
    if (need > usable) {
      throw new CaseException(
          Finding.of(
              Complaint.OVER_BUDGET,
              "memory",
              String.format(
                  Locale.ROOT,
                  "vessels are traced on %.3g million voxels, which need %.0f MB; of the memory that"
                      + " Java may use, %.0f MB can be counted on",
                  traced / MEGA,
                  need / MEGA,
                  usable / MEGA),
              String.format(
                  Locale.ROOT,
                  "Give Java more memory, for example with ICEBALL_JAVA_OPTS=-Xmx%.0fm",
                  Math.ceil(need / HeapRoom.USABLE / (1 << 20)))));
    }
  }

  /**
   * Refuses a run that does not fit, before anything is allocated for it.
   *
   * @param voxels of the image; 0 where there is none
   * @param usable memory that large arrays can have, see {@link HeapRoom} [B]
   * @throws CaseException {@code over-budget} with what would fit
   */
  public void checkMemory(Case asked, Grid grid, long voxels, long usable) {
    if (memory <= usable) {
      return;
    }
    double step = 0.05e-3;
    double fits = grid.spacing();
    while (of(asked.withSpacing(fits), coarser(grid, fits), voxels).memory > usable && fits < 0.1) {
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
