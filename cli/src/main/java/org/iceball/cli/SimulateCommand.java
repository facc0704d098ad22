package org.iceball.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.iceball.io.casefile.CaseReading;
import org.iceball.io.report.SceneFrames;
import org.iceball.model.Anatomy;
import org.iceball.model.Case;
import org.iceball.solve.Outcome;
import org.iceball.study.WhatIf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code iceball simulate}: read, compile, run, measure, write. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Runs a case and writes its results into a folder.",
    footer = {"", "A research tool: simulated coverage is not a clinical outcome."})
final class SimulateCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CaseOptions options;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the results: new, empty, or with results that may be replaced.")
  private Path out;

  @Option(
      names = "--json",
      description = "Print the summary as JSON on standard output, and nothing else there.")
  private boolean json;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Option(names = "--no-pictures", description = "Draw no pictures.")
  private boolean noPictures;

  @Option(names = "--no-report", description = "Write no report.html.")
  private boolean noReport;

  @Option(
      names = "--no-error-bar",
      description =
          "Do not run the case again on cells of twice the edge to tell the grid's error.")
  private boolean noErrorBar;

  @Option(
      names = "--what-if",
      description =
          "Also run the case on coarse cells as it is, with a last freeze that is 5 min longer, and"
              + " with one needle more in the deepest shadow of a vessel.")
  private boolean whatIf;

  SimulateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ResultFolder folder = ResultFolder.accept(out);
    CaseReading reading = options.read();
    Case asked = reading.asked();
    Anatomy anatomy = Engine.anatomy(asked);
    SceneFrames frames = new SceneFrames(asked, anatomy.labels().grid());
    Outcome outcome = run(asked, anatomy, folder, frames);
    WhatIf changes = whatIf ? Engine.whatIf(asked) : null;
    folder.prepare();
    if (!noReport) {
      Engine.writeReport(outcome, reading, frames, folder.path());
    }
    Engine.Written written = Engine.write(outcome, changes, folder.path(), !noPictures);
    console.out().print(json ? written.json() : written.text());
    if (!json) {
      console.out().println("Results are in " + out);
    }
    return ExitCode.OK;
  }

  private Outcome run(Case asked, Anatomy anatomy, ResultFolder folder, SceneFrames frames) {
    LateSnapshots snapshots =
        new LateSnapshots(
            () -> {
              folder.prepare();
              return Engine.snapshots(anatomy, folder.snapshots());
            });
    if (quiet) {
      return withErrorBars(Engine.run(asked, anatomy, snapshots, frames));
    }
    ProgressLine progress = new ProgressLine(console, System::nanoTime);
    try {
      return withErrorBars(Engine.run(asked, anatomy, snapshots, frames, progress));
    } finally {
      progress.wipe();
    }
  }

  private Outcome withErrorBars(Outcome outcome) {
    return noErrorBar ? outcome : Engine.withErrorBars(outcome);
  }
}
