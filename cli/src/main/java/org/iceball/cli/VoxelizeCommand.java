package org.iceball.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.iceball.grid.LabelImage;
import org.iceball.io.AtomicFile;
import org.iceball.meshes.NiftiEncoder;
import org.iceball.meshes.SurfaceReader;
import org.iceball.meshes.Voxelizer;
import org.iceball.units.CaseException;
import org.iceball.units.Dimension;
import org.iceball.units.Quantity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code iceball voxelize}: closed surfaces in, a label image out. */
@Command(
    name = "voxelize",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Turns closed surfaces (STL or legacy VTK, in millimetres) into a label image.")
final class VoxelizeCommand implements Callable<Integer> {
  private static final double RIM = 10e-3;

  private final Console console;

  @Spec private CommandSpec command;

  @Parameters(
      arity = "1..*",
      paramLabel = "LABEL=FILE",
      description =
          "Surfaces and the labels inside them; later ones are painted over earlier ones.")
  private Map<Integer, Path> surfaces;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The label image: .nii.gz.")
  private Path out;

  @Option(
      names = "--spacing",
      paramLabel = "LENGTH",
      defaultValue = "1 mm",
      description = "Edge of a voxel, with its unit.")
  private String spacing;

  @Option(
      names = "--lps",
      description = "The surfaces are in LPS, as those of DICOM and 3D Slicer, not in RAS.")
  private boolean lps;

  VoxelizeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    double edge = edge();
    if (!out.toString().endsWith(".nii.gz")) {
      throw new ParameterException(command.commandLine(), "--out: name a file ending in .nii.gz");
    }
    List<Voxelizer.Labelled> read = new ArrayList<>();
    surfaces.forEach(
        (label, file) -> {
          if (label < 1 || label > 255) {
            throw new ParameterException(command.commandLine(), "labels are 1 to 255");
          }
          read.add(new Voxelizer.Labelled(file.toString(), label, SurfaceReader.read(file, lps)));
        });
    LabelImage image = Voxelizer.paint(read, edge, RIM);
    AtomicFile.stream(out, stream -> NiftiEncoder.write(image, stream));
    console
        .out()
        .printf("Wrote %s, %d x %d x %d voxels%n", out, image.nx(), image.ny(), image.nz());
    return ExitCode.OK;
  }

  private double edge() {
    try {
      double edge = Quantity.parse(spacing, Dimension.LENGTH);
      if (edge >= 0.1e-3 && edge <= 10e-3) {
        return edge;
      }
    } catch (CaseException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
    throw new ParameterException(command.commandLine(), "--spacing: give 0.1 mm to 10 mm");
  }
}
