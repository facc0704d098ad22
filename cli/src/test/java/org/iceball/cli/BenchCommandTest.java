package org.iceball.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
  @TempDir Path folder;

  @Test
  void aQuickKernelRunWritesFiguresAndPicture() {
    Path json = folder.resolve("b.json");
    Path picture = folder.resolve("b.png");
    Ran ran =
        Ran.iceball(
            "bench",
            "--quick",
            "--kernel",
            "--backend",
            "cpu",
            "--grids",
            "16",
            "--repeats",
            "1",
            "--precision",
            "fp32",
            "--json",
            json,
            "--picture",
            picture);
    assertThat(ran.err()).contains("16^3");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("cores", "load average", "G/s");
    assertThat(json).content().contains("cell_steps_per_s");
    assertThat(picture).isNotEmptyFile();
  }

  @Test
  void anUnknownBackendIsAnsweredWithThoseThatAreHere() {
    Ran ran = Ran.iceball("bench", "--backend", "abacus");
    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.err()).contains("abacus", "cpu");
  }

  @Test
  void aGridOfNoCellsIsRefused() {
    Ran ran = Ran.iceball("bench", "--grids", "0");
    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.err()).contains("--grids", "16");
  }
}
