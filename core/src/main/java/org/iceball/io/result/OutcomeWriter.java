package org.iceball.io.result;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.iceball.injury.InjuryReport;
import org.iceball.io.AtomicFile;
import org.iceball.io.picture.CurvesPicture;
import org.iceball.io.picture.SlicePicture;
import org.iceball.io.picture.VesselPicture;
import org.iceball.io.picture.WhatIfPicture;
import org.iceball.model.Anatomy;
import org.iceball.solve.Outcome;
import org.iceball.study.WhatIf;

/**
 * Writes what came out of a run into one folder: {@code zones.hdf}, {@code history.csv}, {@code
 * slices.png}, {@code curves.png}, {@code vessels.png}, {@code what-if.png}, {@code summary.txt}
 * and, as the sign that all the others are there, {@code summary.json} last. docs/results.md says
 * what is in them.
 */
public final class OutcomeWriter {
  private OutcomeWriter() {}

  /**
   * Writes all files, each at once or not at all.
   *
   * @param outcome what came out
   * @param provenance what made it
   * @param folder made where it is missing; files of these names are replaced
   * @return the outcome as it was written: a warning more for each picture that this Java platform
   *     could not draw
   * @throws org.iceball.units.CaseException {@code cannot-write}
   */
  public static Outcome write(Outcome outcome, Provenance provenance, Path folder) {
    return write(outcome, provenance, folder, true);
  }

  /**
   * The same, with or without pictures.
   *
   * @param outcome what came out
   * @param provenance what made it
   * @param folder made where it is missing; files of these names are replaced
   * @param draw whether pictures are drawn
   * @return the outcome as it was written
   * @throws org.iceball.units.CaseException {@code cannot-write}
   */
  public static Outcome write(Outcome outcome, Provenance provenance, Path folder, boolean draw) {
    return write(outcome, null, provenance, folder, draw);
  }

  /**
   * The same, with what a longer freeze and one needle more would change.
   *
   * @param outcome what came out
   * @param whatIf null where nobody asked
   * @param provenance what made it
   * @param folder made where it is missing; files of these names are replaced
   * @param draw whether pictures are drawn
   * @return the outcome as it was written
   * @throws org.iceball.units.CaseException {@code cannot-write}
   */
  public static Outcome write(
      Outcome outcome, WhatIf whatIf, Provenance provenance, Path folder, boolean draw) {
    AtomicFile.prepareFolder(folder);
    Stream<Sketch> sketches = draw ? pictures(outcome, whatIf).stream() : Stream.empty();
    boolean alone = outcome.asked().numerics().threads() == 1;
    List<Picture> pictures = (alone ? sketches : sketches.parallel()).map(Sketch::draw).toList();
    List<String> warnings = new ArrayList<>(outcome.warnings());
    pictures.forEach(p -> p.failure().ifPresent(warnings::add));
    Outcome written = outcome.withWarnings(warnings);

    AtomicFile.write(folder.resolve("zones.hdf"), file -> zones(outcome).writeTo(file));
    AtomicFile.write(
        folder.resolve("history.csv"), HistoryWriter.encode(outcome.needles(), outcome.history()));
    for (Picture picture : pictures) {
      if (picture.failure().isEmpty()) {
        AtomicFile.write(folder.resolve(picture.name()), picture.png());
      }
    }
    AtomicFile.write(
        folder.resolve("summary.txt"),
        SummaryText.of(written, whatIf, provenance).getBytes(StandardCharsets.UTF_8));
    AtomicFile.write(
        folder.resolve("summary.json"), SummaryWriter.encode(written, whatIf, provenance));
    return written;
  }

  private static HdfImage zones(Outcome outcome) {
    Anatomy anatomy = outcome.anatomy();
    HdfImage image =
        new HdfImage(anatomy.labels().grid(), outcome.stats().simulated())
            .with("lowest_degC", outcome.lowest(), SnapshotWriter.CELSIUS)
            .with("labels", anatomy.labels().values());
    InjuryReport injury = outcome.injury();
    return injury == null
        ? image
        : image.with("dead_by_laws", injury.box().paste(injury.agreeing()), 0);
  }

  private static List<Sketch> pictures(Outcome outcome, WhatIf whatIf) {
    List<Sketch> pictures = new ArrayList<>();
    pictures.add(new Sketch("slices.png", () -> SlicePicture.draw(outcome)));
    pictures.add(new Sketch("curves.png", () -> CurvesPicture.draw(outcome)));
    if (VesselPicture.hasVessels(outcome)) {
      pictures.add(new Sketch("vessels.png", () -> VesselPicture.draw(outcome)));
    }
    if (whatIf != null) {
      pictures.add(new Sketch("what-if.png", () -> WhatIfPicture.draw(whatIf)));
    }
    return pictures;
  }

  /** A picture that is still to be drawn. */
  private record Sketch(String name, Supplier<byte[]> pencil) {
    /**
     * A Java platform without fonts or without its desktop module can't draw. The figures are worth
     * more than the picture, so that is a warning.
     */
    Picture draw() {
      try {
        return new Picture(name, pencil.get(), Optional.empty());
      } catch (LinkageError | InternalError | java.awt.AWTError | RuntimeException e) {
        return new Picture(
            name,
            new byte[0],
            Optional.of(
                name
                    + " could not be drawn by this Java platform ("
                    + e
                    + "). Install fontconfig and a font, or use a Java platform with its desktop"
                    + " module."));
      }
    }
  }

  /** A picture, or why there is none. */
  private record Picture(String name, byte[] png, Optional<String> failure) {}
}
