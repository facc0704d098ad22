package org.iceball.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @ParameterizedTest
  @ValueSource(strings = {"simulate", "explain", "init", "tissues", "probes"})
  void everyCommandExplainsItself(String command) {
    Ran ran = Ran.iceball(command, "--help");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).startsWith("Usage: iceball " + command);
    assertThat(ran.out().lines()).allMatch(line -> line.length() <= 96);
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void helpNamesEveryCommandAndTheLimitsOfUse() {
    Ran ran = Ran.iceball("--help");
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("simulate", "explain", "init", "tissues", "probes", "generate-completion")
        .contains("not a clinical outcome");
  }

  @Test
  void versionSaysWhichProgramAndWhichJava() {
    Ran ran = Ran.iceball("--version");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).matches("(?s)iceball \\d+\\.\\d+.*Java \\d+.*");
    assertThat(ran.out()).doesNotContain("${");
  }

  @Test
  void aCommandKnowsTheVersionToo() {
    assertThat(Ran.iceball("simulate", "--version").out())
        .isEqualTo(Ran.iceball("--version").out())
        .isNotBlank();
  }

  @Test
  void noCommandIsAUsageError() {
    Ran ran = Ran.iceball();
    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("Which command?", "iceball --help");
  }

  @Test
  void aMistypedCommandGetsASuggestion() {
    Ran ran = Ran.iceball("simulat", "case.yaml");
    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.err()).contains("simulate");
  }

  @Test
  void anUnknownOptionIsAUsageErrorOfThatCommand() {
    Ran ran = Ran.iceball("tissues", "--frob");
    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.err()).contains("--frob", "iceball tissues --help");
  }

  @Test
  void theCompletionScriptKnowsTheOptions() {
    Ran ran = Ran.iceball("generate-completion");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("complete -F", "--spacing", "fp32");
  }
}
