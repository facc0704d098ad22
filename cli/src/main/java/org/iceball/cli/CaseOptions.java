package org.iceball.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.iceball.io.casefile.CaseReader;
import org.iceball.io.casefile.CaseReading;
import org.iceball.io.casefile.CaseText;
import org.iceball.io.casefile.Overrides;
import org.iceball.io.casefile.ProbeLibrary;
import org.iceball.io.casefile.TissueLibrary;
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

  private String text;

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
   * The case, with what the command line replaces in it.
   *
   * @throws CaseException with everything that is wrong with the case
   * @throws ParameterException where an option is
   */
  CaseReading read() {
    CaseReading reading =
        CaseReader.readText(
            text(), folder(), data, TissueLibrary.bundled(), ProbeLibrary.bundled());
    try {
      return new Overrides(spacing, precision, threads, backend, vessels).applyTo(reading);
    } catch (CaseException e) {
      String said = e.findings().stream().map(Object::toString).collect(Collectors.joining("\n"));
      throw new ParameterException(command.commandLine(), said, e);
    }
  }

  /** The case file as it was when it was first read. */
  String text() {
    if (text == null) {
      text = CaseText.of(file);
    }
    return text;
  }

  /** The folder that the case's paths are relative to. */
  Path folder() {
    return Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
  }

  /** The further folders, absolute. */
  List<String> dataFolders() {
    return data.stream().map(d -> d.toAbsolutePath().toString()).toList();
  }

  /** The options that were given and that replace something in the case, by their names. */
  Map<String, String> given() {
    Map<String, String> given = new LinkedHashMap<>();
    put(given, "spacing", spacing);
    put(given, "precision", precision);
    put(given, "backend", backend);
    put(given, "threads", threads);
    put(given, "vessels", vessels);
    return given;
  }

  private static void put(Map<String, String> given, String name, Object value) {
    if (value != null) {
      given.put(name, value.toString());
    }
  }
}
