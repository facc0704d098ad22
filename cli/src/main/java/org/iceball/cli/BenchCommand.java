package org.iceball.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.iceball.io.AtomicFile;
import org.iceball.io.bench.BenchJson;
import org.iceball.io.bench.BenchText;
import org.iceball.io.casefile.ProbeLibrary;
import org.iceball.io.casefile.TissueLibrary;
import org.iceball.io.picture.BenchPicture;
import org.iceball.model.Numerics.Precision;
import org.iceball.study.bench.Bench;
import org.iceball.study.bench.BenchCase;
import org.iceball.study.bench.BenchPlan;
import org.iceball.study.bench.BenchReport;
import org.iceball.study.bench.Device;
import org.iceball.tissue.Tissue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code iceball bench}: how fast the engine is here. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Measures the speed of every backend that is found, beside what the machine does at best"
            + " and how far results differ. Without --kernel, --procedure, --scaling or --window:"
            + " kernel and procedure.",
    footer = {
      "",
      "Medians, with the least and the most in brackets. Whatever else the machine does counts:",
      "close other programs, and look at the load average that is printed."
    })
final class BenchCommand implements Callable<Integer> {
  private static final int SMALLEST_EDGE = 16;
  private static final int LARGEST_EDGE = 1024;
  private static final int MOST_REPEATS = 99;

  private final Console console;

  @Spec private CommandSpec command;

  @Option(names = "--kernel", description = "The bare kernel on several grids.")
  private boolean kernel;

  @Option(
      names = "--procedure",
      description = "Whole runs: 10 min freeze, 5 min thaw, 10 min freeze, at 2 mm and at 1 mm.")
  private boolean procedure;

  @Option(
      names = "--scaling",
      description = "How the time of a run grows with the cells of a box of 100 mm.")
  private boolean scaling;

  @Option(names = "--window", description = "What a box of 256 mm costs beside one of 100 mm.")
  private boolean window;

  @Option(
      names = "--quick",
      description = "Half a minute in place of several: small grids, few repeats, 2 mm only.")
  private boolean quick;

  @Option(
      names = "--grids",
      split = ",",
      paramLabel = "N",
      description = "Edges of the cubes for kernel and scaling, in cells: 64,128,256.")
  private List<Integer> grids = List.of();

  @Option(
      names = "--precision",
      split = ",",
      paramLabel = "fp32|fp64",
      completionCandidates = CaseOptions.Precisions.class,
      description = "Word lengths of the state; both without this option.")
  private List<Precision> precisions = List.of(Precision.FP32, Precision.FP64);

  @Option(
      names = "--backend",
      split = ",",
      paramLabel = "NAME",
      description = "Which backends: cpu, opencl:0, ...; all that are found without this option.")
  private List<String> backends = List.of();

  @Option(names = "--threads", paramLabel = "N", description = "Threads of the CPU backend.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--repeats", paramLabel = "N", description = "Repeats of each measurement.")
  private Integer repeats;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the figures as JSON.")
  private Path json;

  @Option(names = "--picture", paramLabel = "FILE", description = "Draw the figures as PNG.")
  private Path picture;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  BenchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    BenchReport report = Bench.run(bench(), plan(), parts(), quick, progress());
    console.out().print(BenchText.of(report));
    if (json != null) {
      AtomicFile.write(json, BenchJson.encode(report, Version.number()));
    }
    if (picture != null) {
      AtomicFile.write(picture, BenchPicture.draw(report));
    }
    return ExitCode.OK;
  }

  private Set<Bench.Part> parts() {
    Set<Bench.Part> parts = EnumSet.noneOf(Bench.Part.class);
    add(parts, kernel, Bench.Part.KERNEL);
    add(parts, procedure, Bench.Part.PROCEDURE);
    add(parts, scaling, Bench.Part.SCALING);
    add(parts, window, Bench.Part.WINDOW);
    return parts.isEmpty() ? EnumSet.of(Bench.Part.KERNEL, Bench.Part.PROCEDURE) : parts;
  }

  private static void add(Set<Bench.Part> parts, boolean asked, Bench.Part part) {
    if (asked) {
      parts.add(part);
    }
  }

  private BenchPlan plan() {
    List<Integer> edges = grids;
    if (edges.isEmpty()) {
      edges = quick ? List.of(32, 64) : List.of(64, 128, 256);
    }
    for (int edge : edges) {
      require(edge, SMALLEST_EDGE, LARGEST_EDGE, "--grids");
    }
    int times = repeats != null ? repeats : quick ? 3 : 5;
    require(times, 1, MOST_REPEATS, "--repeats");
    require(threads, 1, 256, "--threads");
    return new BenchPlan(devices(), precisions, edges, threads, times, quick ? 0.1 : 0.5);
  }

  private List<Device> devices() {
    List<Device> found = Device.found();
    if (backends.isEmpty()) {
      return found;
    }
    List<Device> chosen = new ArrayList<>();
    for (Device device : found) {
      if (backends.contains(device.name())) {
        chosen.add(device);
      }
    }
    for (String name : backends) {
      if (found.stream().noneMatch(d -> d.name().equals(name))) {
        List<String> names = found.stream().map(Device::name).toList();
        refuse("--backend: " + name + " is not here; here are " + String.join(", ", names) + ".");
      }
    }
    return chosen;
  }

  private void require(int value, int least, int most, String option) {
    if (value < least || value > most) {
      refuse(
          String.format(
              Locale.ROOT,
              "%s: %d is not a whole number from %d to %d.",
              option,
              value,
              least,
              most));
    }
  }

  private void refuse(String why) {
    throw new ParameterException(command.commandLine(), why);
  }

  private static BenchCase bench() {
    TissueLibrary tissues = TissueLibrary.bundled();
    return new BenchCase(
        tissue(tissues, "liver"),
        tissue(tissues, "hcc"),
        tissue(tissues, "blood"),
        ProbeLibrary.bundled().find("17G").orElseThrow());
  }

  private static Tissue tissue(TissueLibrary library, String name) {
    return library.find(name).orElseThrow();
  }

  private Consumer<String> progress() {
    return quiet ? said -> {} : said -> console.err().println(said + " ...");
  }
}
