package org.iceball.io.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class HostileCaseTest extends CaseFileTestBase {

  @Test
  void theBillionLaughsBombIsRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 30; i++) {
      // each line is twice the line before
      bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
    }
    assertThat(findings(bomb.toString()))
        .filteredOn(f -> f.complaint() == Complaint.FORBIDDEN_YAML)
        .hasSize(1 + 3 * 29);
  }

  @Test
  void ofAThousandMistakesTheFirstHundredAreTold() {
    assertThat(findings("zones: [" + "*a, ".repeat(1000) + "]"))
        .hasSize(Notebook.MOST_FINDINGS)
        .allMatch(f -> f.complaint() == Complaint.FORBIDDEN_YAML);
  }

  @Test
  void anAliasIsRefusedWhereItStandsAndNothingElseIsSaid() {
    String yaml = spoilt("name: tumour, tissue: hcc", "name: tumour, tissue: &t hcc");
    assertThat(findings(yaml)).extracting(Finding::line).containsExactly(10);
    assertThat(findings(yaml).get(0).complaint()).isEqualTo(Complaint.FORBIDDEN_YAML);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title: !!javax.script.ScriptEngineManager [!!java.net.URL ['http://x']]",
        "title: !!str Good",
        "title: !local Good",
        "title: ! Good",
        "grid: !!map {}",
        "zones: !!set [0 degC]",
        "? [a, b]\n: c",
        "title: x\n---\ntitle: y",
        "<<: {title: *x}",
      })
  void tagsReferencesAndOddKeysAreRefused(String line) {
    assertThat(findings(spoilt("title: Good", line)))
        .anyMatch(f -> f.complaint() == Complaint.FORBIDDEN_YAML);
  }

  @ParameterizedTest
  @CsvSource({
    "[,100000,TOO_LARGE",
    "{a: ,100000,TOO_LARGE",
    "'- ',33,TOO_LARGE",
    "'[',31,NOT_YAML"
  })
  void deepNestingIsRefused(String open, int times, Complaint complaint) {
    assertThat(findings("title: \n " + open.repeat(times)))
        .extracting(Finding::complaint)
        .containsExactly(complaint);
  }

  @Test
  void aDuplicateKeyIsRefusedWithBothLines() {
    List<Finding> findings = findings(GOOD + "title: Other\n");
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).complaint()).isEqualTo(Complaint.DUPLICATE_KEY);
    assertThat(findings.get(0).line()).isEqualTo(17);
    assertThat(findings.get(0).cause()).contains("first in line 2");
  }

  @Test
  void aHugeScalarIsRefused() {
    List<Finding> findings = findings(spoilt("title: Good", "title: " + "x".repeat(5000)));
    assertThat(findings).extracting(Finding::complaint).containsExactly(Complaint.TOO_LARGE);
    assertThat(findings.get(0).line()).isEqualTo(2);
    assertThat(findings(spoilt("title: Good", "x".repeat(5000) + ": 1")))
        .extracting(Finding::complaint)
        .isSubsetOf(Complaint.TOO_LARGE, Complaint.NOT_YAML);
  }

  @Test
  void aLongListIsRefused() {
    assertThat(findings("zones: [" + "a,".repeat(10_001) + "]"))
        .extracting(Finding::complaint)
        .containsExactly(Complaint.TOO_LARGE);
  }

  @Test
  void aLongTextIsRefused() throws IOException {
    String spaces = GOOD + " ".repeat(1 << 20);
    assertThat(findings(spaces))
        .extracting(Finding::complaint)
        .containsExactly(Complaint.TOO_LARGE);
    Path file = Files.writeString(folder.resolve("long.yaml"), spaces);
    assertThat(refused(file).complaint()).isEqualTo(Complaint.TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"title: [", "\ta: b", "a: b: c", "title: 'x", "a: \u0007", "%YAML 9.9\n---\n"})
  void brokenYamlIsRefusedWithALine(String yaml) {
    List<Finding> findings = findings(yaml);
    assertThat(findings.get(0).complaint()).isEqualTo(Complaint.NOT_YAML);
    assertThat(findings.get(0).cause()).startsWith("this can't be read as YAML: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.nii",
        "sub/../../secret.nii",
        "/etc/passwd",
        "/dev/zero",
        "//server/share/x.nii",
        "'\\\\server\\share\\x.nii'",
        "'C:\\x.nii'",
        "'c:x.nii'",
        "~/x.nii",
        "\"a\\0b\"",
        "\"a\\nb\"",
      })
  void aPathThatLeadsOutIsRefused(String path) throws IOException {
    Files.writeString(folder.getParent().resolve("secret.nii"), "x");
    assertThat(image(path)).isEqualTo(Complaint.PATH_OUTSIDE_ROOTS);
  }

  @Test
  void aLinkThatLeadsOutIsRefusedAndOneThatStaysInsideIsNot() throws IOException {
    Path outside = Files.createTempFile("outside", ".nii");
    Files.createSymbolicLink(folder.resolve("link.nii"), outside);
    assertThat(image("link.nii")).isEqualTo(Complaint.PATH_OUTSIDE_ROOTS);
    Path linked = Files.createTempDirectory("outside");
    Files.writeString(linked.resolve("a.nii"), "x");
    Files.createSymbolicLink(folder.resolve("sub"), linked);
    assertThat(image("sub/a.nii")).isEqualTo(Complaint.PATH_OUTSIDE_ROOTS);
    Files.writeString(folder.resolve("real.nii"), "x");
    Files.createSymbolicLink(folder.resolve("inside.nii"), folder.resolve("real.nii"));
    assertThat(image("inside.nii")).isNull();
  }

  @Test
  void aFileThatIsNotThereIsNamedWithTheFoldersTried() throws IOException {
    assertThat(image("missing.nii")).isEqualTo(Complaint.FILE_NOT_FOUND);
    Files.createDirectory(folder.resolve("dir.nii"));
    assertThat(image("dir.nii")).isEqualTo(Complaint.FILE_NOT_FOUND);
  }

  @Test
  void theCaseFoldersOwnFileComesBeforeThatOfADataFolder() throws IOException {
    Path own = Files.createDirectory(folder.resolve("own"));
    Path data = Files.createDirectory(folder.resolve("data"));
    Path inData = Files.writeString(data.resolve("a.nii"), "x");
    CaseFolders folders = new CaseFolders(own, List.of(data));
    assertThat(folders.find("a.nii")).isEqualTo(inData.toRealPath());
    Path inOwn = Files.writeString(own.resolve("a.nii"), "x");
    assertThat(folders.find("a.nii")).isEqualTo(inOwn.toRealPath());
    CaseException e =
        catchThrowableOfType(
            CaseException.class, () -> new CaseFolders(own, List.of(folder.resolve("none"))));
    assertThat(e.findings().get(0).place()).isEqualTo("--data");
  }

  @Test
  void aCaseFileThatCantBeReadIsSaidSo() throws IOException {
    assertThat(refused(folder.resolve("none.yaml")).complaint())
        .isEqualTo(Complaint.FILE_NOT_FOUND);
    assertThat(refused(folder).complaint()).isEqualTo(Complaint.FILE_NOT_FOUND);
    assertThat(refused(Path.of("/dev/zero")).complaint()).isEqualTo(Complaint.FILE_NOT_FOUND);
    Path latin = folder.resolve("latin.yaml");
    Files.write(latin, "title: M\u00fcnchen".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(refused(latin).complaint()).isEqualTo(Complaint.NOT_YAML);
  }

  @Test
  void mutatedCasesOnlyEverGiveFindings() {
    for (int at = 1000; at < 1050; at++) {
      // half a character where a buffer of the library might end
      StringBuilder text = new StringBuilder(CaseTemplate.text());
      text.setCharAt(at, '\ud83e');
      findings(text.toString());
    }
    long seed = 20261122;
    Random random = new Random(seed);
    String seedText = CaseTemplate.text();
    String letters = " \n:-[]{}#&*!|>'\"%@`,?0123456789.eE\t\u0000\u00ff\ud83e";
    for (int i = 0; i < 10_000; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? GOOD : seedText);
      for (int j = random.nextInt(8); j >= 0; j--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
          case 0 -> text.setCharAt(at, letters.charAt(random.nextInt(letters.length())));
          case 1 -> text.insert(at, letters.charAt(random.nextInt(letters.length())));
          case 2 -> text.delete(at, Math.min(text.length(), at + random.nextInt(20)));
          default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 30)));
        }
      }
      for (Finding finding : findings(text.toString())) {
        assertThat(finding.remedy()).as("seed %d, round %d", seed, i).isNotBlank();
        assertThat(finding.cause()).hasSizeLessThan(600);
      }
    }
  }

  private Complaint image(String path) {
    String yaml =
        GOOD.substring(0, GOOD.indexOf("anatomy"))
            + "anatomy: {image: "
            + path
            + "}\n"
            + GOOD.substring(GOOD.indexOf("regions"));
    List<Finding> findings = findings(yaml);
    assertThat(findings).hasSizeLessThan(2);
    findings.forEach(f -> assertThat(f.place()).isEqualTo("anatomy.image"));
    return findings.isEmpty() ? null : findings.get(0).complaint();
  }

  private Finding refused(Path file) {
    CaseException e =
        catchThrowableOfType(CaseException.class, () -> CaseReader.read(file, List.of()));
    assertThat(e.findings()).hasSize(1);
    return e.findings().get(0);
  }
}
