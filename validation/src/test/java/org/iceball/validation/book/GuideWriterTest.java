package org.iceball.validation.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GuideWriterTest {
  private static Check row(String id, Metric metric, double tolerance, boolean mustFail) {
    return new Check(
        id,
        Group.FREEZING,
        "case",
        "error <x>",
        "mm",
        metric,
        metric == Metric.REFUSED ? Double.NaN : 0,
        metric == Metric.REFUSED ? "missing-unit" : "",
        tolerance,
        Check.Tier.FAST,
        mustFail,
        "because",
        "Book & Author");
  }

  private static String page(Verdict... verdicts) {
    Chart chart =
        new Chart(
            "A chart",
            "x",
            "y",
            true,
            List.of(
                new Chart.Series("points", false, new double[] {1, 2}, new double[] {3, 4}),
                new Chart.Series("line", true, new double[] {1, 2}, new double[] {0.5, 4})));
    CheckRun.Result result =
        new CheckRun.Result(List.of(verdicts), Map.of("case", List.of(chart)), Map.of());
    return GuideWriter.write(
        new Guide("1.2.3", "Java", "machine", "2026", "all", result, Map.of("case", "A case")));
  }

  @Test
  void limitsOfUseComeFirst() {
    String page = page(new Verdict(row("a", Metric.ABSOLUTE, 1, false), 0.5, "", "", 1));
    assertThat(page.indexOf("Limits of use")).isPositive().isLessThan(page.indexOf("What was"));
    assertThat(page).contains("Not for directing the treatment of a patient");
    assertThat(page).contains("iceball 1.2.3").contains("All 1 rows keep their promise");
  }

  @Test
  void aFailedRowIsRedAndCounted() {
    String page =
        page(
            new Verdict(row("a", Metric.ABSOLUTE, 1, false), 2, "", "", 1),
            new Verdict(row("b", Metric.ABSOLUTE, 1, false), Double.NaN, "", "it broke", 1));
    assertThat(page).contains("2 of 2 rows do not keep their promise");
    assertThat(page).contains("<tr class=\"fail\">").contains("it broke");
    assertThat(page).contains("error &lt;x&gt;").contains("Book &amp; Author");
  }

  @Test
  void aMutantIsGreenOnlyWhereItsCheckIsRed() {
    Check mutant = row("m", Metric.ABSOLUTE, 1, true);
    assertThat(page(new Verdict(mutant, 2, "", "", 1))).contains("2 mm: red");
    assertThat(new Verdict(mutant, 0.5, "", "", 1).passed()).isFalse();
    assertThat(new Verdict(mutant, Double.NaN, "", "", 1).passed()).isFalse();
    Check refused = row("r", Metric.REFUSED, 0, true);
    assertThat(new Verdict(refused, Double.NaN, "missing-unit", "", 1).passed()).isTrue();
    assertThat(new Verdict(refused, Double.NaN, "wrong-unit", "", 1).passed()).isFalse();
    assertThat(new Verdict(refused, Double.NaN, "", "", 1).passed()).isFalse();
  }

  @Test
  void picturesAreInThePage() {
    String page = page(new Verdict(row("a", Metric.ABSOLUTE, 1, false), 0.5, "", "", 1));
    // a PNG begins with 89 50 4E 47
    assertThat(page).contains("data:image/png;base64,iVBORw0KGgo").contains("alt=\"A chart\"");
    assertThat(page).doesNotContain("<script").doesNotContain("http");
  }

  @Test
  void everyExactSolutionIsListedWithItsEvidence() throws IOException, URISyntaxException {
    List<String> listed =
        ExactSolutions.bundled().stream().map(ExactSolutions::name).collect(Collectors.toList());
    List<String> helpers =
        List.of(
            "Roots",
            "Require",
            "BesselK",
            "ExponentialIntegral",
            "Material",
            "PerfusedMedium",
            "PerfusedStep",
            "Symmetry");
    Path folder =
        Path.of(
                org.iceball.validation.exact.NeumannSlab.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI())
            .resolve("org/iceball/validation/exact");
    try (Stream<Path> classes = Files.list(folder)) {
      assertThat(
              classes
                  .map(p -> p.getFileName().toString().replace(".class", ""))
                  .filter(n -> !n.contains("$") && !n.equals("package-info"))
                  .filter(n -> !helpers.contains(n)))
          .isSubsetOf(listed);
    }
    assertThat(ExactSolutions.bundled()).allMatch(s -> s.evidence().length() > 10);
  }

  @Test
  void numbersAreShort() {
    assertThat(Check.number(0.04226512)).isEqualTo("0.04227");
    assertThat(Check.number(1.1e-4)).isEqualTo("1.1e-4");
    assertThat(Check.number(-3)).isEqualTo("-3");
    assertThat(Check.number(0)).isEqualTo("0");
    assertThat(Check.number(1234.56)).isEqualTo("1235");
    assertThat(Check.number(6.02e23)).isEqualTo("6.02e23");
    assertThat(Check.number(Double.NaN)).isEqualTo("NaN");
  }
}
