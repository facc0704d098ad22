package org.iceball.io.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.iceball.grid.Vec3;
import org.iceball.model.Case;
import org.junit.jupiter.api.Test;

class CaseExplainerTest extends CaseFileTestBase {

  @Test
  void everyValueSaysWhoSetIt() {
    String text = CaseExplainer.explain(read(GOOD + "grid: {spacing: 2 mm}\n"));
    assertThat(text).containsPattern("spacing +2 mm +case file\n");
    assertThat(text).containsPattern("around target and needles +30 mm +default\n");
    assertThat(text).containsPattern("zones +0 degC, -20 degC, -40 degC +default\n");
    assertThat(text).containsPattern("start +0 s +default\n");
    assertThat(text).containsPattern("protocol +freeze 10 min, thaw 5 min passive, .* case file\n");
  }

  @Test
  void everyNumberOfTissueAndProbeHasItsSource() {
    String text =
        CaseExplainer.explain(
            read(spoilt("tissue: hcc", "tissue: {base: hcc, perfusion: 0.005 1/s}")));
    assertThat(text)
        .containsPattern("perfusion +0.016 1/s \\(0.0125 1/s to 0.02 1/s\\) +library \\[\\d+\\]\n");
    assertThat(text).containsPattern("perfusion +0.005 1/s +case file\n");
    assertThat(text)
        .containsPattern("diameter +1.47 mm \\(1.45 mm to 1.49 mm\\) +library \\[\\d+\\]");
    assertThat(text).containsPattern("\\[\\d+\\] Dig Dis Sci 1999");
    assertThat(text).containsPattern("frozen law +rabin +library \\[\\d+\\]\n");
    assertThat(text).doesNotContain("frozen conductivity"); // the Rabin form has its own
    assertThat(text).containsPattern("\\[\\d+\\] .*\\(assumed; no table of active lengths");
  }

  @Test
  void needlesStandWhereTheyLie() {
    CaseReading reading = read(GOOD);
    assertThat(CaseExplainer.explain(reading))
        .containsPattern("tip +target centre \\+ \\(0, 6, -17.5\\) mm +computed");
    assertThat(CaseExplainer.explain(reading, Vec3.mm(10, 20, 30)))
        .containsPattern("tip +\\(10, 26, 12.5\\) mm +computed")
        .containsPattern("end of active zone +\\(10, 26, 47.5\\) mm +computed");
  }

  @Test
  void anAssumedLastThawIsSaid() {
    String text = CaseExplainer.explain(read(spoilt("10-5-10", "freeze 10 min, thaw active")));
    assertThat(text).contains("freeze 10 min, thaw 3 min active");
    assertThat(text).contains("protocol leaves the last thaw open; it is taken to last 3 min.");
  }

  @Test
  void anOverrideOfTheCommandLineIsSaid() {
    CaseReading reading = read(GOOD);
    Case c = reading.asked();
    Case coarse =
        new Case(
            c.title(),
            c.anatomy(),
            c.regions(),
            2e-3,
            c.around(),
            c.faces(),
            c.initialTemperature(),
            c.needles(),
            c.thresholds(),
            c.margins(),
            c.lethal(),
            c.snapshotEvery(),
            c.numerics());
    assertThat(CaseExplainer.explain(reading.overridden("grid.spacing", coarse)))
        .containsPattern("spacing +2 mm +command line\n");
  }

  @Test
  void theExampleIsExplainedWithoutEscapesOrInfinities() {
    Path example = CaseReaderTest.repository().resolve("examples/perivascular.yaml");
    String text = CaseExplainer.explain(CaseReader.readTraced(example, List.of()));
    assertThat(text).doesNotContain("Infinity").doesNotContain("NaN");
    String nasty = spoilt("title: Good", "title: \"a\\e[31mred\"");
    assertThat(CaseExplainer.explain(read(nasty))).doesNotContain("\u001b");
  }
}
