package org.iceball.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.iceball.io.casefile.CaseReader;
import org.iceball.io.casefile.CaseReading;
import org.iceball.io.casefile.Overrides;
import org.iceball.io.casefile.ProbeLibrary;
import org.iceball.io.casefile.TissueLibrary;
import org.iceball.io.checkpoint.RunOrder;
import org.iceball.model.Anatomy;
import org.iceball.model.Numerics.Precision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code iceball resume}: goes on with a run that was stopped, to the same result. */
@Command(
    name = "resume",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Goes on with a run that was stopped or killed. The results are those that it would have"
            + " had, bit for bit.")
final class ResumeCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "DIR", description = "The folder that the run was writing into.")
  private Path out;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Number of threads; changes no result.")
  private Integer threads;

  @Mixin private CheckpointOptions checkpoints;

  @Option(
      names = "--json",
      description = "Print the summary as JSON on standard output, and nothing else there.")
  private boolean json;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  ResumeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (ResultFolder folder = ResultFolder.unfinished(out)) {
      if (folder.isFinished()) {
        folder.discardCheckpoints();
        console.out().println("The run is finished; its results are in " + out);
        return ExitCode.OK;
      }
      RunOrder order = RunOrder.read(folder.checkpoints());
      order.checkInputs();
      folder.tidy();
      CaseReading reading = read(order);
      Anatomy anatomy = Engine.anatomy(reading.asked());
      return new RunJob(console, folder, order, json, quiet, checkpoints.every())
          .run(reading, anatomy, true);
    }
  }

  private CaseReading read(RunOrder order) {
    CaseReading reading =
        CaseReader.readText(
            order.caseText(),
            Path.of(order.caseFolder()),
            order.data().stream().map(Path::of).toList(),
            TissueLibrary.bundled(),
            ProbeLibrary.bundled());
    Map<String, String> o = order.options();
    String precision = o.get("precision");
    String before = o.get("threads");
    return new Overrides(
            o.get("spacing"),
            precision == null ? null : Precision.valueOf(precision),
            threads != null ? threads : before == null ? null : Integer.valueOf(before),
            o.get("backend"),
            o.get("vessels"))
        .applyTo(reading);
  }
}
