package org.iceball.io.plan;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.iceball.io.AtomicFile;
import org.iceball.io.Disclaimer;
import org.iceball.io.casefile.PlanCaseFile;
import org.iceball.io.picture.FrontPicture;
import org.iceball.io.picture.SlicePicture;
import org.iceball.io.result.Provenance;
import org.iceball.plan.Plan;
import org.iceball.plan.Plans;

/** Writes plans into a folder: each into a folder of its own, and what compares them beside. */
public final class PlanWriter {
  private final Path folder;
  private final String original;
  private final List<String> keep;
  private final boolean pictures;

  /**
   * @param folder exists
   * @param original text of the case file that is planned for
   * @param keep names of the needles that stay
   * @param pictures whether pictures are drawn
   */
  public PlanWriter(Path folder, String original, List<String> keep, boolean pictures) {
    this.folder = folder;
    this.original = original;
    this.keep = List.copyOf(keep);
    this.pictures = pictures;
  }

  /** Name of a plan's folder: its needles, and its minutes where there are several protocols. */
  private static String name(Plan plan, boolean several) {
    long minutes = Math.round(plan.protocol().duration() / 60);
    return "needles-" + plan.needles() + (several ? "-" + minutes + "min" : "");
  }

  /**
   * Writes one plan: {@code case.yaml}, {@code tracks.fcsv}, {@code tracks.mrk.json}, {@code
   * slices.png}.
   *
   * @param several whether there are several protocols to choose from
   * @throws org.iceball.units.CaseException {@code cannot-write}
   */
  public void write(Plan plan, boolean several) {
    Path own = folder.resolve(name(plan, several));
    AtomicFile.prepareFolder(own);
    List<String> remarks =
        List.of(
            "Needles as planned by iceball, " + plan.needles() + " of them. " + Disclaimer.TEXT,
            "Files that this case names lie where those of the case it was made from lie: give that"
                + " folder with --data.");
    String text = PlanCaseFile.text(original, plan, keep, remarks);
    AtomicFile.write(own.resolve("case.yaml"), text.getBytes(StandardCharsets.UTF_8));
    AtomicFile.write(own.resolve("tracks.fcsv"), SlicerTracks.fcsv(plan.tracks()));
    AtomicFile.write(own.resolve("tracks.mrk.json"), SlicerTracks.json(plan.tracks()));
    if (pictures && plan.confirmed().isPresent()) {
      AtomicFile.write(own.resolve("slices.png"), SlicePicture.draw(plan.confirmed().get()));
    }
  }

  /**
   * Writes what compares the plans: {@code plan.txt}, {@code tracks.csv}, {@code front.png} and, as
   * the last, {@code plan.json}.
   *
   * @throws org.iceball.units.CaseException {@code cannot-write}
   */
  public void write(Plans plans, Provenance provenance) {
    AtomicFile.write(
        folder.resolve("plan.txt"), PlanTable.text(plans).getBytes(StandardCharsets.UTF_8));
    AtomicFile.write(folder.resolve("tracks.csv"), PlanTable.csv(plans));
    if (pictures) {
      AtomicFile.write(folder.resolve("front.png"), FrontPicture.draw(plans));
    }
    AtomicFile.write(
        folder.resolve("plan.json"),
        PlanJson.encode(plans, provenance).getBytes(StandardCharsets.UTF_8));
  }
}
