package org.iceball.io.casefile;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.iceball.device.Placement;
import org.iceball.device.Protocol;
import org.iceball.model.AnatomySpec;
import org.iceball.model.Case;
import org.iceball.model.Case.PlannedNeedle;
import org.iceball.model.Numerics;
import org.iceball.model.Region;
import org.iceball.plan.PlanRules;
import org.iceball.tissue.Tissue.Blood;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Dimension;

/** Reads case files. See {@code docs/case-file.md} for what they may say. */
public final class CaseReader {
  /** The version of the case format that this reader takes. */
  public static final int VERSION = 1;

  /** Every temperature of a case: from liquid nitrogen to a little above boiling water. */
  static final Range TEMPERATURE = Range.of(Dimension.TEMPERATURE, "-196 degC", "120 degC");

  private CaseReader() {}

  /**
   * The case that a file describes.
   *
   * @param caseFile YAML, at most 1 MiB
   * @param dataRoots folders, besides the file's own, whose files it may name; tried in this order
   * @throws CaseException with every mistake of the file, in the order of its lines
   */
  public static Case read(Path caseFile, List<Path> dataRoots) {
    return readTraced(caseFile, dataRoots).asked();
  }

  /**
   * The same, with the origin of every value, for {@link CaseExplainer}.
   *
   * @param caseFile YAML, at most 1 MiB
   * @param dataRoots folders, besides the file's own, whose files it may name; tried in this order
   * @throws CaseException with every mistake of the file, in the order of its lines
   */
  public static CaseReading readTraced(Path caseFile, List<Path> dataRoots) {
    String text = CaseText.of(caseFile);
    Path folder = Optional.ofNullable(caseFile.toAbsolutePath().getParent()).orElse(caseFile);
    return readText(text, folder, dataRoots, TissueLibrary.bundled(), ProbeLibrary.bundled());
  }

  /**
   * The case that a text describes.
   *
   * @param text YAML
   * @param folder what its paths are relative to
   * @param dataRoots further folders whose files it may name
   * @param tissues the tissues it may name
   * @param probes the probes it may name
   * @throws CaseException with every mistake of the text, in the order of its lines
   */
  public static CaseReading readText(
      String text, Path folder, List<Path> dataRoots, TissueLibrary tissues, ProbeLibrary probes) {
    Notebook notebook = new Notebook();
    Yaml yaml = YamlParser.parse(text, notebook);
    Section top = Section.of(CaseSection.CASE, "", yaml, notebook);
    checkVersion(top);
    Frame frame = top.word("coordinates", Frame.WORDS, Frame.RAS);
    Case read = read(top, frame, new CaseFolders(folder, dataRoots), tissues, probes);
    Optional<OtherArm> other =
        new CompareSection(probes, frame, InjuryLibrary.bundled()).read(top, read);
    PlanRules plan = PlanSection.read(top, frame, read);
    notebook.throwFindings();
    return new CaseReading(read, notebook.origins(), notebook.assumptions(), other, plan);
  }

  private static Case read(
      Section top, Frame frame, CaseFolders folders, TissueLibrary tissues, ProbeLibrary probes) {
    Optional<Protocol> protocol = ProtocolSection.read(top);
    int before = top.notebook().count();
    AnatomySpec anatomy = new AnatomySection(folders, frame).read(top);
    List<Region> regions = new RegionSection(tissues).read(top);
    boolean labelsKnown = top.notebook().count() == before;
    List<PlannedNeedle> needles = new NeedleSection(probes, frame, protocol).read(top);
    if (labelsKnown) {
      AnatomySection.check(anatomy, regions, top);
      checkTarget(top, regions, needles);
    }
    GridSection grid = GridSection.read(top);
    MeasureSection measures =
        MeasureSection.read(
            top, InjuryLibrary.bundled(), needles.stream().anyMatch(PlannedNeedle::heats));
    Numerics numerics = NumericsSection.read(top);
    return new Case(
        top.text("title").orElse("Untitled case"),
        anatomy,
        regions,
        grid.spacing(),
        grid.around(),
        grid.faces(),
        top.quantity("start_temperature", TEMPERATURE, Blood.TEMPERATURE),
        needles,
        measures.zones(),
        measures.margins(),
        measures.lethal(),
        measures.snapshotEvery(),
        numerics,
        BloodSection.read(top),
        measures.injury(),
        DriveSection.supply(top),
        GeneratorSection.read(top, needles));
  }

  private static void checkVersion(Section top) {
    if (!top.has("iceball")) {
      top.missing(
          "iceball", "begin the file with `iceball: " + VERSION + "`, its format's version");
    }
    top.integer("iceball", VERSION, VERSION, VERSION);
  }

  private static void checkTarget(Section top, List<Region> regions, List<PlannedNeedle> needles) {
    boolean hasTarget = regions.stream().anyMatch(r -> r.role() == Region.Role.TARGET);
    boolean aimed =
        needles.stream().anyMatch(n -> n.placement().anchor() == Placement.Anchor.TARGET_CENTRE);
    if (aimed && !hasTarget) {
      top.complain(
          Complaint.EMPTY_TARGET,
          "regions",
          "a needle is placed from the target's centre, but no region is the target",
          "give one region `role: target`, or place the needle by a point");
    }
  }
}
