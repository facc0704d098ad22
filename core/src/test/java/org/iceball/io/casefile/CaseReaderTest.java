package org.iceball.io.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.iceball.device.Cryoprobe;
import org.iceball.device.Phase;
import org.iceball.device.Placement;
import org.iceball.grid.Vec3;
import org.iceball.model.AnatomySpec;
import org.iceball.model.Case;
import org.iceball.model.Faces;
import org.iceball.model.Numerics;
import org.iceball.model.Region;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.TissueProperty;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class CaseReaderTest extends CaseFileTestBase {

  @Test
  void aShortCaseGetsEveryDefault() {
    Case asked = read(GOOD).asked();
    assertThat(asked.spacing()).isEqualTo(1e-3);
    assertThat(asked.around()).isEqualTo(30e-3);
    assertThat(asked.faces()).isEqualTo(new Faces(Faces.Kind.HELD, 310.15));
    assertThat(asked.initialTemperature()).isEqualTo(310.15);
    assertThat(asked.thresholds()).containsExactly(273.15, 253.15, 233.15);
    assertThat(asked.margins()).containsExactly(0.0, 5e-3, 10e-3);
    assertThat(asked.lethal()).isEqualTo(253.15);
    assertThat(asked.snapshotEvery()).isEqualTo(60);
    assertThat(asked.numerics())
        .isEqualTo(
            new Numerics(
                Numerics.StepperKind.RKL2,
                Numerics.Precision.FP64,
                Runtime.getRuntime().availableProcessors(),
                "cpu"));
    Case.PlannedNeedle needle = asked.needles().get(0);
    assertThat(needle.start()).isZero();
    assertThat(needle.protocol().duration()).isEqualTo(1500);
    assertThat(needle.placement().aim()).isEqualTo(Placement.Aim.MIDDLE_OF_ACTIVE_ZONE);
    assertThat(needle.placement().anchor()).isEqualTo(Placement.Anchor.TARGET_CENTRE);
    assertThat(needle.placement().point()).isEqualTo(new Vec3(0, 6e-3, 0));
  }

  @Test
  void everyKeyIsHeard() {
    Case asked =
        read(lines(
                "iceball: 1",
                "title: Everything",
                "anatomy:",
                "  phantom:",
                "    size: [60 mm, 50 mm, 4 cm]",
                "    shapes:",
                "      - {label: 1, box: {centre: [1 mm, 2 mm, 3 mm], size: [5 mm, 6 mm, 7 mm]}}",
                "      - {label: 2, tube: {points: [[0 mm, 1 mm, 0 mm], [9 mm, 0 mm, 0 mm]],"
                    + " diameter: 3 mm}}",
                "      - {label: 4, ellipsoid: {centre: [1 mm, 2 mm, 3 mm],"
                    + " axes: [8 mm, 9 mm, 10 mm]}}",
                "regions:",
                "  - {label: 0, name: gel, tissue: gel, role: surrounding}",
                "  - label: 1",
                "    tissue: {base: liver, perfusion: 0.01 1/s, liquidus: -2 degC,"
                    + " frozen_law: constant}",
                "    role: organ",
                "  - {label: 2, name: vein, tissue: blood, role: vessel}",
                "  - {label: 4, name: lump, tissue: tumour, role: target}",
                "grid: {spacing: 2 mm, around: everything, faces: insulated}",
                "start_temperature: 22 degC",
                "coordinates: LPS",
                "zones: [-40 degC, 0 degC]",
                "lethal: -40 degC",
                "margins: [3 mm, 1 mm]",
                "snapshots: none",
                "numerics: {stepper: euler, precision: fp32, threads: 3, backend: 'opencl:1'}",
                "needles:",
                "  - probe: {base: 17G, active_length: 30 mm, freeze_temperature: -150 degC}",
                "    target: {point: [1 mm, 2 mm, 3 mm]}",
                "    aim: tip",
                "    entry: [1 mm, 2 mm, 90 mm]",
                "    start: 2 min",
                "    protocol: [freeze 1 min, thaw active]",
                "  - name: B",
                "    probe: 10G",
                "    target: {from: target_centre}",
                "    direction: [1, -2, 3e0]",
                "    protocol: 5-5"))
            .asked();
    AnatomySpec.Phantom phantom = (AnatomySpec.Phantom) asked.anatomy();
    assertThat(phantom.size()).isEqualTo(new Vec3(0.06, 0.05, 0.04));
    Vec3 centre = new Vec3(-1e-3, -2e-3, 3e-3); // LPS in the file
    assertThat(phantom.shapes())
        .containsExactly(
            new AnatomySpec.Box(1, centre, new Vec3(5e-3, 6e-3, 7e-3)),
            new AnatomySpec.Tube(2, List.of(new Vec3(0, -1e-3, 0), new Vec3(-9e-3, 0, 0)), 3e-3),
            new AnatomySpec.Ellipsoid(4, centre, new Vec3(8e-3, 9e-3, 10e-3)));
    Region organ = asked.regions().get(1);
    assertThat(organ.role()).isEqualTo(Region.Role.ORGAN);
    assertThat(organ.tissue().value(TissueProperty.PERFUSION)).isEqualTo(0.01);
    assertThat(organ.tissue().value(TissueProperty.LIQUIDUS)).isEqualTo(271.15);
    assertThat(organ.tissue().value(TissueProperty.DENSITY)).isEqualTo(1079);
    assertThat(organ.tissue().frozenLaw()).isEqualTo(FrozenLaw.CONSTANT);
    assertThat(organ.tissue().name())
        .isEqualTo("liver with liquidus -2 degC, perfusion 0.01 1/s, frozen law constant");
    assertThat(organ.name()).isEqualTo(organ.tissue().name());
    assertThat(asked.spacing()).isEqualTo(2e-3);
    assertThat(asked.around()).isInfinite();
    assertThat(asked.faces().kind()).isEqualTo(Faces.Kind.INSULATED);
    assertThat(asked.initialTemperature()).isEqualTo(295.15);
    assertThat(asked.thresholds()).containsExactly(273.15, 233.15);
    assertThat(asked.lethal()).isEqualTo(233.15);
    assertThat(asked.margins()).containsExactly(1e-3, 3e-3);
    assertThat(asked.snapshotEvery()).isInfinite();
    assertThat(asked.numerics())
        .isEqualTo(
            new Numerics(Numerics.StepperKind.EULER, Numerics.Precision.FP32, 3, "opencl:1"));
    Case.PlannedNeedle first = asked.needles().get(0);
    assertThat(first.name()).isEqualTo("needle 1");
    assertThat(first.probe().activeLength().value()).isEqualTo(0.03);
    assertThat(((Cryoprobe) first.probe()).freezeTemperature().value()).isEqualTo(123.15);
    assertThat(first.probe().diameter().value()).isEqualTo(0.00147);
    assertThat(first.start()).isEqualTo(120);
    assertThat(first.protocol().phases())
        .containsExactly(new Phase(Phase.Kind.FREEZE, 60), new Phase(Phase.Kind.ACTIVE_THAW, 180));
    assertThat(first.placement().tip(Vec3.ZERO, 0.03)).isEqualTo(centre);
    assertThat(first.placement().axis().z()).isCloseTo(1, within(1e-15));
    Case.PlannedNeedle second = asked.needles().get(1);
    assertThat(second.placement().direction()).isEqualTo(new Vec3(-1, 2, 3));
    assertThat(second.placement().point()).isEqualTo(Vec3.ZERO);
    assertThat(second.protocol().duration()).isEqualTo(600);
  }

  @Test
  void facesMayBeHeldAtAnyTemperature() {
    Faces faces = read(GOOD + "grid: {faces: 22 degC}\n").asked().faces();
    assertThat(faces).isEqualTo(new Faces(Faces.Kind.HELD, 295.15));
  }

  @Test
  void sevenFaultsOfAFileAreSevenFindingsWithTheirLines() {
    String yaml =
        lines(
            "iceball: 1",
            "anatomy: {phantom: {size: [60 mm, 60, 60 mm]}}", // 2: no unit
            "regions:",
            "  - {label: 0, tissue: livr, role: organ}", // 4: unknown tissue
            "grid:",
            "  spacing: 9 mm", // 6: out of range
            "  arround: 30 mm", // 7: unknown key
            "needles:",
            "  - probe: 17G", // 9: neither entry nor direction
            "    target: {point: [0 mm, 0 mm, 0 s]}", // 10: a time
            "    protocol: 10",
            "lethal: -20 degC"); // 11: no protocol
    assertThat(findings(yaml).stream().map(f -> f.line() + " " + f.complaint().code()))
        .containsExactly(
            "2 missing-unit",
            "4 unknown-name",
            "6 out-of-range",
            "7 unknown-key",
            "9 missing-key",
            "10 wrong-unit",
            "11 bad-protocol");
    assertThat(findings(yaml).get(1).remedy()).startsWith("did you mean `liver`?");
    assertThat(findings(yaml).get(3).toString())
        .isEqualTo(
            "line 7, grid.arround: `arround` is no key known here. Did you mean `around`? Known"
                + " here: spacing, around, faces. [unknown-key]");
  }

  @Test
  void theExampleReads() {
    Path example = repository().resolve("examples/perivascular.yaml");
    Case asked = CaseReader.read(example, List.of());
    assertThat(asked.needles()).hasSize(2);
    assertThat(asked.needles().get(0).probe().name()).isEqualTo("17G");
    assertThat(asked.spacing()).isEqualTo(1e-3);
    assertThat(asked.needles().get(0).protocol().duration()).isEqualTo(1500);
  }

  @Test
  void theRealCaseReadsWithItsDataFolder() {
    Path data = Path.of(System.getProperty("iceball.shared", "none"), "geometry");
    Assumptions.assumeTrue(
        Files.isDirectory(data), "the real anatomies are not beside this checkout: skipped");
    Path file = repository().resolve("validation/cases/msd008.yaml");
    Case asked = CaseReader.read(file, List.of(data));
    AnatomySpec.Image image = (AnatomySpec.Image) asked.anatomy();
    assertThat(image.file()).isRegularFile().isAbsolute();
    assertThat(image.written()).isEqualTo("msd_task08/case008_labels.nii.gz");
    assertThat(asked.regions()).hasSize(6);
    assertThat(asked.needles()).hasSize(2);
  }

  @Test
  void theTemplateReadsAndSaysTheDefaults() {
    Case fromTemplate = read(CaseTemplate.text()).asked();
    Case defaults = read(GOOD).asked();
    assertThat(fromTemplate.spacing()).isEqualTo(defaults.spacing());
    assertThat(fromTemplate.around()).isEqualTo(defaults.around());
    assertThat(fromTemplate.faces()).isEqualTo(defaults.faces());
    assertThat(fromTemplate.initialTemperature()).isEqualTo(defaults.initialTemperature());
    assertThat(fromTemplate.thresholds()).isEqualTo(defaults.thresholds());
    assertThat(fromTemplate.margins()).isEqualTo(defaults.margins());
    assertThat(fromTemplate.lethal()).isEqualTo(defaults.lethal());
    assertThat(fromTemplate.snapshotEvery()).isEqualTo(defaults.snapshotEvery());
    assertThat(fromTemplate.numerics()).isEqualTo(defaults.numerics());
  }

  @Test
  void everyCommentedLineOfTheTemplateWorksOnceUncommented() {
    String template = CaseTemplate.text();
    String yaml =
        template
            .replace("    tissue: hcc ", "    # tissue: hcc ")
            .replace("    # tissue: {base", "    tissue: {base")
            .replace("    # protocol: 15-5-10", "    protocol: 15-5-10")
            .replace("\nprotocol: 10-5-10", "")
            .replace("# protocol: freeze", "protocol: freeze")
            .replace("    direction: [0, 0, 1]      #", "    #")
            .replace("    # entry:", "    entry:")
            .replace("  # threads: 4", "  threads: 4");
    Case asked = read(yaml).asked();
    assertThat(asked.numerics().threads()).isEqualTo(4);
    assertThat(asked.needles().get(0).protocol().duration()).isEqualTo(1800);
    assertThat(asked.needles().get(1).protocol().duration()).isEqualTo(1680);
    assertThat(asked.needles().get(0).placement().entry()).isEqualTo(Vec3.mm(0, 30, 90));
    assertThat(asked.regions().get(3).tissue().value(TissueProperty.PERFUSION)).isEqualTo(0.005);
  }

  /** The repository's root, from the module's folder or the root itself. */
  static Path repository() {
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("examples")) ? here : here.getParent();
  }
}
