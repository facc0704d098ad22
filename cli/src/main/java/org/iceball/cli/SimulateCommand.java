package org.iceball.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.iceball.io.casefile.CaseReading;
import org.iceball.io.checkpoint.RunOrder;
import org.iceball.model.Anatomy;
import org.iceball.model.AnatomySpec;
import org.iceball.model.Case;
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

  @Mixin private CheckpointOptions checkpoints;

  @Option(
      names = "--restart",
      description = "Throw away what an unfinished run in the folder could be gone on from.")
  private boolean restart;

  @Option(
      names = "--json",
      description = "Print the summary as JSON on standard output, and nothing else there.")
  private boolean json;

  @Mixin private OutputOptions output;

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
    try (ResultFolder folder = ResultFolder.accept(out)) {
      if (!restart) {
        folder.refuseUnfinished();
      }
      CaseReading reading = options.read();
      RunOrder order = order(reading.asked());
      Anatomy anatomy = Engine.anatomy(reading.asked());
      return new RunJob(console, folder, order, json, output.isQuiet(), checkpoints.every())
          .run(reading, anatomy, false);
    }
  }

  private RunOrder order(Case asked) {
    Map<String, String> given = new LinkedHashMap<>(options.given());
    if (!output.hasPictures()) {
      given.put(RunJob.NO_PICTURES, "");
    }
    if (noErrorBar) {
      given.put(RunJob.NO_ERROR_BAR, "");
    }
    if (!output.hasReport()) {
      given.put(RunJob.NO_REPORT, "");
    }
    if (whatIf) {
      given.put(RunJob.WHAT_IF, "");
    }
    List<Path> inputs =
        asked.anatomy() instanceof AnatomySpec.Image image ? List.of(image.file()) : List.of();
    return new RunOrder(
        Version.number(),
        options.folder().toString(),
        options.text(),
        options.dataFolders(),
        given,
        RunOrder.hashes(inputs));
  }
}
