package org.iceball.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.iceball.io.casefile.CaseExplainer;
import org.iceball.io.casefile.CaseReader;
import org.iceball.io.casefile.CaseReading;
import org.iceball.io.diff.Change;
import org.iceball.io.diff.DiffText;
import org.iceball.io.diff.StoredRun;
import org.iceball.model.Case;
import org.iceball.study.CaseWalk;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code iceball diff}: what differs, and what that moved. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Says what differs between two cases, or two runs, and how that moved coverage and volumes.",
      "Two cases are run with one difference more at a time; two folders with results are read."
    })
final class DiffCommand implements Callable<Integer> {
  /** Wide enough for a difference: cells of two cases that are only compared [m]. */
  private static final double COARSE = 2e-3;

  private final Console console;

  @Parameters(index = "0", paramLabel = "A", description = "A case file, or a folder with results.")
  private Path first;

  @Parameters(index = "1", paramLabel = "B", description = "Another of the same kind.")
  private Path second;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "A further folder whose images the cases may name; may be repeated.")
  private List<Path> data = List.of();

  @Option(names = "--no-run", description = "Only say what differs between two cases.")
  private boolean noRun;

  @Option(
      names = "--full",
      description = "Run on the cases' own cells, not on cells of at least 2 mm.")
  private boolean full;

  DiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (Files.isDirectory(first) != Files.isDirectory(second)) {
      throw new CaseException(
          Finding.of(
              Complaint.WRONG_TYPE,
              second.toString(),
              "a case and a folder with results can't be compared",
              "name two case files, or two folders"));
    }
    if (Files.isDirectory(first)) {
      console.out().print(DiffText.runs(StoredRun.read(first), StoredRun.read(second)));
      return ExitCode.OK;
    }
    CaseReading a = CaseReader.readTraced(first, data);
    CaseReading b = CaseReader.readTraced(second, data);
    List<Change> changes =
        Change.between(
            CaseExplainer.explained(a, Optional.empty()),
            CaseExplainer.explained(b, Optional.empty()));
    console.out().print(DiffText.changes(changes));
    if (!noRun && !changes.isEmpty()) {
      console.out().println();
      console.out().flush();
      CaseWalk walk = CaseWalk.of(cells(a.asked()), cells(b.asked()), Engine::anatomy);
      console.out().print(DiffText.walk(walk));
      if (!full && a.asked().spacing() != b.asked().spacing()) {
        console.out().println("What the spacing of the grid moves shows with --full.");
      }
    }
    return ExitCode.OK;
  }

  private Case cells(Case asked) {
    return full ? asked : asked.withSpacing(Math.max(COARSE, asked.spacing()));
  }
}
