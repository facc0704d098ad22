package org.iceball.io.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.iceball.io.Disclaimer;

/**
 * A page for people in one file: styles, scripts and data inside, no request to anywhere. Limits of
 * use come before everything else.
 *
 * @param title of the page
 * @param byline in small print below it: what made it
 * @param limits limits of use beside {@link Disclaimer}, in full sentences
 * @param lead HTML of the verdict
 * @param sections in the order of the page
 */
public record ReportPage(
    String title, String byline, List<String> limits, String lead, List<Section> sections) {

  /** The scripts, in the order in which they build on each other. */
  private static final List<String> SCRIPTS =
      List.of("volume.js", "scene3d.js", "slices.js", "report.js");

  private static final String POLICY =
      "default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; script-src"
          + " 'unsafe-inline'";

  public ReportPage {
    limits = List.copyOf(limits);
    sections = List.copyOf(sections);
  }

  /**
   * A part of the page.
   *
   * @param id its address inside the page: letters, digits and hyphens
   * @param heading for people
   * @param html its content
   */
  public record Section(String id, String heading, String html) {}

  /** The same page with a section more at its end; see {@link Section}. */
  public ReportPage with(String id, String heading, String html) {
    return with(new Section(id, heading, html));
  }

  /** The same page with a section more at its end. */
  public ReportPage with(Section section) {
    List<Section> more = new ArrayList<>(sections);
    more.add(section);
    return new ReportPage(title, byline, limits, lead, more);
  }

  /** The file's bytes, UTF-8. */
  public byte[] encode() {
    return html().getBytes(StandardCharsets.UTF_8);
  }

  /** The page as text. */
  public String html() {
    StringBuilder html = new StringBuilder(1 << 16);
    html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    // even a mistake in the page can't ask anything of anybody
    html.append("<meta http-equiv=\"Content-Security-Policy\" content=\"").append(POLICY);
    html.append("\">\n<link rel=\"icon\" href=\"data:,\">\n<title>").append(Html.text(title));
    html.append("</title>\n<style>\n").append(resource("page.css")).append("</style>\n</head>\n");
    html.append("<body>\n<main>\n<header>\n<h1>").append(Html.text(title)).append("</h1>\n");
    html.append("<p class=\"by\">").append(Html.text(byline)).append("</p>\n</header>\n");
    html.append("<div class=\"limits\" role=\"note\">\n<p><strong>");
    html.append(Html.text(Disclaimer.TEXT)).append("</strong></p>\n");
    limits.forEach(l -> html.append(Html.paragraph(l)));
    html.append("</div>\n<div class=\"verdict\">\n").append(lead).append("</div>\n");
    html.append("<nav aria-label=\"Sections\">\n");
    for (Section s : sections) {
      html.append("<a href=\"#").append(s.id()).append("\">").append(Html.text(s.heading()));
      html.append("</a>\n");
    }
    html.append("</nav>\n");
    for (Section s : sections) {
      html.append("<section id=\"").append(s.id()).append("\" aria-labelledby=\"h-");
      html.append(s.id()).append("\">\n<h2 id=\"h-").append(s.id()).append("\">");
      html.append(Html.text(s.heading())).append("</h2>\n").append(s.html());
      html.append("</section>\n");
    }
    html.append("</main>\n<script>\n").append(script()).append("IB.start();\n</script>\n");
    return html.append("</body>\n</html>\n").toString();
  }

  /** What every page with scenes runs: {@code IB}, without starting anything. */
  public static String script() {
    StringBuilder script = new StringBuilder();
    SCRIPTS.forEach(name -> script.append(resource(name)).append('\n'));
    return script.toString();
  }

  /** What every page looks like. */
  public static String style() {
    return resource("page.css");
  }

  private static String resource(String name) {
    try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar has lost " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
