package org.iceball.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlanCommandTest {
  static final String SITE =
      """
      # what the planner keeps
      iceball: 1
      title: Small site
      coordinates: LPS
      anatomy:
        phantom:
          size: [80 mm, 80 mm, 80 mm]
          shapes:
            - {label: 1, box: {size: [70 mm, 70 mm, 70 mm]}}
            - {label: 2, ellipsoid: {centre: [6 mm, 0 mm, 0 mm], axes: [12 mm, 12 mm, 12 mm]}}
      regions:
        - {label: 0, name: outside, tissue: fat, role: surrounding}
        - {label: 1, name: liver, tissue: liver, role: organ}
        - {label: 2, name: tumour, tissue: hcc, role: target}
      needles:
        - name: A
          probe: {base: 17G-short, active_length: 18 mm}
          target: {from: target_centre}
          direction: [0, 0, 1]
      # after the needles
      protocol: freeze 4 min
      grid: {spacing: 3 mm, around: 18 mm}
      """;

  /** Liver in a shell of bowel. */
  private static final String SHELL =
      "- {label: 3, ellipsoid: {centre: [6 mm, 0 mm, 0 mm], axes: [56 mm, 56 mm, 56 mm]}}\n"
          + "      - {label: 1, ellipsoid: {centre: [6 mm, 0 mm, 0 mm], axes: [44 mm, 44 mm, 44 mm]}}";

  @TempDir Path folder;

  @Test
  void aPlanIsACaseThatSimulateRunsAndTracksForSlicer() throws Exception {
    Path file = Files.writeString(folder.resolve("site.yaml"), SITE);
    Path out = folder.resolve("plans");
    Ran ran = Ran.iceball("plan", file, "--probes", "1", "--threads", "2", "--out", out);
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("Plans: Small site", "Research use only").matches("\\p{ASCII}+");
    assertThat(ran.err()).contains("1 needle: best of 1 covers", "1 needle done, confirmed");
    for (String name : new String[] {"plan.txt", "tracks.csv", "front.png", "evaluations.csv"}) {
      assertThat(out.resolve(name)).isNotEmptyFile();
    }
    assertThat(out.resolve("needles-1/slices.png")).isNotEmptyFile();

    JsonNode plan = JsonMapper.shared().readTree(Files.readString(out.resolve("plan.json")));
    JsonNode track = plan.at("/plans/0/tracks/0");
    String text = Files.readString(out.resolve("needles-1/case.yaml"));
    assertThat(text).contains("# what the planner keeps", "# after the needles", "active_length");

    // the plan runs as it is, and its needle lies where the plan says; LPS in the file, RAS in JSON
    Path run = folder.resolve("run");
    Ran simulated =
        Ran.iceball(
            "simulate", out.resolve("needles-1/case.yaml"), "--out", run, "--quiet", "--json");
    assertThat(simulated.code()).as(simulated.err()).isZero();
    JsonNode summary = JsonMapper.shared().readTree(simulated.out());
    double covered = plan.at("/plans/0/confirmed/covered_percent").asDouble();
    assertThat(summary.findValue("covered_percent").asDouble()).isCloseTo(covered, within(0.5));

    JsonNode line =
        JsonMapper.shared().readTree(Files.readString(out.resolve("needles-1/tracks.mrk.json")));
    JsonNode tip = line.at("/markups/0/controlPoints/0/position");
    assertThat(line.at("/markups/0/coordinateSystem").asString()).isEqualTo("LPS");
    assertThat(tip.get(0).asDouble()).isCloseTo(-track.at("/tip_mm/0").asDouble(), within(2e-3));
    assertThat(tip.get(1).asDouble()).isCloseTo(-track.at("/tip_mm/1").asDouble(), within(2e-3));
    assertThat(tip.get(2).asDouble()).isCloseTo(track.at("/tip_mm/2").asDouble(), within(2e-3));

    Ran again = Ran.iceball("plan", file, "--probes", "1", "--out", out, "--quiet", "--json");
    assertThat(again.err()).isEmpty();
    assertThat(JsonMapper.shared().readTree(again.out()).get("coarse_runs").asInt()).isZero();

    Child elsewhere =
        Child.start(
            folder, List.of(), "plan", file, "--probes", "1", "--out", out, "--quiet", "--json");
    assertThat(elsewhere.end()).as(elsewhere.said()).isZero();
    assertThat(JsonMapper.shared().readTree(elsewhere.printed()).get("coarse_runs").asInt())
        .as("runs of another process with the same case")
        .isZero();
  }

  @Test
  void aNumberOfNeedlesThatIsNoneIsRefused() {
    Ran ran = Ran.iceball("plan", "x.yaml", "--probes", "3..1", "--out", folder.resolve("p"));
    assertThat(ran.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("write 2, or 1..4");
  }

  @Test
  void aTumourBehindBowelIsRefusedWithWhatIsInTheWay() throws IOException {
    String bowel =
        SITE.replace("- {label: 1, box: {size: [70 mm, 70 mm, 70 mm]}}", SHELL)
            .replace(
                "regions:",
                "regions:\n  - {label: 3, name: bowel, tissue: muscle, role: surrounding}");
    Ran ran = refused(bowel);
    assertThat(ran.err())
        .contains(
            "no straight way into the target",
            "100 % of them because the needle crosses",
            "most often bowel");
  }

  @Test
  void noWindowIsRefusedWithHowManyTracksMissIt() throws IOException {
    String far =
        "plan: {window: {centre: [6 mm, 0 mm, 35 mm], radius: 1 mm}, axial_angle: 45 deg}\n";
    Ran ran = refused(SITE + far);
    assertThat(ran.err())
        .contains("because the needle misses the entry window", "is too steep to an axial slice");
  }

  private Ran refused(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("site.yaml"), text);
    Path out = folder.resolve("plans");
    Ran ran = Ran.iceball("plan", file, "--probes", "1", "--out", out);
    assertThat(ran.code()).isEqualTo(65);
    assertThat(ran.err()).contains("[no-track]", "Loosen the rule that refuses most");
    assertThat(ran.out()).isEmpty();
    assertThat(out).doesNotExist();
    return ran;
  }

  @Test
  void aFolderWithOtherThingsIsLeftAlone() throws IOException {
    Files.writeString(folder.resolve("letter.txt"), "mine");
    Path file = Files.writeString(folder.resolve("site.yaml"), SITE);
    Ran ran = Ran.iceball("plan", file, "--out", folder);
    assertThat(ran.code()).isEqualTo(74);
    assertThat(ran.err()).contains("no plans of an earlier search");
  }
}
