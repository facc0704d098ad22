package org.iceball.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The single-precision loops are the double-precision ones with another word in them. */
class KernelTwinTest {
  private static final Path SOURCES = Path.of("src", "main", "java", "org", "iceball", "solve");
  private static final String WIDE = "/* wide */ double";
  private static final String KEPT = "@kept@";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HeatKernel",
        "PlaneLoops",
        "PlaneState",
        "Balance",
        "Crossing",
        "Coefficients",
        "Neighbours",
        "Seams",
        "Touches",
        "Work",
        "Loops",
        "PlainLoops",
        "VectorLoops"
      })
  void theTwinSaysTheSame(String name) throws IOException {
    String twin =
        Files.readString(SOURCES.resolve(name + "64.java"))
            .replace(WIDE, KEPT)
            .replace("in double precision", "in single precision")
            .replace("double", "float")
            .replace("Double", "Float")
            .replaceAll("\\b(?<name>[A-Z][A-Za-z]+)64\\b", "${name}32")
            .replace(KEPT, WIDE);
    String actual = Files.readString(SOURCES.resolve(name + "32.java"));
    assertThat(words(actual))
        .as("make %s32.java anew from %s64.java, see this test for how", name, name)
        .isEqualTo(words(twin));
  }

  /** The text, one word a line, so that a line break in another place is no difference. */
  private static String words(String text) {
    return text.replaceAll("\\(\\s+", "(").replaceAll("[\\s*]+", "\n");
  }
}
