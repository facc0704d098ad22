package org.iceball.validation.book;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.iceball.io.Disclaimer;

/** Writes the guide as one HTML page that needs nothing beside it. Limits of use come first. */
public final class GuideWriter {
  private final Guide guide;
  private final StringBuilder page = new StringBuilder(1 << 16);

  private GuideWriter(Guide guide) {
    this.guide = guide;
  }

  /** The page, in UTF-8 once it is encoded so. */
  public static String write(Guide guide) {
    return new GuideWriter(guide).page();
  }

  private String page() {
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.append("<title>iceball: the book of proof</title>\n<style>\n").append(GuideText.STYLE);
    page.append("</style>\n</head>\n<body>\n<main>\n<h1>iceball: the book of proof</h1>\n");
    limits();
    overview();
    for (Group group : Group.values()) {
      List<Verdict> rows = guide.of(group);
      if (!rows.isEmpty()) {
        chapter(group, rows);
      }
    }
    exactSolutions();
    page.append("</main>\n</body>\n</html>\n");
    return page.toString();
  }

  private void limits() {
    page.append("<section class=\"limits\">\n<h2>Limits of use</h2>\n<p><strong>");
    page.append(escape(Disclaimer.TEXT)).append("</strong></p>\n<ul>\n");
    for (String limit : GuideText.LIMITS) {
      page.append("<li>").append(escape(limit)).append("</li>\n");
    }
    page.append("</ul>\n</section>\n");
  }

  private void overview() {
    int failed = guide.result().failed().size();
    int all = guide.result().verdicts().size();
    page.append("<h2>What was found</h2>\n<p class=\"");
    page.append(failed == 0 ? "pass\">All " + all + " rows" : "fail\">" + failed + " of " + all);
    page.append(failed == 0 ? " keep their promise." : " rows do not keep their promise.");
    page.append("</p>\n<table class=\"narrow\">\n");
    headers("Chapter", "Rows", "Pass", "Must fail");
    for (Group group : Group.values()) {
      List<Verdict> rows = guide.of(group);
      if (!rows.isEmpty()) {
        page.append("<tr><td><a href=\"#").append(group.key()).append("\">");
        page.append(escape(group.title())).append("</a></td>");
        number(rows.size());
        number(rows.stream().filter(Verdict::passed).count());
        number(rows.stream().filter(v -> v.check().mustFail()).count());
        page.append("</tr>\n");
      }
    }
    page.append("</table>\n<h2>Provenance</h2>\n<table class=\"narrow\">\n");
    fact("Engine", "iceball " + guide.version());
    fact("Java", guide.java());
    fact("Machine", guide.machine());
    fact("Date", guide.date());
    fact("Rows run", guide.selection());
    fact("Table", "validation/checks.csv, whose tolerances may only tighten");
    page.append("</table>\n");
  }

  private void chapter(Group group, List<Verdict> rows) {
    page.append("<h2 id=\"").append(group.key()).append("\">").append(escape(group.title()));
    page.append("</h2>\n<p>").append(escape(group.about())).append("</p>\n");
    Set<String> names = new TreeSet<>();
    rows.forEach(v -> names.add(v.check().caseName()));
    pictures(names);
    tables(names);
    page.append("<table>\n");
    headers("", "Row", "Quantity", "Found", "Demanded", "Why this tolerance", "Expected from");
    rows.forEach(this::row);
    page.append("</table>\n<details><summary>Cases</summary>\n<dl>\n");
    for (String name : names) {
      page.append("<dt>").append(escape(name)).append("</dt><dd>");
      page.append(escape(guide.cases().getOrDefault(name, ""))).append(".</dd>\n");
    }
    page.append("</dl>\n</details>\n");
  }

  private void pictures(Set<String> names) {
    List<String> figures = new ArrayList<>();
    for (Map.Entry<String, List<Chart>> of : guide.result().charts().entrySet()) {
      if (names.contains(of.getKey())) {
        for (Chart chart : of.getValue()) {
          figures.add(figure(of.getKey(), chart));
        }
      }
    }
    if (!figures.isEmpty()) {
      page.append("<div class=\"figures\">\n");
      figures.forEach(page::append);
      page.append("</div>\n");
    }
  }

  private void tables(Set<String> names) {
    for (Map.Entry<String, List<Table>> of : guide.result().tables().entrySet()) {
      if (names.contains(of.getKey())) {
        of.getValue().forEach(this::table);
      }
    }
  }

  private void table(Table table) {
    page.append("<h3>").append(escape(table.title())).append("</h3>\n<table>\n");
    headers(table.headers().toArray(String[]::new));
    for (List<String> row : table.rows()) {
      page.append("<tr>");
      row.forEach(this::cell);
      page.append("</tr>\n");
    }
    page.append("</table>\n");
  }

  private static String figure(String name, Chart chart) {
    return String.format(
        Locale.ROOT,
        "<figure><img alt=\"%s\" src=\"data:image/png;base64,%s\"><figcaption>Case"
            + " %s</figcaption></figure>%n",
        escape(chart.title()),
        Base64.getEncoder().encodeToString(ChartPicture.draw(chart)),
        escape(name));
  }

  private void row(Verdict v) {
    Check c = v.check();
    String verdict = v.passed() ? "pass" : "fail";
    page.append("<tr class=\"").append(verdict).append("\"><td class=\"verdict\">");
    page.append(verdict).append("</td><td><code>").append(escape(c.id())).append("</code></td>");
    cell(c.caseName() + ": " + c.quantity());
    page.append("<td").append(v.problem().isEmpty() ? " class=\"found\">" : ">");
    page.append(escape(found(v))).append("</td>");
    cell(c.demand());
    cell(c.reason());
    cell(c.citation());
    page.append("</tr>\n");
  }

  /** A mutant's number with the colour that the check gives it. */
  private static String found(Verdict v) {
    boolean red = v.check().mustFail() && v.check().metric() != Metric.REFUSED;
    return red && v.passed() ? v.found() + ": red" : v.found();
  }

  private void exactSolutions() {
    page.append("<h2 id=\"exact\">Exact solutions, and why they are believed</h2>\n<p>");
    page.append(escape(GuideText.EXACT)).append("</p>\n<table>\n");
    headers("Class", "Solves", "Source", "Evidence");
    for (ExactSolutions s : ExactSolutions.bundled()) {
      page.append("<tr><td><code>").append(escape(s.name())).append("</code></td>");
      cell(s.solves());
      cell(s.source());
      cell(s.evidence());
      page.append("</tr>\n");
    }
    page.append("</table>\n");
  }

  private void headers(String... titles) {
    page.append("<tr>");
    for (String t : titles) {
      page.append("<th>").append(escape(t)).append("</th>");
    }
    page.append("</tr>\n");
  }

  private void fact(String name, String value) {
    page.append("<tr><th>").append(escape(name)).append("</th>");
    cell(value);
    page.append("</tr>\n");
  }

  private void cell(String text) {
    page.append("<td>").append(escape(text)).append("</td>");
  }

  private void number(long value) {
    page.append("<td class=\"number\">").append(value).append("</td>");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
