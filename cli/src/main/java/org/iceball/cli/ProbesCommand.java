package org.iceball.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.iceball.device.Applicator;
import org.iceball.io.casefile.ElectrodeLibrary;
import org.iceball.io.casefile.ProbeLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code iceball probes}: what is in the library, with the source of every number. */
@Command(
    name = "probes",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Lists the cryoprobes and electrodes that case files may name, every number with interval and"
            + " source.")
final class ProbesCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private LibraryOptions options;

  ProbesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<Applicator> all = new ArrayList<>(ProbeLibrary.bundled().all());
    all.addAll(ElectrodeLibrary.bundled().all());
    options.print(all.stream().map(LibraryEntry::of).toList(), console);
    return ExitCode.OK;
  }
}
