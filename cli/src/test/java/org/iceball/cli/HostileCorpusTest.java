package org.iceball.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.iceball.io.casefile.CaseReader;
import org.iceball.io.casefile.ProbeLibrary;
import org.iceball.io.casefile.TissueLibrary;
import org.iceball.meshes.LabelImages;
import org.iceball.meshes.SurfaceReader;
import org.iceball.model.Case;
import org.iceball.model.NeedlePlacer;
import org.iceball.units.CaseException;
import org.iceball.units.Finding;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The corpus of hostile inputs, each with the complaint that it must raise. */
class HostileCorpusTest {
  private static final Path CORPUS = Path.of("..", "validation", "hostile");

  @TempDir Path folder;

  private static Map<String, String> expected() throws IOException {
    Map<String, String> expected = new LinkedHashMap<>();
    for (String line : Files.readAllLines(CORPUS.resolve("expected.csv"))) {
      String[] cells = line.split(",", -1);
      if (!line.startsWith("#") && cells.length == 2 && !line.equals("file,complaint")) {
        expected.put(cells[0], cells[1]);
      }
    }
    return expected;
  }

  @Test
  void everyHostileInputIsRefusedAsItShould() throws IOException {
    Map<String, byte[]> made = HostileFiles.hostile();
    made.forEach((name, bytes) -> write(folder.resolve(name), bytes));
    List<String> wrong = new ArrayList<>();
    Map<String, String> expected = expected();
    assertThat(expected).hasSizeGreaterThanOrEqualTo(80);
    for (Map.Entry<String, String> e : expected.entrySet()) {
      Path file = (made.containsKey(e.getKey()) ? folder : CORPUS).resolve(e.getKey());
      Instant began = Instant.now();
      Throwable thrown = catchThrowable(() -> read(file));
      Duration took = Duration.between(began, Instant.now());
      if (took.compareTo(Duration.ofSeconds(2)) > 0) {
        wrong.add(e.getKey() + " took " + took);
      }
      if (!(thrown instanceof CaseException refused)) {
        wrong.add(e.getKey() + ": " + thrown);
        continue;
      }
      List<Finding> findings = refused.findings();
      if (findings.stream().noneMatch(f -> f.complaint().code().equals(e.getValue()))) {
        wrong.add(e.getKey() + " should be " + e.getValue() + ", but: " + findings);
      }
      if (findings.stream().anyMatch(f -> f.place().isBlank() || f.cause().isBlank())
          || findings.stream().anyMatch(f -> f.remedy().isBlank())) {
        wrong.add(e.getKey() + " lacks a place, a cause or a remedy: " + findings);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyFileOfTheCorpusIsExpectedToRaiseSomething() throws IOException {
    Set<String> there = new TreeSet<>(HostileFiles.hostile().keySet());
    try (Stream<Path> all = Files.list(CORPUS)) {
      all.map(p -> p.getFileName().toString())
          .filter(name -> !name.equals("expected.csv"))
          .forEach(there::add);
    }
    assertThat(new TreeSet<>(expected().keySet())).isEqualTo(there);
  }

  @Test
  void theSoundFilesTheyAreMadeOfAreRead() {
    HostileFiles.sound()
        .forEach(
            (name, bytes) -> {
              Path file = folder.resolve(name);
              write(file, bytes);
              assertThat(catchThrowable(() -> read(file))).as(name).isNull();
            });
  }

  /** Ten thousand mutants of each format, read in a process with a small heap. */
  @Test
  void noMutantIsReadOrRefusedOtherwiseThanItShould() throws Exception {
    Child child =
        Child.startMain(
            folder,
            List.of("-Xmx256m", "-Xss512k"),
            "org.iceball.cli.Mutants",
            folder,
            10_000,
            20261123);
    assertThat(child.end()).as(child.said()).isZero();
    assertThat(child.printed()).contains("8 formats, 80000 mutants, 0 wrong");
  }

  @Test
  void nothingOutsideTheFoldersIsOpened() throws IOException {
    Path own = Files.createDirectories(folder.resolve("opened/case"));
    Path secret = folder.resolve("opened/secret.nii");
    write(secret, HostileFiles.nifti(b -> {}));
    Files.createSymbolicLink(own.resolve("link.nii"), secret);
    Files.createSymbolicLink(own.resolve("up"), own.getParent());
    write(own.resolve("own.nii"), HostileFiles.nifti(b -> {}));
    String text = Files.readString(CORPUS.resolve("path-nowhere.yaml"));
    FaultFs fs = new FaultFs(folder.resolve("opened"));
    for (String path :
        List.of("../secret.nii", "link.nii", "up/secret.nii", "a/../../secret.nii", "" + secret)) {
      Throwable thrown = catchThrowable(() -> readCase(text, path, fs));
      assertThat(thrown).as(path).isInstanceOf(CaseException.class);
      assertThat(thrown).as(path).hasMessageContaining("[path-outside-roots]");
    }
    assertThat(fs.log()).noneMatch(line -> line.startsWith("open"));
    readCase(text, "own.nii", fs);
  }

  private static void readCase(String text, String image, FaultFs fs) {
    CaseReader.readText(
        text.replace("nowhere.nii", image),
        fs.path().resolve("case"),
        List.of(),
        TissueLibrary.bundled(),
        ProbeLibrary.bundled());
  }

  @Test
  @Tag("long")
  void norAHundredThousand() throws Exception {
    Child child =
        Child.startMain(
            folder,
            List.of("-Xmx256m", "-Xss512k"),
            "org.iceball.cli.Mutants",
            folder,
            100_000,
            20261124);
    assertThat(child.end()).as(child.said()).isZero();
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Reads a file as the program would: by its name. */
  static void read(Path file) {
    String name = file.getFileName().toString();
    if (name.endsWith(".yaml")) {
      Case asked = CaseReader.read(file, List.of());
      NeedlePlacer.place(asked, Engine.anatomy(asked));
    } else if (name.endsWith(".stl") || name.endsWith(".vtk")) {
      SurfaceReader.read(file, false);
    } else {
      LabelImages.read(file);
    }
  }
}
