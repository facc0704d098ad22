package org.iceball.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reports of a comparison, of a search for plans and of a run that heats, in Chromium. */
class OtherReportsTest {
  private static final Path KEPT = Path.of("..", "target", "pages");
  private static final long MOST_BYTES = 6_000_000;

  @TempDir Path folder;

  @BeforeEach
  void needsABrowser() {
    Assumptions.assumeTrue(
        Browser.program().isPresent(), "no chromium here: apt-get install chromium");
  }

  @Test
  void bothArmsOfAComparisonTurnTogetherAndShareTheirClock() throws IOException {
    String text =
        ReportPageTest.CASE.replace("spacing: 2 mm", "spacing: 3 mm")
            + "compare: {probe: 17G-short, name: shorter, protocol: freeze 2 min}\n";
    Path out = run("compare", text);
    assertThat(out.resolve("compare.json")).isNotEmptyFile();
    try (Browser browser = open(out)) {
      browser.evaluate("iceball.runs['first-meta'].all(2)");
      assertThat(number(browser, "iceball.runs['second-meta'].at")).isEqualTo(2);
      browser.evaluate("iceball.runs['first-meta'].scene.turn(1, 0.5)");
      assertThat(number(browser, "iceball.runs['second-meta'].scene.camera.azimuth")).isEqualTo(1);
      String said = browser.evaluate("document.querySelector('.verdict').textContent").asString();
      assertThat(said).contains("As planned: ", "Equal reach: ", "shorter");
      assertThat(browser.evaluate("document.querySelector('#evidence').textContent").asString())
          .contains("PMID");
      looks(browser, "compare", 2);
    }
  }

  @Test
  void aSearchShowsItsFrontItsTracksAndItsBestPlan() throws IOException {
    String text =
        PlanCommandTest.SITE
            .replace("coordinates: LPS\n", "")
            .replace("freeze 4 min", "freeze 2 min");
    Path out = run("plan", text, "--probes", "1", "--minutes", "1");
    try (Browser browser = open(out)) {
      assertThat(number(browser, "document.querySelectorAll('#front .dot').length"))
          .isGreaterThanOrEqualTo(2);
      assertThat(browser.evaluate("document.querySelector('#tracks').textContent").asString())
          .contains("planned 1");
      assertThat(browser.evaluate("document.querySelector('.clock').textContent").asString())
          .isEqualTo("coldest ever");
      looks(browser, "plan", 1);
    }
  }

  @Test
  void aRunThatHeatsShowsIsothermsOfHeatAndTheDeadByANamedLaw() throws IOException {
    String text =
        ReportPageTest.CASE
                .replace("spacing: 2 mm", "spacing: 3 mm")
                .replace("{base: 17G, active_length: 24 mm}", "cool-tip-30")
                .replace("freeze 4 min, thaw 1 min passive, freeze 1 min", "heat 1 min")
                .replace("injury: [cold-20, cold-40]", "injury: [hot-50, cem43]")
            + "generator: {current: 1000 mA}\n";
    Path out = run("simulate", text, "--no-pictures", "--no-error-bar");
    try (Browser browser = open(out)) {
      String shown = browser.evaluate("document.querySelector('.shown').textContent").asString();
      assertThat(shown)
          .contains("50 °C", "60 °C", "dead by hot-50", "hottest")
          .doesNotContain("0 °C0");
      assertThat(browser.evaluate("document.querySelector('main').textContent").asString())
          .contains("Heat kills ", "Power of the generator", "The heat through time")
          .doesNotContain("frozen now", "The ice through time", "some needle freezes");
      assertThat(number(browser, "iceball.runs['run-meta'].scene.meshes.get('dead').count"))
          .isPositive();
      looks(browser, "heat", 1);
    }
  }

  private Path run(String command, String text, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("case.yaml"), text);
    Path out = folder.resolve("out");
    Object[] all = new Object[options.length + 5];
    System.arraycopy(new Object[] {command, file, "--out", out, "--quiet"}, 0, all, 0, 5);
    System.arraycopy(options, 0, all, 5, options.length);
    Ran ran = Ran.iceball(all);
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(out.resolve("report.html")).isNotEmptyFile();
    assertThat(Files.size(out.resolve("report.html"))).isLessThan(MOST_BYTES);
    assertThat(Ran.iceball("view", out, "--print").out()).contains("report.html");
    return out;
  }

  private static Browser open(Path out) throws IOException {
    Browser browser = Browser.open(1000, 800);
    browser.go(out.resolve("report.html").toUri().toString(), "window.iceball && iceball.ready");
    return browser;
  }

  private static double number(Browser browser, String expression) {
    return browser.evaluate(expression).asDouble();
  }

  /** Scenes are drawn, nothing is complained of or asked for; pictures are kept. */
  private static void looks(Browser browser, String name, int scenes) throws IOException {
    assertThat(number(browser, "Object.values(iceball.runs).filter((r) => r.scene.works).length"))
        .isEqualTo(scenes);
    browser.keep(KEPT.resolve(name + "-desktop.png"));
    browser.media("", "dark");
    browser.keep(KEPT.resolve(name + "-dark.png"));
    browser.media("print", "light");
    browser.keep(KEPT.resolve(name + "-print.png"));
    browser.media("", "light");
    browser.size(360, 740);
    browser.keep(KEPT.resolve(name + "-phone.png"));
    assertThat(number(browser, "document.documentElement.scrollWidth"))
        .as("nothing sticks out to the side")
        .isLessThanOrEqualTo(360);
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).hasSize(1);
  }
}
