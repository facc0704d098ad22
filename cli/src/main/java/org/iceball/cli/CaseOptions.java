package org.iceball.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.iceball.io.casefile.CaseReader;
import org.iceball.io.casefile.CaseReading;
import org.iceball.io.casefile.Overrides;
import org.iceball.model.Numerics.Precision;
import org.iceball.units.CaseException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which case, and what of it the command line replaces. Shared by the commands that read one. */
final class CaseOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Parameters(paramLabel = "CASE", description = "The case file (YAML).")
  private Path file;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "A further folder whose images the case may name; may be repeated.")
  private List<Path> data = List.of();

  @Option(
      names = "--spacing",
      paramLabel = "LENGTH",
      description = "Edge of a cell, with its unit: \"2 mm\".")
  private String spacing;

  @Option(
      names = "--precision",
      paramLabel = "fp32|fp64",
      completionCandidates = Precisions.class,
      description = "Word length of the state: fp64 is the reference, fp32 is faster.")
  private Precision precision;

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      completionCandidates = Backends.class,
      description = "What computes: cpu, opencl, opencl:N for device N, or auto.")
  private String backend;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Number of threads; changes no result.")
  private Integer threads;

  @Option(
      names = "--vessels",
      paramLabel = "MODEL",
      completionCandidates = VesselModels.class,
      description =
          "Model of all vessels: perfusion, advective, convective, fixed, or calibre, which"
              + " chooses for each by its width.")
  private String vessels;

  /** What completion offers for the model of vessels. */
  static final class VesselModels implements Iterable<String> {
    @Override
    public java.util.Iterator<String> iterator() {
      return List.of("calibre", "perfusion", "advective", "convective", "fixed").iterator();
    }
  }

  /** What completion offers for the precision. */
  static final class Precisions implements Iterable<String> {
    @Override
    public java.util.Iterator<String> iterator() {
      return List.of("fp32", "fp64").iterator();
    }
  }

  /** What completion offers for the backend. */
  static final class Backends implements Iterable<String> {
    @Override
    public java.util.Iterator<String> iterator() {
      return List.of("auto", "cpu", "opencl").iterator();
    }
  }

  /**
   * The text of the case file, as it was read.
   *
   * @throws CaseException where it can't be
   */
  String text() {
    return CaseReader.text(file);
  }

  /**
   * The case, with what the command line replaces in it.
   *
   * @throws CaseException with everything that is wrong with the case
   * @throws ParameterException where an option is
   */
  CaseReading read() {
    CaseReading reading = CaseReader.readTraced(file, data);
    try {
      return new Overrides(spacing, precision, threads, backend, vessels).applyTo(reading);
    } catch (CaseException e) {
      String said = e.findings().stream().map(Object::toString).collect(Collectors.joining("\n"));
      throw new ParameterException(command.commandLine(), said, e);
    }
  }
}
