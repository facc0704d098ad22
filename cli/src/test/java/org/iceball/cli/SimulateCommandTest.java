package org.iceball.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulateCommandTest {
  /** A drop of liver with one needle, a minute of everything, coarse: done in a moment. */
  private static final String TINY =
      SmallCase.tiny("freeze 1 min, thaw 1 min passive, freeze 1 min");

  @TempDir Path folder;

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("case.yaml"), text);
  }

  private Path out() {
    return folder.resolve("out");
  }

  @Test
  void aTinyPhantomRunsFromCaseToResults() throws IOException {
    Ran ran = Ran.iceball("simulate", write(TINY), "--out", out(), "--quiet");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("Tiny", "Results are in " + out());
    for (String name :
        List.of(
            "summary.json",
            "summary.txt",
            "history.csv",
            "slices.png",
            "curves.png",
            "snapshots/field.hdf.series",
            "snapshots/field_000000.hdf",
            "snapshots/field_000180.hdf",
            "zones.seg.nrrd",
            "zones.nii.gz")) {
      assertThat(out().resolve(name)).as(name).isNotEmptyFile();
    }
    JsonNode summary =
        JsonMapper.shared().readTree(Files.readString(out().resolve("summary.json")));
    assertThat(summary.at("/engine/version").asString()).isEqualTo(Version.number());
    assertThat(summary.at("/grid/spacing_mm").asDouble()).isEqualTo(2);
    assertThat(summary.at("/run/simulated_s").asDouble()).isEqualTo(180);
    assertThat(summary.at("/energy/imbalance_relative").asDouble()).isLessThan(1e-12);
    JsonNode iceball = summary.at("/zones/0");
    assertThat(iceball.at("/volume_ml").asDouble()).isBetween(0.5, 20.0);
    // 4 mm are too coarse for such a drop, and that is said
    assertThat(iceball.at("/error_ml").isNull()).isTrue();
    assertThat(ran.out()).contains("No error bar for 0 degC at end of freeze 1");
  }

  @Test
  void everyLengthAndVolumeComesWithAnErrorBar() throws IOException {
    Ran ran =
        Ran.iceball(
            "simulate",
            write(TINY),
            "--out",
            out(),
            "--quiet",
            "--no-pictures",
            "--spacing",
            "1 mm");
    JsonNode summary =
        JsonMapper.shared().readTree(Files.readString(out().resolve("summary.json")));
    JsonNode iceball = summary.at("/zones/0");
    assertThat(iceball.at("/error_ml").asDouble()).isPositive();
    for (int axis = 0; axis < 3; axis++) {
      assertThat(iceball.at("/error_mm/" + axis).asDouble()).isBetween(0.05, 12.0);
    }
    assertThat(summary.at("/target/least_margin_error_mm").isNumber()).isTrue();
    assertThat(summary.at("/error_bars/twin_spacing_mm").asDouble()).isEqualTo(2);
    assertThat(ran.out()).contains(" +/- ", "cells of 2 mm");
  }

  @Test
  void withoutErrorBarsTheSameFiguresComeWithoutThem() throws IOException {
    Path file = write(TINY);
    Object[] with = {"simulate", file, "--out", out(), "--json", "--quiet", "--no-pictures"};
    Object[] without = java.util.Arrays.copyOf(with, with.length + 1);
    without[with.length] = "--no-error-bar";
    JsonNode first = JsonMapper.shared().readTree(Ran.iceball(with).out());
    JsonNode second = JsonMapper.shared().readTree(Ran.iceball(without).out());
    assertThat(second.get("error_bars").isNull()).isTrue();
    assertThat(second.at("/zones/0/error_mm").isNull()).isTrue();
    assertThat(second.at("/target/least_margin_error_mm").isNull()).isTrue();
    assertThat(second.at("/run/state_sha256")).isEqualTo(first.at("/run/state_sha256"));
    assertThat(second.at("/zones/0/volume_ml")).isEqualTo(first.at("/zones/0/volume_ml"));
  }

  @Test
  void jsonIsAllThatStandardOutputHoldsAndIsTheSummaryFile() throws IOException {
    Ran ran = Ran.iceball("simulate", write(TINY), "--out", out(), "--json", "--no-pictures");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).isEqualTo(Files.readString(out().resolve("summary.json")));
    assertThat(out().resolve("slices.png")).doesNotExist();
  }

  @Test
  void optionsTakeTheCasesPlace() throws IOException {
    Ran ran =
        Ran.iceball(
            "simulate",
            write(TINY),
            "--out",
            out(),
            "--json",
            "--quiet",
            "--no-pictures",
            "--spacing",
            "2.5 mm",
            "--precision",
            "fp32",
            "--threads",
            "1",
            "--backend",
            "cpu");
    assertThat(ran.code()).isZero();
    JsonNode summary = JsonMapper.shared().readTree(ran.out());
    assertThat(summary.at("/grid/spacing_mm").asDouble()).isEqualTo(2.5);
    assertThat(summary.at("/engine/precision").asString()).isEqualTo("fp32");
    assertThat(summary.at("/engine/threads").asInt()).isEqualTo(1);
  }

  @Test
  void aSecondRunReplacesTheFirst() throws IOException {
    Path file = write(TINY);
    assertThat(Ran.iceball("simulate", file, "--out", out(), "--quiet").code()).isZero();
    Ran second = Ran.iceball("simulate", file, "--out", out(), "--quiet", "--no-pictures");
    assertThat(second.code()).isZero();
    assertThat(out().resolve("slices.png")).doesNotExist();
    assertThat(out().resolve("summary.json")).exists();
  }

  @Test
  void aMissingCaseFileEndsWith66AndWritesNothing() {
    Ran ran = Ran.iceball("simulate", folder.resolve("none.yaml"), "--out", out());
    assertThat(ran.code()).isEqualTo(66);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("none.yaml", "[file-not-found]");
    assertThat(out()).doesNotExist();
  }

  @Test
  void everyMistakeOfACaseIsReportedAtOnceAndNothingIsWritten() throws IOException {
    String bad =
        TINY.replace("spacing: 2 mm", "spacing: 2")
            .replace("probe: {base: 17G", "probe: {base: 18G")
            .replace("tissue: hcc", "tissue: hhc")
            .replace("title: Tiny", "titel: Tiny");
    Ran ran = Ran.iceball("simulate", write(bad), "--out", out());
    assertThat(ran.code()).isEqualTo(65);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .contains("[missing-unit]", "18G", "hhc", "titel", "[unknown-key]", "things to mend");
    assertThat(out()).doesNotExist();
  }

  @Test
  void aNeedleOutsideTheAnatomyIsRefusedBeforeAnythingIsWritten() throws IOException {
    String outside =
        TINY.replace(
            "target: {from: target_centre, offset: [0 mm, 0 mm, 0 mm]}",
            "target: {point: [300 mm, 0 mm, 0 mm]}");
    Ran ran = Ran.iceball("simulate", write(outside), "--out", out());
    assertThat(ran.code()).isEqualTo(65);
    assertThat(ran.err()).contains("[probe-outside-grid]");
    assertThat(out()).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "--spacing,2,missing-unit",
    "--spacing,2 kg,wrong-unit",
    "--spacing,1 m,out-of-range",
    "--threads,0,out-of-range",
    "--backend,abacus,unknown-name",
    "--precision,fp16,fp16"
  })
  void anOptionThatMakesNoSenseIsAUsageError(String option, String value, String told)
      throws IOException {
    Ran ran = Ran.iceball("simulate", write(TINY), "--out", out(), option, value);
    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.err()).contains(option, told, "iceball simulate --help");
    assertThat(out()).doesNotExist();
  }

  @Test
  void aFolderWithOtherThingsIsRefusedBeforeTheRun() throws IOException {
    Files.createDirectories(out());
    Files.createFile(out().resolve("thesis.tex"));
    Ran ran = Ran.iceball("simulate", write(TINY), "--out", out());
    assertThat(ran.code()).isEqualTo(74);
    assertThat(ran.err()).contains("thesis.tex", "[cannot-write]");
    try (var left = Files.list(out())) {
      assertThat(left).hasSize(1);
    }
  }

  @Test
  void withoutAFolderForTheResultsNothingRuns() throws IOException {
    Ran ran = Ran.iceball("simulate", write(TINY));
    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.err()).contains("--out");
  }
}
