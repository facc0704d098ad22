package org.iceball.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GridStudyCommandTest {
  private static final String SMALL =
      SmallCase.patient("Small", "36 mm, 36 mm, 45 mm", "12 mm")
          + SmallCase.NEEDLE
          + """
            protocol: freeze 3 min
            grid: {spacing: 1.5 mm, around: everything}
            """;

  @TempDir Path folder;

  @Test
  void everyFigureComesOnThreeGridsWithItsOrderAndItsBar() throws IOException {
    Path file = Files.writeString(folder.resolve("case.yaml"), SMALL);
    Path out = folder.resolve("study");
    Ran ran = Ran.iceball("grid-study", file, "--out", out, "--quiet");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("Grid study: Small", "1.5 mm", "2.25 mm", "3.375 mm", "0 degC, ever reached")
        .contains("least margin", "target + 5 mm", "Research use only")
        .matches("\\p{ASCII}+");
    assertThat(out.resolve("grid-study.txt")).isNotEmptyFile();
    assertThat(out.resolve("grid-study.png")).isNotEmptyFile();
    JsonNode study = JsonMapper.shared().readTree(Files.readString(out.resolve("grid-study.json")));
    assertThat(study.at("/grids/0/spacing_mm").asDouble()).isEqualTo(1.5);
    assertThat(study.at("/grids/2/spacing_mm").asDouble()).isEqualTo(3.375);
    JsonNode ice = study.at("/rows/0");
    assertThat(ice.get("of").asString()).isEqualTo("0 degC, ever reached");
    assertThat(ice.get("quantity").asString()).isEqualTo("volume");
    double[] v = new double[3];
    for (int n = 0; n < 3; n++) {
      v[n] = ice.at("/values/" + n).asDouble();
      assertThat(v[n]).isBetween(2.0, 8.0);
    }
    assertThat(ice.get("error").asDouble()).isBetween(0.001, 3.0);
    boolean oneWay = (v[1] - v[0]) * (v[2] - v[1]) > 0;
    boolean smaller = Math.abs(v[1] - v[0]) < Math.abs(v[2] - v[1]);
    assertThat(ice.get("behaviour").asString().equals("monotone")).isEqualTo(oneWay && smaller);
  }

  @Test
  void jsonIsAllThatStandardOutputHoldsAndNothingIsWrittenUnasked() throws IOException {
    Path file = Files.writeString(folder.resolve("case.yaml"), SMALL);
    Ran ran = Ran.iceball("grid-study", file, "--json", "--quiet", "--spacing", "2 mm");
    assertThat(ran.code()).isZero();
    JsonNode study = JsonMapper.shared().readTree(ran.out());
    assertThat(study.at("/grids/1/spacing_mm").asDouble()).isEqualTo(3);
    try (var left = Files.list(folder)) {
      assertThat(left).hasSize(1);
    }
  }
}
