package org.iceball.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.iceball.io.AtomicFile;
import org.iceball.io.casefile.CaseTemplate;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code iceball init}: a commented case to start from. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Writes a commented case to start from.")
final class InitCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "A file that does not exist yet. Without it the case is printed.")
  private Path file;

  InitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    String text = CaseTemplate.text();
    if (file == null) {
      console.out().print(text);
      return ExitCode.OK;
    }
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new CaseException(
          Finding.of(
              Complaint.CANNOT_WRITE,
              file.toString(),
              "it exists already, and it may be someone's work",
              "Choose another name, or move the file away"));
    }
    AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    console.err().println("Wrote " + file + ". Next: iceball explain " + file);
    return ExitCode.OK;
  }
}
