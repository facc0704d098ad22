package org.iceball.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.iceball.solve.BackendProvider;
import org.iceball.solve.Backends;
import picocli.CommandLine.Command;

/** {@code iceball backends}: what can compute here, and what to do where something can't. */
@Command(
    name = "backends",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Lists what can compute here: the word for --backend, the device, its precision.",
    footer = {
      "",
      "--backend auto takes the device marked with an asterisk. How fast each is: iceball bench."
    })
final class BackendsCommand implements Callable<Integer> {
  private final Console console;
  private final List<BackendProvider> providers;

  BackendsCommand(Console console) {
    this(console, Backends.providers());
  }

  BackendsCommand(Console console, List<BackendProvider> providers) {
    this.console = console;
    this.providers = providers;
  }

  @Override
  public Integer call() {
    boolean taken = providers.stream().anyMatch(p -> p.preferred() >= 0);
    String java = "Java on " + Runtime.getRuntime().availableProcessors() + " processors";
    line(!taken, "cpu", java + ", fp64 and fp32");
    boolean first = true;
    for (BackendProvider p : providers) {
      List<String> devices = p.devices();
      for (int n = 0; n < devices.size(); n++) {
        line(first && n == p.preferred(), p.name() + ":" + n, devices.get(n));
      }
      first = first && p.preferred() < 0;
      if (devices.isEmpty()) {
        line(false, p.name(), "not available: " + p.unavailable());
      }
    }
    return ExitCode.OK;
  }

  private void line(boolean preferred, String word, String what) {
    console.out().printf(Locale.ROOT, "%s %-10s %s%n", preferred ? "*" : " ", word, what);
  }
}
