package org.iceball.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.iceball.device.Protocol;
import org.iceball.device.ProtocolWords;
import org.iceball.io.AtomicFile;
import org.iceball.io.casefile.CaseReading;
import org.iceball.io.plan.PlanJson;
import org.iceball.io.plan.PlanTable;
import org.iceball.io.plan.PlanWriter;
import org.iceball.io.report.PlanReport;
import org.iceball.io.result.Provenance;
import org.iceball.plan.EvaluationLog;
import org.iceball.plan.PlanRequest;
import org.iceball.plan.PlanTools;
import org.iceball.plan.Planner;
import org.iceball.plan.Plans;
import org.iceball.study.CoarseTwin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code iceball plan}: where the needles go. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Finds where needles go, and writes each plan as a case that simulate runs.",
    footer = {"", "A research tool: simulated coverage is not a clinical outcome."})
final class PlanCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CaseOptions options;

  @Option(
      names = "--probes",
      paramLabel = "N|N..M",
      defaultValue = "1..3",
      converter = NeedleCounts.class,
      description = "How many needles: each number of these gets its plan (default: 1..3).")
  private NeedleCounts.Span probes;

  @Option(
      names = "--protocols",
      paramLabel = "P",
      split = "\\|",
      description = "Protocols to choose from, with | between, instead of the needles' own.")
  private List<String> protocols = List.of();

  @Option(
      names = "--minutes",
      paramLabel = "M",
      defaultValue = "15",
      description = "Time after which the search ends with what it has (default: 15).")
  private double minutes;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of all random numbers (default: 1).")
  private long seed;

  @Option(
      names = "--robust",
      description = "Look for the plan that best bears errors of placement.")
  private boolean robust;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description =
          "Folder for the plans: new, empty, or of an earlier search, which is then gone on with.")
  private Path out;

  @Option(
      names = "--json",
      description = "Print the plans as JSON on standard output, and nothing else there.")
  private boolean json;

  @Mixin private OutputOptions output;

  PlanCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    PlanFolder folder = PlanFolder.accept(out);
    CaseReading reading = options.read();
    List<Protocol> choices = protocols.stream().map(ProtocolWords::parse).toList();
    PlanRequest request =
        new PlanRequest(
            reading.asked(),
            reading.plan(),
            probes.fewest(),
            probes.most(),
            choices,
            seed,
            reading.asked().numerics().threads(),
            robust);
    EvaluationLog log = new EvaluationLog(folder.evaluations(), folder::keep);
    PlanWriter writer =
        new PlanWriter(out, options.text(), reading.plan().keep(), output.hasPictures());
    PlanTools tools = new PlanTools(Engine::anatomy, CoarseTwin::withErrorBars);
    try (PlanDeadline stop = new PlanDeadline(minutes);
        PlanProgress progress =
            new PlanProgress(
                output.isQuiet() ? null : console,
                reading.plan(),
                p -> writer.write(p, choices.size() > 1));
        Planner planner = new Planner(request, tools, log, stop::now, progress)) {
      Plans plans = planner.run();
      progress.wipe();
      Provenance provenance = Provenance.ofThisProcess(Version.number());
      if (output.hasReport() && !plans.plans().isEmpty()) {
        AtomicFile.write(
            out.resolve("report.html"), PlanReport.of(plans, reading, provenance).encode());
      }
      writer.write(plans, provenance);
      console.out().print(json ? PlanJson.encode(plans, provenance) : PlanTable.text(plans));
      if (!json) {
        console.out().println("Plans are in " + out);
      }
      return ExitCode.OK;
    }
  }
}
