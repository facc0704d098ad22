package org.iceball.io.casefile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.iceball.grid.Vec3;

/** A page of text in three columns - name, value, origin - with numbered sources at its foot. */
final class Sheet {
  private static final int NAME_WIDTH = 27;
  private static final int VALUE_WIDTH = 52;

  private final StringBuilder out = new StringBuilder();
  private final Map<String, Integer> references = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private final List<ExplainedCase.Part> parts = new ArrayList<>();

  void title(String title) {
    out.append(printable(title)).append('\n');
  }

  void heading(String heading) {
    out.append('\n').append(printable(heading)).append('\n');
    parts.add(new ExplainedCase.Part(printable(heading), List.of(), List.of()));
  }

  void prose(String sentence) {
    if (!sentence.isEmpty()) {
      out.append("  ").append(printable(sentence)).append('\n');
      ExplainedCase.Part part = parts.get(parts.size() - 1);
      parts.set(
          parts.size() - 1,
          new ExplainedCase.Part(
              part.heading(), more(part.prose(), printable(sentence)), part.rows()));
    }
  }

  void line(String name, String value, String origin) {
    String left = pad(printable(name), NAME_WIDTH) + pad(printable(value), VALUE_WIDTH) + origin;
    out.append("  ").append(left.stripTrailing()).append('\n');
    ExplainedCase.Part part = parts.get(parts.size() - 1);
    ExplainedCase.Row row =
        new ExplainedCase.Row(printable(name).strip(), printable(value), origin);
    parts.set(
        parts.size() - 1,
        new ExplainedCase.Part(part.heading(), part.prose(), more(part.rows(), row)));
  }

  private static <T> List<T> more(List<T> list, T last) {
    List<T> longer = new ArrayList<>(list);
    longer.add(last);
    return longer;
  }

  /** What was said so far, as parts of a page. */
  ExplainedCase explained() {
    return new ExplainedCase(
        parts,
        notes.stream().map(Sheet::printable).toList(),
        references.keySet().stream().map(Sheet::printable).toList());
  }

  void note(String sentence) {
    notes.add(sentence);
  }

  /** The mark of a source, {@code [3]}; equal sources share one. */
  String reference(String source) {
    return "[" + references.computeIfAbsent(source, s -> references.size() + 1) + "]";
  }

  String text() {
    if (!notes.isEmpty()) {
      heading("Assumed");
      notes.forEach(this::prose);
    }
    if (!references.isEmpty()) {
      heading("Sources");
      references.forEach((source, number) -> prose("[" + number + "] " + source));
    }
    return out.toString();
  }

  /** {@code MIDDLE_OF_ACTIVE_ZONE} as {@code middle of active zone}. */
  static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** A point [m] in millimetres, to the micrometre. */
  static String millimetres(Vec3 v) {
    return "("
        + String.join(", ", number(v.x() * 1e3), number(v.y() * 1e3), number(v.z() * 1e3))
        + ") mm";
  }

  /** A unit vector [1]. */
  static String direction(Vec3 v) {
    return "(" + String.join(", ", number(v.x()), number(v.y()), number(v.z())) + ")";
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.3f", value);
    String plain = text.replaceAll("\\.?0+$", "");
    return plain.equals("-0") ? "0" : plain;
  }

  private static String pad(String text, int width) {
    return text.length() < width ? text + " ".repeat(width - text.length()) : text + "  ";
  }

  // a case file may come from a stranger: no escape sequences reach the terminal
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
