package org.iceball.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Vessels as a user meets them: the ladder, what if, and labels that are not as they should be. */
class VesselsCommandTest {
  private static final String CASE =
      """
      iceball: 1
      title: A vein
      anatomy:
        phantom:
          size: [48 mm, 48 mm, 48 mm]
          shapes:
            - {label: 1, box: {size: [48 mm, 48 mm, 48 mm]}}
            - {label: 2, ellipsoid: {axes: [16 mm, 16 mm, 16 mm]}}
      VEIN
      regions:
        - {label: 0, name: outside, tissue: liver, role: surrounding}
        - {label: 1, name: liver, tissue: liver, role: organ}
        - {label: 2, name: tumour, tissue: hcc, role: target}
        - {label: 3, name: vein, tissue: blood, role: vesselFLOW}
      needles:
        - name: A
          probe: 17G-short
          target: {from: target_centre, offset: [0 mm, 0 mm, 0 mm]}
          direction: [0, 0, 1]
      protocol: freeze 3 min
      grid: {spacing: 2 mm, around: AROUND}
      """;

  private static final String STRAIGHT =
      "tube: {points: [[13 mm, 0 mm, -24 mm], [13 mm, 0 mm, 24 mm]], diameter: 8 mm}";

  @TempDir Path folder;

  private Path write(String around, String flow, String... veins) throws IOException {
    StringBuilder shapes = new StringBuilder();
    for (String v : veins) {
      shapes.append("      - {label: 3, ").append(v).append("}\n");
    }
    String text =
        CASE.replace("VEIN\n", shapes.toString()).replace("AROUND", around).replace("FLOW", flow);
    return Files.writeString(folder.resolve("case.yaml"), text);
  }

  @Test
  void simulateTellsWhatMoreFreezeAndOneNeedleMoreWouldDo() throws IOException {
    Path out = folder.resolve("out");
    Ran ran =
        Ran.iceball(
            "simulate",
            write("everything", "", STRAIGHT),
            "--out",
            out,
            "--quiet",
            "--no-error-bar",
            "--what-if");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("What if", "5 min longer", "one needle more");
    assertThat(out.resolve("what-if.png")).isNotEmptyFile();
    JsonNode summary = JsonMapper.shared().readTree(Files.readString(out.resolve("summary.json")));
    JsonNode runs = summary.at("/what_if/runs");
    assertThat(runs).hasSize(3);
    // the same cells here: as it is, it is the run itself
    assertThat(runs.at("/0/vessels/0/target_alive_ml"))
        .isEqualTo(lastRow(summary).get("target_alive_ml"));
    assertThat(alive(runs.get(1))).isLessThan(alive(runs.get(0)));
    assertThat(alive(runs.get(2))).isLessThan(alive(runs.get(0)));
    assertThat(runs.at("/2/needle/tip_ras_mm")).hasSize(3);
    assertThat(runs.at("/1/needle").isNull()).isTrue();
  }

  private static JsonNode lastRow(JsonNode summary) {
    JsonNode rows = summary.at("/vessels/0/history");
    return rows.get(rows.size() - 1);
  }

  private static double alive(JsonNode run) {
    return run.at("/vessels/0/target_alive_ml").asDouble()
        + run.at("/vessels/0/margin_alive_ml").asDouble();
  }

  @Test
  void theLadderIsATableOfFourColumns() throws IOException {
    Ran ran = Ran.iceball("vessels", write("everything", "", STRAIGHT));
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .containsPattern("perfusion +advective +convective +fixed")
        .contains("vein, 8", "margin alive [ml]", "ml/min in at the trunk");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tube: {points: [[13 mm, 0 mm, -24 mm], [13 mm, 0 mm, -4 mm]], diameter: 6 mm}"
            + "|tube: {points: [[13 mm, 0 mm, 6 mm], [13 mm, 0 mm, 24 mm]], diameter: 6 mm}"
            + "|everything|not connected: 2 parts, each taken as a vessel of its own",
        "tube: {points: [[13 mm, -20 mm, 0 mm], [13 mm, 20 mm, 0 mm]], diameter: 5 mm}"
            + "|tube: {points: [[13 mm, -14 mm, 0 mm], [13 mm, -14 mm, 20 mm], [13 mm, 14 mm, 20 mm],"
            + " [13 mm, 14 mm, 0 mm]], diameter: 5 mm}|everything|closes on itself and was cut open",
        "tube: {points: [[13 mm, 0 mm, -24 mm], [13 mm, 0 mm, 24 mm]], diameter: 6 mm}"
            + "|tube: {points: [[13 mm, 0 mm, 0 mm], [13 mm, 0 mm, 1 mm]], diameter: 6 mm}"
            + "|6 mm|leaves the grid at 2 places",
      })
  void whatIsWrongWithAVesselIsSaid(String first, String second, String around, String said)
      throws IOException {
    Ran ran = Ran.iceball("vessels", write(around, "", first, second), "--found");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains(said);
  }

  @Test
  void aVesselWithoutFlowIsRefused() throws IOException {
    Ran ran = Ran.iceball("vessels", write("everything", ", vessel: {velocity: 0 cm/s}", STRAIGHT));
    assertThat(ran.code()).isEqualTo(65);
    assertThat(ran.err()).contains("nothing flows in this vessel");
  }

  @Test
  void aLabelWithTwoTissuesIsRefused() throws IOException {
    Path file = write("everything", "", STRAIGHT);
    String text = Files.readString(file);
    Files.writeString(
        file,
        text.replace(
            "needles:\n",
            "  - {label: 3, name: second vein, tissue: liver, role: organ}\nneedles:\n"));
    Ran ran = Ran.iceball("vessels", file);
    assertThat(ran.code()).isEqualTo(65);
    assertThat(ran.err()).contains("has the label `3` already");
  }
}
