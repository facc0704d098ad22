package org.iceball.validation.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.iceball.cli.Console;
import org.iceball.cli.ExitCode;
import org.iceball.cli.Version;
import org.iceball.io.AtomicFile;
import org.iceball.validation.reported.Calibration;
import org.iceball.validation.reported.CalibrationText;
import org.iceball.validation.reported.ReportedTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code iceball calibrate}: what the reported zones for calibration say of the device library. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Fits the numbers of the device library that may move to reported zones, by least squares,",
      "and prints how well each is determined. Changes no file of the program."
    })
final class CalibrateCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--out", paramLabel = "FILE", description = "Writes the text to a file, too.")
  private Path out;

  CalibrateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    int[] runs = {0};
    Calibration.Result result =
        Calibration.run(
            ReportedTable.bundled(),
            name -> {
              runs[0]++;
              console.err().println("run " + runs[0] + ": " + name);
              console.err().flush();
            });
    String text = CalibrationText.of(result);
    console.out().print(text);
    if (out != null) {
      AtomicFile.write(out, text.getBytes(StandardCharsets.UTF_8));
    }
    return ExitCode.OK;
  }
}
