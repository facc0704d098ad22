package org.iceball.cli;

import java.util.concurrent.Callable;
import org.iceball.io.casefile.ProbeLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code iceball probes}: what is in the library, with the source of every number. */
@Command(
    name = "probes",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Lists the cryoprobes that case files may name, every number with interval and source.")
final class ProbesCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private LibraryOptions options;

  ProbesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    options.print(ProbeLibrary.bundled().all().stream().map(LibraryEntry::of).toList(), console);
    return ExitCode.OK;
  }
}
