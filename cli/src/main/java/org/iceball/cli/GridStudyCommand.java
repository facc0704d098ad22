package org.iceball.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.iceball.io.result.GridStudyWriter;
import org.iceball.io.result.Provenance;
import org.iceball.model.Case;
import org.iceball.solve.Outcome;
import org.iceball.study.GridStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code iceball grid-study}: the same case on three grids, and what that tells of its error. */
@Command(
    name = "grid-study",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Runs a case on three grids, of its spacing and 1.5 and 2.25 times that, and reports the"
            + " observed order and error bar of every figure.")
final class GridStudyCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CaseOptions options;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Folder for grid-study.txt, .json and .png: new, empty, or with results that may be"
              + " replaced. Without it nothing is written.")
  private Path out;

  @Option(
      names = "--json",
      description = "Print the study as JSON on standard output, and nothing else there.")
  private boolean json;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Option(names = "--no-pictures", description = "Draw no picture.")
  private boolean noPictures;

  GridStudyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (ResultFolder folder = out == null ? null : ResultFolder.accept(out)) {
      return study(folder);
    }
  }

  private int study(ResultFolder folder) {
    Case asked = options.read().asked();
    GridStudy study = GridStudy.run(asked, this::run);
    Provenance provenance = Provenance.ofThisProcess(Version.number());
    if (folder != null) {
      folder.prepare();
      GridStudyWriter.write(study, provenance, folder.path(), !noPictures);
    }
    console
        .out()
        .print(json ? GridStudyWriter.json(study, provenance) : GridStudyWriter.text(study));
    if (folder != null && !json) {
      console.out().println("Results are in " + out);
    }
    return ExitCode.OK;
  }

  private Outcome run(Case asked) {
    if (quiet) {
      return Engine.run(asked, Engine.anatomy(asked));
    }
    ProgressLine progress = new ProgressLine(console, System::nanoTime);
    try {
      return Engine.run(asked, Engine.anatomy(asked), progress);
    } finally {
      progress.wipe();
    }
  }
}
