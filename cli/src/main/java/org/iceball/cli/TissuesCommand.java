package org.iceball.cli;

import java.util.concurrent.Callable;
import org.iceball.io.casefile.TissueLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code iceball tissues}: what is in the library, with the source of every number. */
@Command(
    name = "tissues",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Lists the tissues that case files may name, every number with interval and source.")
final class TissuesCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private LibraryOptions options;

  TissuesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    options.print(TissueLibrary.bundled().all().stream().map(LibraryEntry::of).toList(), console);
    return ExitCode.OK;
  }
}
