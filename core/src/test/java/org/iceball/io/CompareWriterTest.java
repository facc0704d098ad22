package org.iceball.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.iceball.io.result.CompareText;
import org.iceball.io.result.CompareWriter;
import org.iceball.io.result.Provenance;
import org.iceball.solve.Monitor;
import org.iceball.study.compare.Comparison;
import org.iceball.study.compare.Pairing;
import org.iceball.study.compare.Residual;
import org.iceball.study.compare.TwoArms;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CompareWriterTest {
  /** Kept, to be looked at. */
  private static final Path FOLDER = Path.of("target", "compare");

  @Test
  void everyFileTellsTheSameFigures() throws IOException {
    Comparison comparison =
        Comparison.of(
            TwoArms.arm("short", 2e-3, 3, TwoArms.COLD),
            TwoArms.arm("long", 2e-3, 6, TwoArms.COLD),
            c -> TwoArms.anatomy(c.spacing(), 9e-3, true),
            2,
            s -> {},
            (arm, grid) -> new Monitor() {});
    CompareWriter.write(comparison, new Provenance("1.2.3", "17"), FOLDER, true);

    String text = Files.readString(FOLDER.resolve("compare.txt"));
    Pairing effort = comparison.pairings().get(0);
    assertThat(text)
        .contains(Disclaimer.TEXT)
        .contains(CompareText.verdict(effort))
        .contains("left facing vein, 6.0 mm wide")
        .contains("Adam 2002")
        .isASCII();
    JsonNode json = JsonMapper.shared().readTree(FOLDER.resolve("compare.json").toFile());
    assertThat(json.get("disclaimer").asString()).isEqualTo(Disclaimer.TEXT);
    assertThat(json.get("pairings").get(0).get("differences").get(2).get("left_percent").asDouble())
        .isCloseTo(100 * effort.difference(Residual.USUAL), within(0.006));
    assertThat(json.get("pairings").get(1).get("reach").get("second_time_percent").asDouble())
        .isLessThan(90);
    assertThat(Files.readAllLines(FOLDER.resolve("margins.csv"))).hasSize(1 + 2 * 36 * 72);
    BufferedImage picture = ImageIO.read(FOLDER.resolve("compare.png").toFile());
    assertThat(picture.getWidth()).isEqualTo(1400);
  }
}
