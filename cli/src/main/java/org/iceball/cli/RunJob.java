package org.iceball.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.iceball.io.casefile.CaseReading;
import org.iceball.io.checkpoint.CheckpointStore;
import org.iceball.io.checkpoint.RunOrder;
import org.iceball.io.checkpoint.RunStopped;
import org.iceball.io.report.SceneFrames;
import org.iceball.model.Anatomy;
import org.iceball.model.Budget;
import org.iceball.model.Case;
import org.iceball.solve.Monitor;
import org.iceball.solve.Outcome;
import org.iceball.study.WhatIf;

/** A run from a case to its results, begun or gone on with. */
final class RunJob {
  /** Names of the options in a {@link RunOrder}. */
  static final String NO_PICTURES = "no-pictures";

  static final String NO_ERROR_BAR = "no-error-bar";
  static final String WHAT_IF = "what-if";
  static final String NO_REPORT = "no-report";

  private final Console console;
  private final ResultFolder folder;
  private final RunOrder order;
  private final boolean json;
  private final boolean quiet;
  private final long every;

  /**
   * @param folder claimed by this process
   * @param order what to do
   * @param json whether the summary is printed as JSON
   * @param quiet whether nothing is said meanwhile
   * @param every least elapsed time between two checkpoints [ns]
   */
  RunJob(
      Console console,
      ResultFolder folder,
      RunOrder order,
      boolean json,
      boolean quiet,
      long every) {
    this.console = console;
    this.folder = folder;
    this.order = order;
    this.json = json;
    this.quiet = quiet;
    this.every = every;
  }

  /**
   * Runs the case and writes its results.
   *
   * @param resumed whether what lies in the folder belongs to this run
   * @return the exit code
   */
  int run(CaseReading reading, Anatomy anatomy, boolean resumed) {
    try (StopSignal stop = new StopSignal()) {
      return run(reading, anatomy, resumed, stop);
    }
  }

  private int run(CaseReading reading, Anatomy anatomy, boolean resumed, StopSignal stop) {
    Case asked = reading.asked();
    long voxels = anatomy.source() == null ? 0 : anatomy.source().values().length;
    Budget budget = Budget.of(asked, anatomy.labels().grid(), voxels);
    budget.checkDisk(folder.path().toString(), folder.free());
    if (!quiet) {
      console.err().println(budget.text());
    }
    SceneFrames frames = new SceneFrames(asked, anatomy.labels().grid());
    try (CheckpointStore main = store("run", stop);
        CheckpointStore twin = store("twin", stop)) {
      Outcome outcome = outcome(asked, anatomy, main, resumed, frames);
      if (!order.options().containsKey(NO_ERROR_BAR)) {
        outcome = Engine.withErrorBars(outcome, twin);
      }
      WhatIf changes = order.options().containsKey(WHAT_IF) ? Engine.whatIf(asked) : null;
      prepare(resumed);
      Engine.writeCase(outcome, reading, folder.path());
      if (!order.options().containsKey(NO_REPORT)) {
        Engine.writeReport(outcome, reading, frames, folder.path());
      }
      boolean pictures = !order.options().containsKey(NO_PICTURES);
      Engine.Written written = Engine.write(outcome, changes, folder.path(), pictures);
      folder.discardCheckpoints();
      console.out().print(json ? written.json() : written.text());
      if (!json) {
        console.out().println("Results are in " + folder.path());
      }
      return ExitCode.OK;
    } catch (RunStopped e) {
      console
          .err()
          .printf(
              Locale.ROOT,
              "Stopped at %.1f s of simulated time. Go on with: iceball resume %s%n",
              e.time(),
              folder.path());
      console.err().flush();
      folder.close();
      return ExitCode.STOPPED;
    }
  }

  private CheckpointStore store(String name, StopSignal stop) {
    return new CheckpointStore(
        folder.checkpoints(), name, order.owner(), every, stop::isRequested, System::nanoTime);
  }

  private Outcome outcome(
      Case asked, Anatomy anatomy, CheckpointStore main, boolean resumed, SceneFrames frames) {
    Path snapshots = folder.snapshots();
    Monitor late =
        new LateSnapshots(
            time -> {
              prepare(resumed);
              return Engine.snapshots(anatomy, snapshots, resumed ? time : 0);
            });
    if (quiet) {
      return Engine.run(asked, anatomy, main, late, frames);
    }
    ProgressLine progress = new ProgressLine(console, System::nanoTime);
    Monitor how =
        new Monitor() {
          private boolean said = !resumed;

          @Override
          public void progress(Progress where) {
            if (!said) {
              said = true;
              sayWhere(main);
            }
            progress.progress(where);
          }
        };
    try {
      return Engine.run(asked, anatomy, main, late, frames, how);
    } finally {
      progress.wipe();
    }
  }

  private void sayWhere(CheckpointStore main) {
    main.notes().forEach(console.err()::println);
    console
        .err()
        .println(
            Double.isNaN(main.resumedAt())
                ? "No state was kept yet: the run begins at the beginning."
                : String.format(
                    Locale.ROOT, "Going on from %.1f s of simulated time.", main.resumedAt()));
  }

  private void prepare(boolean resumed) {
    if (!resumed) {
      folder.prepare();
      folder.prepareCheckpoints(order);
    }
  }
}
