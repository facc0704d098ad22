package org.iceball.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.iceball.cli.serve.PlanServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The planning page, used with headless Chromium. */
@TestInstance(Lifecycle.PER_CLASS)
class PlanningPageTest {
  @TempDir static Path folder;
  private PlanServer server;
  private Browser browser;

  @BeforeAll
  void open() throws IOException {
    Assumptions.assumeTrue(
        Browser.program().isPresent(), "no chromium here: apt-get install chromium");
    Path file = Files.writeString(folder.resolve("case.yaml"), ReportPageTest.CASE);
    server = PlanServer.open(file, List.of(), 0, 2);
    browser = Browser.open(1200, 900);
    browser.go(server.address(), "window.iceball && iceball.page.log.length");
  }

  @AfterAll
  void close() throws IOException {
    if (browser != null) {
      browser.close();
    }
    if (server != null) {
      server.close();
    }
  }

  private double number(String expression) {
    return browser.evaluate(expression).asDouble(Double.NaN);
  }

  @Test
  void aNeedleDraggedInASliceTakesTheIceWithIt() throws IOException {
    double before = number("iceball.page.needles[0].tip[0]");
    browser.evaluate("document.querySelector('.slice canvas').scrollIntoView({block: 'center'})");
    String at =
        "const s = iceball.page.slices[0], b = s.canvas.getBoundingClientRect(), p = s.pixel(iceball.page.needles[0].tip);";
    double x = number("(() => {" + at + " return b.x + p[0]; })()");
    double y = number("(() => {" + at + " return b.y + p[1]; })()");
    double scale = number("iceball.page.slices[0].scale");
    int answers = (int) number("iceball.page.log.length");
    browser.mouse("mousePressed", x, y);
    browser.mouse("mouseMoved", x - 3 * scale, y);
    browser.mouse("mouseMoved", x - 6 * scale, y);
    browser.mouse("mouseReleased", x - 6 * scale, y);
    assertThat(number("iceball.page.needles[0].tip[0]"))
        .as("to the left is to the patient's right")
        .isCloseTo(before + 6, org.assertj.core.data.Offset.offset(0.2));
    browser.await("iceball.page.log.length > " + (answers + 1) + " && !iceball.page.waiting");
    browser.await("document.querySelector('.said').textContent.includes('whole protocol')");
    double middle =
        number(
            """
            (() => { const f = iceball.page.field, g = f.grid; let s = 0, n = 0;
              f.values.forEach((v, c) => { if (v < 0) { n++; s += g.o[0] + g.h * (c % g.n[0]); } });
              return s / n; })()
            """);
    assertThat(middle).isCloseTo(7, org.assertj.core.data.Offset.offset(1.5));
    assertThat(browser.evaluate("document.querySelector('.figure b').textContent").asString())
        .endsWith(" %");
    browser.keep(Path.of("..", "target", "pages", "planning.png"));
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).allMatch(r -> r.startsWith(server.address()));
  }

  @Test
  void whatTheEngineRefusesIsToldAndMendedByTheNextMove() {
    browser.evaluate(
        "{ const i = document.querySelector('[aria-label=protocol]'); i.value = 'nonsense';"
            + " i.dispatchEvent(new Event('change')); }");
    browser.await("document.querySelector('.said.wrong')");
    browser.evaluate(
        "{ const i = document.querySelector('[aria-label=protocol]'); i.value = 'freeze 1 min, thaw 1 min passive';"
            + " i.dispatchEvent(new Event('change')); }");
    browser.await("document.querySelector('.said').textContent.includes('whole protocol')");
  }

  @Test
  void theCaseIsSavedFromThePage() throws IOException {
    browser.evaluate("iceball.page.saveName.value = 'mine.yaml'; iceball.page.saveButton.click()");
    browser.await("document.querySelector('.said').textContent.includes('Saved as mine.yaml')");
    assertThat(Files.readString(folder.resolve("mine.yaml"))).contains("title: A tumour");
  }
}
