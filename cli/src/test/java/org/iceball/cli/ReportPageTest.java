package org.iceball.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The report of a run, looked at with headless Chromium. Pictures are kept in target/pages. */
@TestInstance(Lifecycle.PER_CLASS)
class ReportPageTest {
  private static final Path KEPT = Path.of("..", "target", "pages");

  /** A tumour beside a vein and a bowel to be spared; minutes only, coarse. */
  static final String CASE =
      """
      iceball: 1
      title: A tumour <beside> a vein
      anatomy:
        phantom:
          size: [64 mm, 60 mm, 60 mm]
          shapes:
            - {label: 1, box: {size: [64 mm, 60 mm, 60 mm]}}
            - {label: 2, tube: {diameter: 6 mm, points: [[11 mm, -40 mm, 0 mm], [11 mm, 40 mm, 6 mm]]}}
            - {label: 3, ellipsoid: {axes: [14 mm, 12 mm, 16 mm]}}
            - {label: 4, box: {centre: [-22 mm, 0 mm, 0 mm], size: [14 mm, 50 mm, 50 mm]}}
      regions:
        - {label: 0, name: outside, tissue: liver, role: surrounding}
        - {label: 1, name: liver, tissue: liver, role: organ}
        - {label: 2, name: portal vein, tissue: blood, role: vessel}
        - {label: 3, name: tumour, tissue: hcc, role: target}
        - {label: 4, name: bowel, tissue: muscle, role: surrounding, protect: 0 degC}
      needles:
        - name: A
          probe: {base: 17G, active_length: 24 mm}
          target: {from: target_centre, offset: [1 mm, 0 mm, 0 mm]}
          direction: [0, 0.2, 1]
      protocol: freeze 4 min, thaw 1 min passive, freeze 1 min
      grid: {spacing: 2 mm, around: everything}
      snapshots: 30 s
      injury: [cold-20, cold-40]
      """;

  @TempDir static Path folder;
  private Path report;
  private Browser browser;

  @BeforeAll
  void writeAndOpen() throws IOException {
    Assumptions.assumeTrue(
        Browser.program().isPresent(), "no chromium here: apt-get install chromium");
    Path file = Files.writeString(folder.resolve("case.yaml"), CASE);
    Path out = folder.resolve("out");
    Ran ran = Ran.iceball("simulate", file, "--out", out, "--quiet", "--no-pictures");
    assertThat(ran.code()).as(ran.err()).isZero();
    report = out.resolve("report.html");
    browser = Browser.open(900, 700);
    browser.go(report.toUri().toString(), "window.iceball && window.iceball.ready");
  }

  @AfterAll
  void close() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void nothingIsAskedOfAnybodyAndNothingGoesWrong() {
    assertThat(browser.requests()).containsExactly(report.toUri().toString());
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aTitleIsTextAndTheLimitsComeFirst() {
    assertThat(browser.evaluate("document.querySelector('h1').textContent").asString())
        .isEqualTo("A tumour <beside> a vein");
    assertThat(browser.evaluate("document.querySelector('main > div').className").asString())
        .isEqualTo("limits");
    assertThat(browser.evaluate("document.querySelector('.lead').textContent").asString())
        .startsWith("Covers ")
        .contains(" of the target and ", "target + 5 mm");
  }

  @Test
  void whatInputsLeaveOpenIsSaid() {
    assertThat(browser.evaluate("document.querySelector('#uncertainty').textContent").asString())
        .contains("What the laws of injury disagree by", "(cold-40)", "(cold-20)")
        .contains("No number of tissue, blood flow or probe was varied", "perfusion");
  }

  @Test
  void theViewIsDrawnWithWebGl() {
    assertThat(colours(".scene .space")).isGreaterThan(200);
    assertThat(colours(".margins .space")).isGreaterThan(200);
    assertThat(browser.evaluate("iceball.runs['run-meta'].scene.works").asBoolean()).isTrue();
  }

  /** How many different colours a canvas has. */
  private int colours(String canvas) {
    return browser
        .evaluate(
            """
            new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
              const from = document.querySelector('%s');
              const to = document.createElement('canvas');
              to.width = from.width; to.height = from.height;
              const g = to.getContext('2d');
              g.drawImage(from, 0, 0);
              const d = g.getImageData(0, 0, to.width, to.height).data, seen = new Set();
              for (let i = 0; i < d.length; i += 4) seen.add(d[i] << 16 | d[i + 1] << 8 | d[i + 2]);
              done(seen.size);
            })))
            """
                .formatted(canvas))
        .asInt();
  }

  /** What a canvas shows, as a text that changes with it. */
  private String shown(String canvas) {
    return browser
        .evaluate(
            "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() =>"
                + " done(document.querySelector('"
                + canvas
                + "').toDataURL()))))")
        .asString();
  }

  @Test
  void theSliderMovesIceSlicesAndTheClocksOfTheCurves() {
    String view = shown(".scene .space");
    String slice = shown(".slice canvas");
    String cursor = cursor();
    slide(2);
    assertThat(shown(".scene .space")).isNotEqualTo(view);
    assertThat(shown(".slice canvas")).isNotEqualTo(slice);
    assertThat(cursor()).isNotEqualTo(cursor);
    assertThat(browser.evaluate("document.querySelector('.clock').textContent").asString())
        .isEqualTo("1:00 min, freeze");
  }

  private String cursor() {
    return browser
        .evaluate("document.querySelector('#curves .cursor').getAttribute('x1')")
        .asString();
  }

  private void slide(int frame) {
    browser.evaluate(
        "{ const s = document.querySelector('.time input'); s.value = "
            + frame
            + "; s.dispatchEvent(new Event('input')); }");
  }

  @Test
  void theIceOfTheViewGrowsAsTheHistorySaysItDoes() {
    slide(1);
    double early = ice();
    browser.evaluate("iceball.runs['run-meta'].all(8)");
    double late = ice();
    assertThat(early).isPositive();
    assertThat(late).isGreaterThan(2 * early);
    // volume below 0 degC of the film at 4 min beside the chart's table
    double said =
        browser
            .evaluate(
                """
                (() => { for (const r of document.querySelectorAll('#curves table')[0].rows)
                  if (r.cells[0].textContent === '4') return +r.cells[1].textContent; })()
                """)
            .asDouble();
    assertThat(late).isBetween(0.85 * said, 1.15 * said);
  }

  /** Volume inside the 0 degC surface that is drawn now [ml], by the divergence theorem. */
  private double ice() {
    return browser
        .evaluate(
            """
            (() => { const r = iceball.runs['run-meta'], f = r.field;
              const m = IB.isosurface(f.grid, f.values, 0, true), p = m.points;
              let v = 0;
              for (let i = 0; i < m.faces.length; i += 3) {
                const [a, b, c] = [0, 1, 2].map((n) => 3 * m.faces[i + n]);
                v += p[a] * (p[b + 1] * p[c + 2] - p[b + 2] * p[c + 1])
                   + p[a + 1] * (p[b + 2] * p[c] - p[b] * p[c + 2])
                   + p[a + 2] * (p[b] * p[c + 1] - p[b + 1] * p[c]);
              }
              return v / 6000; })()
            """)
        .asDouble();
  }

  @Test
  void aClickInASliceMovesTheOtherTwo() {
    String sagittal = shown(".slice:nth-child(3) canvas");
    browser.evaluate("document.querySelector('.slices').scrollIntoView()");
    double x =
        browser
            .evaluate("document.querySelector('.slice canvas').getBoundingClientRect().x")
            .asDouble();
    double y =
        browser
            .evaluate("document.querySelector('.slice canvas').getBoundingClientRect().y")
            .asDouble();
    browser.mouse("mousePressed", x + 60, y + 90);
    browser.mouse("mouseReleased", x + 60, y + 90);
    assertThat(shown(".slice:nth-child(3) canvas")).isNotEqualTo(sagittal);
    assertThat(browser.evaluate("iceball.runs['run-meta'].slices.point[0]").asDouble())
        .as("the patient's right is on the left")
        .isPositive();
  }

  @Test
  void aDragTurnsTheView() {
    browser.evaluate("document.querySelector('.space').scrollIntoView()");
    String before = shown(".scene .space");
    browser.mouse("mousePressed", 400, 200);
    browser.mouse("mouseMoved", 460, 220);
    browser.mouse("mouseReleased", 460, 220);
    assertThat(shown(".scene .space")).isNotEqualTo(before);
  }

  @Test
  void thePageFitsAPhoneADarkRoomAndPaper() throws IOException {
    browser.evaluate("iceball.runs['run-meta'].all(12)");
    browser.keep(KEPT.resolve("report-desktop.png"));
    browser.media("", "dark");
    shown(".scene .space");
    browser.keep(KEPT.resolve("report-dark.png"));
    String ground = browser.evaluate("getComputedStyle(document.body).backgroundColor").asString();
    browser.media("print", "light");
    shown(".scene .space");
    browser.keep(KEPT.resolve("report-print.png"));
    assertThat(
            browser
                .evaluate("getComputedStyle(document.querySelector('.time button')).display")
                .asString())
        .isEqualTo("none");
    browser.media("", "light");
    assertThat(browser.evaluate("getComputedStyle(document.body).backgroundColor").asString())
        .isNotEqualTo(ground);
    browser.size(360, 740);
    shown(".scene .space");
    browser.keep(KEPT.resolve("report-phone.png"));
    assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
        .as("nothing sticks out to the side")
        .isLessThanOrEqualTo(360);
    browser.size(900, 700);
  }

  @Test
  void everyPictureHasATextInItsPlace() {
    assertThat(
            browser
                .evaluate(
                    "[...document.querySelectorAll('canvas')].filter((c) =>"
                        + " !c.getAttribute('aria-label')).length")
                .asInt())
        .isZero();
    assertThat(
            browser
                .evaluate(
                    "[...document.querySelectorAll('svg[role=img]')].filter((s) =>"
                        + " !s.querySelector('title') || !s.querySelector('desc').textContent).length")
                .asInt())
        .isZero();
  }
}
