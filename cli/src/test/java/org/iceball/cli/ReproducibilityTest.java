package org.iceball.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One case, one result: whatever the locale, the compiler, the machine's size or the Java release.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReproducibilityTest {
  /** Names the home of another Java, to be tried in the long tier. */
  private static final String OTHER_JAVA = "ICEBALL_OTHER_JAVA";

  /** Two tissues, a vessel, a tilted needle, a freeze, a thaw and a second freeze. */
  private static final String CASE =
      """
      iceball: 1
      title: The same everywhere
      anatomy:
        phantom:
          size: [30 mm, 30 mm, 40 mm]
          shapes:
            - {label: 1, box: {size: [30 mm, 30 mm, 40 mm]}}
            - {label: 2, ellipsoid: {axes: [9 mm, 11 mm, 10 mm]}}
            - {label: 3, tube: {diameter: 6 mm, points: [[10 mm, 0 mm, -30 mm], [9 mm, 0 mm, 30 mm]]}}
            - {label: 4, box: {centre: [-13 mm, 0 mm, 0 mm], size: [6 mm, 30 mm, 40 mm]}}
      regions:
        - {label: 0, name: outside, tissue: fat, role: surrounding}
        - {label: 1, name: liver, tissue: liver, role: organ}
        - {label: 2, name: tumour, tissue: hcc, role: target}
        - {label: 3, name: vein, tissue: blood, role: vessel}
        - {label: 4, name: fat, tissue: fat, role: surrounding}
      needles:
        - name: A
          probe: {base: 17G, active_length: 20 mm}
          target: {from: target_centre, offset: [0 mm, 0 mm, 0 mm]}
          direction: [0.2, 0.1, 1]
      protocol: freeze 1 min, thaw 20 s passive, freeze 30 s
      grid: {spacing: 2 mm, around: everything}
      """;

  @TempDir static Path folder;
  private Path file;
  private JsonNode expected;

  @BeforeAll
  void runHere() throws IOException {
    file = Files.writeString(folder.resolve("case.yaml"), CASE);
    Ran ran = Ran.iceball(arguments("here"));
    assertThat(ran.code()).as(ran.err()).isZero();
    expected = comparable(ran.out());
  }

  private Object[] arguments(String out) {
    return new Object[] {
      "simulate", file, "--out", folder.resolve(out), "--json", "--quiet", "--no-pictures"
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Duser.language=tr -Duser.country=TR",
        "-Duser.language=ar -Duser.country=EG",
        "-XX:TieredStopAtLevel=1 -XX:ActiveProcessorCount=1",
        "-Duser.timezone=Asia/Kathmandu -Dfile.encoding=ISO-8859-1 -XX:+UseSerialGC"
      })
  void everyProcessGivesTheSameResult(String options) throws Exception {
    assertThat(run(thisJava(), options)).isEqualTo(expected);
  }

  @Test
  void theVectorLoopsGiveTheSameResult() throws Exception {
    assumeTrue(
        ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent(),
        "this Java has no incubating vectors");
    assertThat(run(thisJava(), "--add-modules jdk.incubator.vector")).isEqualTo(expected);
    assertThat(run(thisJava(), "-Xmx512m")).isEqualTo(expected);
  }

  @Test
  @Tag("long")
  void theInterpreterGivesTheSameResult() throws Exception {
    assertThat(run(thisJava(), "-Xint")).isEqualTo(expected);
  }

  @Test
  @Tag("long")
  void anotherJavaGivesTheSameResult() throws Exception {
    String home = System.getProperty(OTHER_JAVA, System.getenv(OTHER_JAVA));
    assumeTrue(home != null, "set " + OTHER_JAVA + " to the home of another Java to try it");
    assertThat(run(Path.of(home, "bin", "java"), "")).isEqualTo(expected);
  }

  private static Path thisJava() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** Runs the case in a process of its own. */
  private JsonNode run(Path java, String options) throws Exception {
    Path out = Files.createTempDirectory(folder, "out");
    Path json = Files.createTempFile(folder, "run", ".json");
    Path errors = Files.createTempFile(folder, "run", ".err");
    List<String> command = new ArrayList<>(List.of(java.toString()));
    if (!options.isEmpty()) {
      command.addAll(List.of(options.split(" ")));
    }
    String path = System.getProperty("surefire.test.class.path");
    command.addAll(
        List.of(
            "-cp",
            path != null ? path : System.getProperty("java.class.path"),
            "org.iceball.cli.Main"));
    for (Object argument : arguments(out.getFileName().toString())) {
      command.add(argument.toString());
    }
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(json.toFile())
            .redirectError(errors.toFile())
            .start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).as(options).isTrue();
    assertThat(process.exitValue()).as("%s: %s", options, Files.readString(errors)).isZero();
    return comparable(Files.readString(json, StandardCharsets.UTF_8));
  }

  /** The summary without what may differ: how long it took, and which Java it was. */
  private static JsonNode comparable(String json) {
    ObjectNode summary = (ObjectNode) JsonMapper.shared().readTree(json);
    ((ObjectNode) summary.get("engine")).remove(List.of("jdk", "threads"));
    ((ObjectNode) summary.get("run")).remove(List.of("wall_s", "cell_updates_per_s"));
    ((ObjectNode) summary.get("error_bars")).remove(List.of("wall_s", "cost_percent"));
    assertThat(summary.at("/run/state_sha256").asString()).hasSize(64);
    return summary;
  }
}
