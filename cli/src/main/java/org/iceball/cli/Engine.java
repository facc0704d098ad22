package org.iceball.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.iceball.grid.Grid;
import org.iceball.grid.LabelImage;
import org.iceball.injury.Zone;
import org.iceball.io.AtomicFile;
import org.iceball.io.casefile.CaseReading;
import org.iceball.io.report.RunReport;
import org.iceball.io.report.SceneFrames;
import org.iceball.io.result.OutcomeWriter;
import org.iceball.io.result.Provenance;
import org.iceball.io.result.SnapshotWriter;
import org.iceball.io.result.SummaryText;
import org.iceball.io.result.SummaryWriter;
import org.iceball.meshes.AnatomyBuilder;
import org.iceball.meshes.NiftiEncoder;
import org.iceball.meshes.Resampler;
import org.iceball.meshes.SegNrrdEncoder;
import org.iceball.meshes.Segment;
import org.iceball.model.Anatomy;
import org.iceball.model.Case;
import org.iceball.solve.Monitor;
import org.iceball.solve.Outcome;
import org.iceball.solve.Simulation;
import org.iceball.study.CoarseTwin;
import org.iceball.study.WhatIf;

/** The verbs that the commands are made of: compile, run, write. */
final class Engine {
  /** Colours of the zones, warmest first; the last one serves for all further zones. */
  private static final List<Integer> COLOURS = List.of(0x9ecae1, 0x4292c6, 0x08519c, 0x54278f);

  private Engine() {}

  /**
   * What was written, for who asked for it.
   *
   * @param text the summary for people
   * @param json the summary for programs, as in {@code summary.json}
   */
  record Written(String text, String json) {}

  /**
   * The case's anatomy on its grid.
   *
   * @throws org.iceball.units.CaseException where there is something wrong with it
   */
  static Anatomy anatomy(Case asked) {
    return AnatomyBuilder.build(asked);
  }

  /** A monitor that writes each snapshot into the folder. */
  static Monitor snapshots(Anatomy anatomy, Path folder) {
    return new SnapshotWriter(anatomy.labels(), folder);
  }

  /**
   * Runs the case.
   *
   * @throws org.iceball.units.CaseException where the needles cannot lie like that, what was asked
   *     for is not available, or the run fails
   */
  static Outcome run(Case asked, Anatomy anatomy, Monitor... monitors) {
    return Simulation.run(asked, anatomy, monitors);
  }

  /** What a longer freeze and one needle more would change, on coarse cells. */
  static WhatIf whatIf(Case asked) {
    Case coarse = WhatIf.coarse(asked);
    return WhatIf.of(coarse, anatomy(coarse));
  }

  /** The outcome with error bars, from the same case on cells of twice the edge. */
  static Outcome withErrorBars(Outcome outcome) {
    return CoarseTwin.withErrorBars(outcome);
  }

  /**
   * Writes all results, {@code summary.json} as the last.
   *
   * @param whatIf null where nobody asked
   * @param folder exists
   * @param pictures whether pictures are drawn
   * @throws org.iceball.units.CaseException {@code cannot-write}
   */
  static Written write(Outcome outcome, WhatIf whatIf, Path folder, boolean pictures) {
    writeZones(outcome, folder);
    Provenance provenance = Provenance.ofThisProcess(Version.number());
    Outcome written = OutcomeWriter.write(outcome, whatIf, provenance, folder, pictures);
    return new Written(
        SummaryText.of(written, whatIf, provenance),
        new String(SummaryWriter.encode(written, whatIf, provenance), StandardCharsets.UTF_8));
  }

  /**
   * Writes {@code report.html}.
   *
   * @param reading the case with the origin of its values
   * @param frames what was kept while it ran
   * @param folder exists
   * @throws org.iceball.units.CaseException {@code cannot-write}
   */
  static void writeReport(Outcome outcome, CaseReading reading, SceneFrames frames, Path folder) {
    Provenance provenance = Provenance.ofThisProcess(Version.number());
    byte[] page = RunReport.of(outcome, reading, frames, provenance).encode();
    AtomicFile.write(folder.resolve("report.html"), page);
  }

  /**
   * The zones ever reached as label images in the anatomy's own frame, so that they lie on it: each
   * voxel holds the number of thresholds it has been below.
   */
  private static void writeZones(Outcome outcome, Path folder) {
    Anatomy anatomy = outcome.anatomy();
    Grid grid = anatomy.labels().grid();
    LabelImage frame =
        anatomy.source() != null ? anatomy.source() : LabelImage.of(anatomy.labels());
    LabelImage ranks =
        Resampler.zonesOnImage(outcome.lowest(), grid, frame, outcome.asked().thresholds());
    AtomicFile.stream(folder.resolve("zones.nii.gz"), out -> NiftiEncoder.write(ranks, out));
    List<Segment> segments = segments(outcome, ranks);
    AtomicFile.stream(folder.resolve("zones.seg.nrrd"), out -> SegNrrdEncoder.write(segments, out));
  }

  private static List<Segment> segments(Outcome outcome, LabelImage ranks) {
    List<Zone> everReached = outcome.moments().get(outcome.moments().size() - 1).zones();
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < everReached.size(); i++) {
      int colour = COLOURS.get(Math.min(i, COLOURS.size() - 1));
      segments.add(Segment.ofZone(everReached.get(i).name(), colour, ranks, i + 1));
    }
    return segments;
  }
}
