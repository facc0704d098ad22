package org.iceball.io.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One mistake a row: exactly one finding, at its place, of its kind, with a remedy. */
class CaseComplaintsTest extends CaseFileTestBase {

  @Test
  void theGoodCaseHasNoFindings() {
    assertThat(findings(GOOD)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // replaced | by | complaint | place | line | in the cause
        "iceball: 1|iceball: 2|OUT_OF_RANGE|iceball|1|2 is out of range",
        "iceball: 1|iceball: one|NOT_A_NUMBER|iceball|1|no whole number",
        "iceball: 1|# nothing|MISSING_KEY|iceball|2|`iceball` is missing",
        "title: Good|title:|WRONG_TYPE|title|2|has no value",
        "title: Good|title: [a, b]|WRONG_TYPE|title|2|a single value",
        "title: Good|titel: Good|UNKNOWN_KEY|titel|2|`titel` is no key",
        "60 mm]|60]|MISSING_UNIT|anatomy.phantom.size|5|`60` has no unit",
        "60 mm]|60 s]|WRONG_UNIT|anatomy.phantom.size|5|is a time, not a length",
        "60 mm]|60 km]|WRONG_UNIT|anatomy.phantom.size|5|no unit known here",
        "60 mm]|.nan mm]|NOT_A_NUMBER|anatomy.phantom.size|5|no number",
        "60 mm]|9 m]|OUT_OF_RANGE|anatomy.phantom.size|5|out of range",
        "60 mm]|60 mm, 3 mm]|WRONG_TYPE|anatomy.phantom.size|5|three numbers",
        "{axes|{axis: 3 mm, axes|UNKNOWN_KEY|anatomy.phantom.shapes[0].ellipsoid.axis|7|`axis`",
        "{axes: [20 mm, 20 mm, 20 mm]}|{}|MISSING_KEY|anatomy.phantom.shapes[0].ellipsoid.axes|7|axes",
        "{axes: [20 mm, 20 mm, 20 mm]}|{axes: 3 mm}|WRONG_TYPE|"
            + "anatomy.phantom.shapes[0].ellipsoid.axes|7|three numbers",
        "ellipsoid: {axes: [20 mm, 20 mm, 20 mm]}|tube: {diameter: 3 mm}|MISSING_KEY|"
            + "anatomy.phantom.shapes[0].tube.points|7|points",
        "ellipsoid: {axes: [20 mm, 20 mm, 20 mm]}|"
            + "tube: {diameter: 3 mm, points: [[0 mm, 0 mm, 0 mm]]}|OUT_OF_RANGE|"
            + "anatomy.phantom.shapes[0].tube.points|7|has 1 item",
        "ellipsoid: {axes: [20 mm, 20 mm, 20 mm]}|"
            + "tube: {points: [[0 mm, 0 mm, 0 mm], [0 mm, 0 mm, 9 mm]]}|MISSING_KEY|"
            + "anatomy.phantom.shapes[0].tube.diameter|7|diameter",
        "{label: 4, ellipsoid|{label: 4, box: {size: [9 mm, 9 mm, 9 mm]}, ellipsoid|MISSING_KEY|"
            + "anatomy.phantom.shapes[0].box|7|box",
        "{label: 4, ell|{ell|MISSING_KEY|anatomy.phantom.shapes[0].label|7|label",
        "{label: 4, ell|{label: 0, ell|EMPTY_TARGET|regions|9|no shape of the phantom paints",
        "- {label: 0, name: liver, tissue: liver, role: organ}|#|LABEL_WITHOUT_TISSUE|regions|10|"
            + "has label 0, and no region",
        "role: target|role: organ|EMPTY_TARGET|regions|9|no region is the target",
        "tissue: liver|tissue: lver|UNKNOWN_NAME|regions[0].tissue|9|`lver` is no tissue",
        "tissue: liver|tissue: {base: lver}|UNKNOWN_NAME|regions[0].tissue.base|9|`lver`",
        "tissue: liver|tissue: {density: 1000 kg/m3}|MISSING_KEY|regions[0].tissue.base|9|base",
        "tissue: liver|tissue: [liver]|WRONG_TYPE|regions[0].tissue|9|single value",
        "tissue: liver|tissue: {base: liver, density: -1 kg/m3}|OUT_OF_RANGE|"
            + "regions[0].tissue.density|9|out of range",
        "tissue: liver|tissue: {base: liver, perfusion: 100 ml/min/100g}|WRONG_UNIT|"
            + "regions[0].tissue.perfusion|9|per mass",
        "tissue: liver|tissue: {base: liver, solidus: 0 degC}|OUT_OF_RANGE|"
            + "regions[0].tissue.solidus|9|not warmer than the solidus",
        "tissue: liver|tissue: {base: liver, frozen_law: rubin}|UNKNOWN_NAME|"
            + "regions[0].tissue.frozen_law|9|`rubin`",
        "tissue: liver, role: organ|role: organ|MISSING_KEY|regions[0].tissue|9|tissue",
        "tissue: liver, role: organ|tissue: liver|MISSING_KEY|regions[0].role|9|role",
        "role: organ|role: orgam|UNKNOWN_NAME|regions[0].role|9|`orgam`",
        "{label: 0, name|{name|MISSING_KEY|regions[0].label|9|label",
        "{label: 0, name|{label: 256, name|OUT_OF_RANGE|regions[0].label|9|256",
        "label: 0, name|label: 4, name|DUPLICATE_NAME|regions[1].label|10|label `4`",
        "name: tumour|name: liver|DUPLICATE_NAME|regions[1].name|10|name `liver`",
        "probe: 17G|probe: 71G|UNKNOWN_NAME|needles[0].probe|13|`71G` is no probe",
        "probe: 17G|probe: {base: 71G}|UNKNOWN_NAME|needles[0].probe.base|13|`71G`",
        "probe: 17G|probe: {base: 17G, diameter: 2 cm}|OUT_OF_RANGE|needles[0].probe.diameter|13|",
        "probe: 17G|start: 0 s|MISSING_KEY|needles[0].probe|12|probe",
        "probe: 17G|probe: {diameter: 2 mm}|MISSING_KEY|needles[0].probe.base|13|base",
        "{from: target_centre, offset: [0 mm, 6 mm, 0 mm]}|middle|WRONG_TYPE|needles[0].target|14|",
        "{from: target_centre, o|{from: centre, o|UNKNOWN_NAME|needles[0].target.from|14|`centre`",
        "{from: target_centre, o|{o|MISSING_KEY|needles[0].target.point|14|point",
        "{from: target_centre, o|{point: [0 mm, 0 mm, 0 mm], o|UNKNOWN_KEY|"
            + "needles[0].target.offset|14|has a point",
        "direction: [0, 0, 1]|aim: tip|MISSING_KEY|needles[0].entry|12|entry",
        "direction: [0, 0, 1]|direction: [0, 0, 0]|OUT_OF_RANGE|needles[0].direction|15|no length",
        "direction: [0, 0, 1]|direction: [0, 0, 1 mm]|NOT_A_NUMBER|needles[0].direction|15|plain",
        "direction: [0, 0, 1]|direction: [0, 1]|WRONG_TYPE|needles[0].direction|15|three",
        "direction: [0, 0, 1]|entry: [0 mm, 6 mm, 0 mm]|OUT_OF_RANGE|needles[0].entry|15|same point",
        "name: A|aim: tipp|UNKNOWN_NAME|needles[0].aim|12|`tipp`",
        "name: A|start: -1 s|OUT_OF_RANGE|needles[0].start|12|out of range",
        "protocol: 10-5-10|# none|MISSING_KEY|needles[0].protocol|12|protocol",
        "protocol: 10-5-10|protocol: 10-x-10|BAD_PROTOCOL|protocol|16|no phase",
        "protocol: 10-5-10|protocol: [{a: b}]|WRONG_TYPE|protocol|16|single value",
        "title: Good|coordinates: RSA|UNKNOWN_NAME|coordinates|2|`RSA`",
        "title: Good|grid: {spacing: 0.1 mm}|OUT_OF_RANGE|grid.spacing|2|out of range",
        "title: Good|grid: {around: 1 mm}|OUT_OF_RANGE|grid.around|2|out of range",
        "title: Good|grid: {around: all}|NOT_A_NUMBER|grid.around|2|no number",
        "title: Good|grid: {faces: -200 degC}|OUT_OF_RANGE|grid.faces|2|out of range",
        "title: Good|grid: 1 mm|WRONG_TYPE|grid|2|keys and values",
        "title: Good|start_temperature: 130 degC|OUT_OF_RANGE|start_temperature|2|out of range",
        "title: Good|zones: []|OUT_OF_RANGE|zones|2|has 0 items",
        "title: Good|zones: -20 degC|WRONG_TYPE|zones|2|should be a list",
        "title: Good|zones: [-20 degC, -20 degC]|DUPLICATE_NAME|zones[1]|2|already",
        "title: Good|zones: [0 degC]|MISSING_KEY|lethal|1|`lethal` is missing",
        "title: Good|lethal: -21 degC|OUT_OF_RANGE|lethal|2|none of the zones",
        "title: Good|injury: [cold-21]|UNKNOWN_NAME|injury[0]|2|no injury law known",
        "title: Good|injury: [cold-20, cold-20]|DUPLICATE_NAME|injury[1]|2|already",
        "title: Good|injury: cold-20|WRONG_TYPE|injury|2|should be a list",
        "title: Good|margins: [-1 mm]|OUT_OF_RANGE|margins[0]|2|out of range",
        "title: Good|snapshots: 0 s|OUT_OF_RANGE|snapshots|2|out of range",
        "title: Good|numerics: {stepper: rk4}|UNKNOWN_NAME|numerics.stepper|2|`rk4`",
        "title: Good|numerics: {precision: fp16}|UNKNOWN_NAME|numerics.precision|2|`fp16`",
        "title: Good|numerics: {threads: 0}|OUT_OF_RANGE|numerics.threads|2|0 is out",
        "title: Good|numerics: {threads: 1.5}|NOT_A_NUMBER|numerics.threads|2|no whole number",
        "title: Good|numerics: {backend: cuda}|UNKNOWN_NAME|numerics.backend|2|`cuda`",
      })
  void oneMistakeIsOneFinding(
      String good, String bad, Complaint complaint, String place, int line, String cause) {
    List<Finding> findings = findings(spoilt(good, bad));
    assertThat(findings).as(findings.toString()).hasSize(1);
    Finding finding = findings.get(0);
    assertThat(finding.complaint()).isEqualTo(complaint);
    assertThat(finding.place()).isEqualTo(place);
    assertThat(finding.line()).isEqualTo(line);
    assertThat(finding.cause()).contains(cause == null ? "" : cause);
    assertThat(finding.remedy()).isNotBlank();
    assertThat(finding.cause()).doesNotEndWith(".");
    assertThat(finding.remedy()).doesNotEndWith(".");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|iceball anatomy regions needles",
        "'[]'|''",
        "'iceball: 1'|anatomy regions needles",
        "'{iceball: 1, anatomy: {}, regions: [], needles: []}'|image"
      })
  void anEmptyCaseMissesItsKeysAndNothingElse(String yaml, String missing) {
    assertThat(
            findings(yaml).stream()
                .filter(f -> f.complaint() == Complaint.MISSING_KEY)
                .map(f -> f.place().replaceFirst(".*\\.", "")))
        .containsExactlyInAnyOrder(missing.isEmpty() ? new String[0] : missing.split(" "));
    assertThat(findings(yaml)).isNotEmpty();
  }

  @Test
  void aPaintedLabelWithoutARegionIsRefused() {
    String shape = "      - {label: 4, ell";
    String more = "      - {label: 7, box: {size: [9 mm, 9 mm, 9 mm]}}\n" + shape;
    List<Finding> findings = findings(spoilt(shape, more));
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).complaint()).isEqualTo(Complaint.LABEL_WITHOUT_TISSUE);
    assertThat(findings.get(0).remedy()).isEqualTo("add a region with `label: 7` and its tissue");
  }

  @Test
  void twoNeedlesOfOneNameAreRefused() {
    String needle = GOOD.substring(GOOD.indexOf("  - name: A"), GOOD.indexOf("protocol"));
    List<Finding> findings = findings(spoilt(needle, needle + needle));
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).complaint()).isEqualTo(Complaint.DUPLICATE_NAME);
    assertThat(findings.get(0).place()).isEqualTo("needles[1].name");
    assertThat(findings.get(0).line()).isEqualTo(16);
  }

  @Test
  void sixtyFourNeedlesAreTakenAndOneMoreIsNot() {
    String needle = GOOD.substring(GOOD.indexOf("  - name: A"), GOOD.indexOf("protocol"));
    String nameless = needle.replace("- name: A\n    probe", "- probe");
    assertThat(read(spoilt(needle, nameless.repeat(64))).asked().needles()).hasSize(64);
    List<Finding> findings = findings(spoilt(needle, nameless.repeat(65)));
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).cause()).isEqualTo("`needles` has 65 items");
  }
}
