package org.iceball.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.iceball.grid.Vec3;
import org.iceball.io.AtomicFile;
import org.iceball.io.casefile.CaseExplainer;
import org.iceball.io.casefile.CaseReading;
import org.iceball.io.diff.StoredRun;
import org.iceball.io.report.RunReport;
import org.iceball.io.report.SceneFrames;
import org.iceball.io.result.OutcomeWriter;
import org.iceball.io.result.Provenance;
import org.iceball.io.result.SnapshotWriter;
import org.iceball.io.result.SummaryText;
import org.iceball.io.result.SummaryWriter;
import org.iceball.meshes.AnatomyBuilder;
import org.iceball.model.Anatomy;
import org.iceball.model.Case;
import org.iceball.solve.Checkpoints;
import org.iceball.solve.Monitor;
import org.iceball.solve.Outcome;
import org.iceball.solve.Simulation;
import org.iceball.study.CoarseTwin;
import org.iceball.study.WhatIf;

/** The verbs that the commands are made of: compile, run, write. */
final class Engine {
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

  /**
   * A monitor that writes each snapshot into the folder.
   *
   * @param from snapshots that lie there and are earlier stay [s]
   */
  static Monitor snapshots(Anatomy anatomy, Path folder, double from) {
    return new SnapshotWriter(anatomy.labels(), folder, from);
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

  /** The same, from where a run was left, where it was. */
  static Outcome run(Case asked, Anatomy anatomy, Checkpoints checkpoints, Monitor... monitors) {
    return Simulation.run(asked, anatomy, checkpoints, monitors);
  }

  /** What a longer freeze and one needle more would change, on coarse cells. */
  static WhatIf whatIf(Case asked) {
    Case coarse = WhatIf.coarse(asked);
    return WhatIf.of(coarse, anatomy(coarse));
  }

  /** The outcome with error bars, from the same case on cells of twice the edge. */
  static Outcome withErrorBars(Outcome outcome, Checkpoints checkpoints) {
    return CoarseTwin.withErrorBars(outcome, checkpoints);
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
    ZoneFiles.write(outcome, folder);
    Provenance provenance = Provenance.ofThisProcess(Version.number());
    Outcome written = OutcomeWriter.write(outcome, whatIf, provenance, folder, pictures);
    return new Written(
        SummaryText.of(written, whatIf, provenance),
        new String(SummaryWriter.encode(written, whatIf, provenance), StandardCharsets.UTF_8));
  }

  /**
   * Writes {@code case.json}, the resolved case, for who compares runs.
   *
   * @param reading the case with the origin of its values
   * @param folder exists
   * @throws org.iceball.units.CaseException {@code cannot-write}
   */
  static void writeCase(Outcome outcome, CaseReading reading, Path folder) {
    Anatomy anatomy = outcome.anatomy();
    Optional<Vec3> centre =
        anatomy.targetVolume() > 0 ? Optional.of(anatomy.targetCentre()) : Optional.empty();
    AtomicFile.write(
        folder.resolve("case.json"), StoredRun.encode(CaseExplainer.explained(reading, centre)));
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
}
