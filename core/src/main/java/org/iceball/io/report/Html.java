package org.iceball.io.report;

import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** The plain parts of a page. Whatever goes in as text is escaped; what comes out is HTML. */
public final class Html {
  private Html() {}

  /** Text as HTML, with the signs that ASCII texts spell out: degrees Celsius, plus or minus. */
  public static String text(String plain) {
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
        .replace("+/-", "\u00b1")
        .replace(" degC", "\u00a0\u00b0C")
        .replace("degC", "\u00b0C")
        .replace("m3", "m\u00b3")
        .replace("m2", "m\u00b2");
  }

  /** A paragraph. */
  public static String paragraph(String plain) {
    return "<p>" + text(plain) + "</p>\n";
  }

  /** A paragraph in small print. */
  public static String note(String plain) {
    return "<p class=\"note\">" + text(plain) + "</p>\n";
  }

  /** A heading inside a section. */
  public static String heading(String plain) {
    return "<h3>" + text(plain) + "</h3>\n";
  }

  /** Sentences, each with a bullet; nothing for none. */
  public static String bullets(List<String> sentences) {
    return sentences.isEmpty()
        ? ""
        : sentences.stream()
            .map(s -> "<li>" + text(s) + "</li>\n")
            .collect(Collectors.joining("", "<ul class=\"sentences\">\n", "</ul>\n"));
  }

  /**
   * A table. A column whose cells all begin with a digit, a sign or a dash is set as numbers.
   *
   * @param caption what it says, in a sentence
   * @param head names of the columns
   * @param rows cells as text, as many as the head has
   */
  public static String table(String caption, List<String> head, List<List<String>> rows) {
    StringBuilder html = new StringBuilder("<div class=\"table\"><table>\n");
    html.append("<caption>").append(text(caption)).append("</caption>\n<thead><tr>");
    for (int c = 0; c < head.size(); c++) {
      html.append(cell("th scope=\"col\"", isNumeric(rows, c), head.get(c)));
    }
    html.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : rows) {
      html.append("<tr>");
      for (int c = 0; c < row.size(); c++) {
        html.append(cell(c == 0 ? "th scope=\"row\"" : "td", isNumeric(rows, c), row.get(c)));
      }
      html.append("</tr>\n");
    }
    return html.append("</tbody></table></div>\n").toString();
  }

  private static boolean isNumeric(List<List<String>> rows, int column) {
    return column > 0
        && !rows.isEmpty()
        && rows.stream()
            .allMatch(
                row ->
                    row.get(column).matches("-|[+-]?[0-9][-0-9. +/]*( (ml|mm|%|degC|kJ|W|K|s))?"));
  }

  private static String cell(String tag, boolean number, String plain) {
    String name = tag.substring(0, 2);
    return "<" + tag + (number ? " class=\"number\"" : "") + ">" + text(plain) + "</" + name + ">";
  }

  /** A figure with its error or explanation below, for {@link #facts}. */
  public record Fact(String what, String value, String error) {}

  /** A few figures side by side, in large print. */
  public static String facts(List<Fact> facts) {
    return facts.stream()
        .map(
            f ->
                "<div><span class=\"what\">"
                    + text(f.what())
                    + "</span><span class=\"value\">"
                    + text(f.value())
                    + "</span><span class=\"error\">"
                    + text(f.error())
                    + "</span></div>\n")
        .collect(Collectors.joining("", "<div class=\"facts\">\n", "</div>\n"));
  }

  /**
   * A picture inside the page.
   *
   * @param png the file's bytes; not modified
   * @param alternative what it shows, for those who can't see it
   */
  public static String picture(byte[] png, String alternative) {
    return "<img alt=\""
        + text(alternative)
        + "\" src=\"data:image/png;base64,"
        + Base64.getEncoder().encodeToString(png)
        + "\">\n";
  }

  /** Something that unfolds on a click. */
  public static String details(String summary, String html) {
    return "<details><summary>" + text(summary) + "</summary>\n" + html + "</details>\n";
  }
}
