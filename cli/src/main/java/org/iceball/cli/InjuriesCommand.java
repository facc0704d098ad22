package org.iceball.cli;

import java.util.concurrent.Callable;
import org.iceball.io.casefile.InjuryLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code iceball injuries}: what is in the library, with the source of every number. */
@Command(
    name = "injuries",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Lists the injury laws that case files may name, every number with interval and source.")
final class InjuriesCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private LibraryOptions options;

  InjuriesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    options.print(InjuryLibrary.bundled().all().stream().map(LibraryEntry::of).toList(), console);
    return ExitCode.OK;
  }
}
