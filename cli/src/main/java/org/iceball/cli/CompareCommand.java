package org.iceball.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.iceball.io.AtomicFile;
import org.iceball.io.casefile.CaseReading;
import org.iceball.io.casefile.OtherArm;
import org.iceball.io.report.CompareReport;
import org.iceball.io.report.SceneFrames;
import org.iceball.io.result.CompareText;
import org.iceball.io.result.CompareWriter;
import org.iceball.io.result.Provenance;
import org.iceball.model.Anatomy;
import org.iceball.model.Case;
import org.iceball.solve.Monitor;
import org.iceball.study.compare.Arm;
import org.iceball.study.compare.Comparison;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code iceball compare}: two treatments of one patient, at equal effort and at equal reach. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Runs a case's own treatment and the one that its section `compare` names on the same"
            + " anatomy, and reports what each leaves alive.",
    footer = {"", "A research tool: simulated coverage is not a clinical outcome."})
final class CompareCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CaseOptions options;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the results: new, empty, or with results that may be replaced.")
  private Path out;

  @Option(
      names = "--draws",
      paramLabel = "N",
      description =
          "Also compare the arms with the tissues' numbers drawn from their intervals, N times on"
              + " cells of 2 mm, for a band on the difference.")
  private int draws;

  @Mixin private OutputOptions output;

  CompareCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (ResultFolder folder = ResultFolder.accept(out)) {
      return compare(folder);
    }
  }

  private int compare(ResultFolder folder) {
    CaseReading reading = options.read();
    Case asked = reading.asked();
    OtherArm other = reading.other().orElseThrow(CompareCommand::nothingToCompare);
    Map<Arm, SceneFrames> films = new HashMap<>();
    Comparison comparison =
        Comparison.of(
            other.own(asked),
            other.other(asked),
            Engine::anatomy,
            draws,
            this::say,
            (arm, anatomy) -> output.hasReport() ? film(films, arm, anatomy) : new Monitor() {});
    Provenance provenance = Provenance.ofThisProcess(Version.number());
    folder.prepare();
    if (output.hasReport()) {
      AtomicFile.write(
          folder.path().resolve("report.html"),
          CompareReport.of(comparison, reading, films, provenance).encode());
    }
    CompareWriter.write(comparison, provenance, folder.path(), output.hasPictures());
    console.out().print(CompareText.of(comparison, provenance));
    console.out().println("Results are in " + out);
    return ExitCode.OK;
  }

  private static SceneFrames film(Map<Arm, SceneFrames> films, Arm arm, Anatomy anatomy) {
    SceneFrames film = new SceneFrames(arm.asked(), anatomy.labels().grid());
    films.put(arm, film);
    return film;
  }

  private void say(String what) {
    if (!output.isQuiet()) {
      console.err().println(what);
      console.err().flush();
    }
  }

  private static CaseException nothingToCompare() {
    return new CaseException(
        Finding.of(
            Complaint.MISSING_KEY,
            "compare",
            "the case names no other treatment",
            "add for example `compare: {probe: cool-tip-30, generator: {current: 1200 mA}}`"));
  }
}
