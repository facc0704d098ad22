package org.iceball.io.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.iceball.device.VesselTree.Inlet;
import org.iceball.model.BloodSupply;
import org.iceball.model.Case;
import org.iceball.model.Region;
import org.iceball.model.VesselModel;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a case says about its blood, its vessels and the structures to be spared. */
class BloodSectionTest extends CaseFileTestBase {
  private static final String SHAPES = "shapes:";
  private static final String TUBE =
      "shapes:\n      - {label: 2, tube: {diameter: 5 mm, points: [[20 mm, 0 mm, -30 mm], [20 mm, 0"
          + " mm, 30 mm]]}}";
  private static final String VEIN = "- {label: 2, name: vein, tissue: blood, role: vessel";

  private static String vein(String more) {
    return spoilt(SHAPES, TUBE)
        .replace("needles:", "  " + VEIN + more + "}\nneedles:")
        .replace("\n  - {label: 2", "\n  - {label: 2");
  }

  private static String with(String more) {
    return GOOD + more + "\n";
  }

  @Test
  void aVesselSaysItsModelItsVelocityAndItsInlet() {
    Case asked =
        read(vein(", vessel: {model: advective, velocity: 25 cm/s, inlet: branches}")).asked();
    Region vein = asked.regions().get(2);
    assertThat(vein.flow().model()).contains(new VesselModel.Advective());
    assertThat(vein.flow().velocity()).isEqualTo(0.25);
    assertThat(vein.flow().inlet()).isEqualTo(Inlet.BRANCHES);
  }

  @Test
  void aVesselThatSaysNothingGoesByItsCalibre() {
    Case asked = read(vein("")).asked();
    Region vein = asked.regions().get(2);
    assertThat(vein.flow()).isEqualTo(Region.VesselFlow.USUAL);
    BloodSupply blood = asked.blood();
    assertThat(blood.model(vein.flow().model(), 0.9e-3)).isEqualTo(new VesselModel.PerfusionOnly());
    assertThat(blood.model(vein.flow().model(), 2e-3)).isEqualTo(new VesselModel.Advective());
    assertThat(blood.model(vein.flow().model(), 5e-3)).isEqualTo(new VesselModel.ConvectiveWall());
  }

  @Test
  void aVesselsOwnModelStandsAboveThatOfTheCaseAndBelowThatOfTheCommandLine() {
    String yaml = vein(", vessel: {model: fixed}") + "blood: {vessels: advective}\n";
    CaseReading reading = read(yaml);
    Region vein = reading.asked().regions().get(2);
    assertThat(reading.asked().blood().model(vein.flow().model(), 5e-3))
        .isEqualTo(new VesselModel.FixedTemperature());
    Case forced = new Overrides(null, null, null, null, "perfusion").applyTo(reading).asked();
    assertThat(forced.blood().model(vein.flow().model(), 5e-3))
        .isEqualTo(new VesselModel.PerfusionOnly());
    Case calibre = new Overrides(null, null, null, null, "calibre").applyTo(reading).asked();
    assertThat(calibre.blood().model(vein.flow().model(), 5e-3))
        .isEqualTo(new VesselModel.ConvectiveWall());
  }

  @Test
  void clampsBloodFlowAndLimitsAreRead() {
    String yaml =
        with("blood: {clamp: [{from: 12 min, to: 20 min}, {from: 0 min, to: 5 min}]}")
            .replace("role: organ}", "role: organ, blood_flow: 30 %, protect: 5 degC}");
    Case asked = read(yaml).asked();
    assertThat(asked.blood().clamps())
        .containsExactly(new BloodSupply.Clamp(0, 300), new BloodSupply.Clamp(720, 1200));
    assertThat(asked.blood().clamped(299)).isTrue();
    assertThat(asked.blood().clamped(300)).isFalse();
    assertThat(asked.regions().get(0).bloodFlow()).isCloseTo(0.3, within(1e-15));
    assertThat(asked.regions().get(0).limit()).isCloseTo(278.15, within(1e-12));
    assertThat(asked.regions().get(1).isSpared()).isFalse();
    String explained = CaseExplainer.explain(read(yaml));
    assertThat(explained).contains("30 % of the tissue's perfusion", "not below 5 degC", "clamped");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ", vessel: {velocity: 0 cm/s}|OUT_OF_RANGE|nothing flows",
        ", vessel: {velocity: 17}|MISSING_UNIT|17",
        ", vessel: {model: convektive}|UNKNOWN_NAME|convektive",
        ", vessel: {inlet: top}|UNKNOWN_NAME|top",
        ", vessel: {speed: 1 cm/s}|UNKNOWN_KEY|speed",
      })
  void whatAVesselMayNotSayIsRefusedInWords(String more, Complaint complaint, String word) {
    List<Finding> findings = findings(vein(more));
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).complaint()).isEqualTo(complaint);
    assertThat(findings.get(0).toString()).contains(word);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "blood: {vessels: radiative}",
        "blood: {clamp: [{from: 5 min, to: 5 min}]}",
        "blood: {clamp: [{from: 5 min}]}",
        "blood: {clamp: {from: 0 min, to: 1 min}}",
        "blood: {pressure: 1}",
      })
  void whatTheBloodMayNotSayIsRefused(String blood) {
    assertThat(findings(with(blood))).hasSize(1);
  }

  @Test
  void tissueThatIsNoVesselHasNoFlow() {
    List<Finding> findings = findings(spoilt("role: organ}", "role: organ, vessel: {}}"));
    assertThat(findings).extracting(Finding::complaint).containsExactly(Complaint.UNKNOWN_KEY);
    assertThat(findings.get(0).toString()).contains("no vessel");
  }

  @Test
  void aLabelWithTwoTissuesIsRefused() {
    String twice =
        vein("")
            .replace(
                "needles:",
                "  - {label: 2, name: other, tissue: fat, role: surrounding}\nneedles:");
    List<Finding> findings = findings(twice);
    assertThat(findings).extracting(Finding::complaint).contains(Complaint.DUPLICATE_NAME);
    assertThat(findings.get(0).toString()).contains("label", "2");
  }

  @Test
  void allMistakesOfTheBloodComeAtOnce() {
    String yaml =
        vein(", blood_flow: 3, protect: warm, vessel: {velocity: 0 m/s, inlet: x}")
            + "blood: {vessels: y}\n";
    assertThat(findings(yaml)).hasSize(5);
  }
}
