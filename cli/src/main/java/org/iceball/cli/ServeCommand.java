package org.iceball.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.iceball.cli.serve.PlanServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code iceball serve}: needles dragged in a browser on this machine, and ice that follows. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Opens a planning page for a case, for a browser on this machine only.",
      "Case files are read from and saved into the case's folder. Ends with Ctrl+C."
    },
    footer = {"", "A research tool: simulated coverage is not a clinical outcome."})
final class ServeCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "CASE", description = "The case file (YAML) to begin with.")
  private Path file;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "A further folder whose images the case may name; may be repeated.")
  private List<Path> data = List.of();

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "Port on the loopback; any free one where it is left out.")
  private int port;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads of a run; as many as there are processors where it is left out.")
  private Integer threads;

  @Option(names = "--no-browser", description = "Only print the address.")
  private boolean noBrowser;

  ServeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    int used = threads != null ? threads : Runtime.getRuntime().availableProcessors();
    try (PlanServer server = PlanServer.open(file, data, port, Math.max(1, used))) {
      console.out().println(server.address());
      console.out().flush();
      console.err().println("Open this address in a browser on this machine. Ctrl+C ends it.");
      console.err().flush();
      if (!noBrowser) {
        Desk.browse(server.address());
      }
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.OK;
  }
}
