package org.iceball.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands that only look or hand out: init, explain, tissues, probes. */
class LookingCommandsTest {
  @TempDir Path folder;

  @Test
  void theCaseThatInitWritesIsAcceptedByExplain() {
    Path file = folder.resolve("my.yaml");
    Ran init = Ran.iceball("init", file);
    assertThat(init.code()).isZero();
    assertThat(init.err()).contains("iceball explain " + file);
    Ran explain = Ran.iceball("explain", file);
    assertThat(explain.err()).isEmpty();
    assertThat(explain.code()).isZero();
    assertThat(explain.out()).contains("default", "case file");
  }

  @Test
  void initWithoutAFilePrintsTheCase() throws IOException {
    Path file = folder.resolve("my.yaml");
    Ran.iceball("init", file);
    Ran printed = Ran.iceball("init");
    assertThat(printed.code()).isZero();
    assertThat(printed.out()).isEqualTo(Files.readString(file));
  }

  @Test
  void initNeverOverwrites() throws IOException {
    Path file = Files.writeString(folder.resolve("my.yaml"), "mine");
    Ran ran = Ran.iceball("init", file);
    assertThat(ran.code()).isEqualTo(74);
    assertThat(ran.err()).contains("exists already", "[cannot-write]");
    assertThat(file).hasContent("mine");
  }

  @Test
  void initIntoAFolderThatIsNotThereEndsWith74() {
    Ran ran = Ran.iceball("init", folder.resolve("none/my.yaml"));
    assertThat(ran.code()).isEqualTo(74);
    assertThat(ran.err()).contains("my.yaml", "[cannot-write]");
  }

  @Test
  void explainNamesTheCommandLineAsTheOriginOfWhatItChanged() {
    Path file = folder.resolve("my.yaml");
    Ran.iceball("init", file);
    Ran ran = Ran.iceball("explain", file, "--spacing", "2 mm");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).containsPattern("(?m)spacing.*2 mm.*command line");
  }

  @Test
  void aCaseThatCannotBeReadCannotBeExplained() {
    Ran ran = Ran.iceball("explain", folder);
    assertThat(ran.code()).isEqualTo(66);
    assertThat(ran.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tissues", "probes", "injuries"})
  void everyNumberOfALibraryHasUnitIntervalAndSource(String command) {
    Ran ran = Ran.iceball(command, "--json");
    assertThat(ran.code()).isZero();
    JsonNode entries = JsonMapper.shared().readTree(ran.out());
    assertThat(entries.size()).isPositive();
    for (JsonNode entry : entries) {
      // a law that joins others has no numbers of its own
      boolean joins = entry.get("description").asString().contains("any_of");
      // an electrode is a diameter and a length at least
      int least = command.equals("injuries") ? joins ? 0 : 1 : command.equals("probes") ? 2 : 6;
      assertThat(entry.get("properties").size()).isGreaterThanOrEqualTo(least);
      for (JsonNode property : entry.get("properties")) {
        double value = property.get("value").asDouble();
        assertThat(value)
            .isBetween(property.get("low").asDouble(), property.get("high").asDouble());
        assertThat(property.get("unit").asString()).isNotBlank();
        assertThat(property.get("source").asString()).isNotBlank();
        assertThat(property.get("provenance").asString()).isNotBlank();
      }
    }
  }

  @Test
  void theTableShowsPeoplesUnits() {
    Ran ran = Ran.iceball("tissues", "liver");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).startsWith("liver").contains("liquidus", "degC", "W/(m K)");
    assertThat(ran.out().lines()).anyMatch(line -> line.matches(" *\\[1\\] .*doi.*|.*IT'IS.*"));
    assertThat(ran.out()).doesNotContain("\nfat");
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    Ran ran = Ran.iceball("probes", "18G");
    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.err()).contains("18G", "17G");
  }
}
