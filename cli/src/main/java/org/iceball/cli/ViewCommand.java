package org.iceball.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code iceball view}: the report of a run, a comparison or a search. */
@Command(
    name = "view",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Opens the report of a run, a comparison or a search for plans in the browser, or prints where"
            + " it lies.")
final class ViewCommand implements Callable<Integer> {
  private static final String REPORT = "report.html";

  private final Console console;

  @Parameters(paramLabel = "DIR", description = "Folder with the results.")
  private Path folder;

  @Option(names = "--print", description = "Only print where it lies.")
  private boolean print;

  ViewCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Path report = folder.resolve(REPORT);
    if (!Files.isRegularFile(report)) {
      throw new CaseException(
          Finding.of(
              Complaint.FILE_NOT_FOUND,
              report.toString(),
              "there is no report in this folder",
              "name a folder that iceball simulate, compare or plan wrote without --no-report"));
    }
    console.out().println(report.toAbsolutePath().normalize());
    console.out().flush();
    if (!print && !Desk.browse(report.toUri().toString())) {
      console.err().println("No desktop here: open this file in a browser.");
    }
    return ExitCode.OK;
  }
}
