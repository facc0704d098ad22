package org.iceball.io.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iceball.io.casefile.ExplainedCase;

/**
 * A value of one case that is another, or missing, in the other case.
 *
 * @param part of the case, for example {@code Needle A}
 * @param name of the value
 * @param before its value in the first case; empty where it has none
 * @param after its value in the second case; empty where it has none
 */
public record Change(String part, String name, String before, String after) {

  /** All that differs; who set a value, and paths on this machine, do not count. */
  public static List<Change> between(ExplainedCase a, ExplainedCase b) {
    Map<String, Map<String, String>> first = values(a);
    Map<String, Map<String, String>> second = values(b);
    Map<String, Map<String, String>> all = new LinkedHashMap<>(first);
    second.forEach(all::putIfAbsent);
    List<Change> changes = new ArrayList<>();
    for (String part : all.keySet()) {
      if (!first.containsKey(part) || !second.containsKey(part)) {
        boolean gone = first.containsKey(part);
        changes.add(new Change(part, "", gone ? "there" : "", gone ? "" : "there"));
        continue;
      }
      Map<String, String> names = new LinkedHashMap<>(first.get(part));
      second.get(part).forEach(names::putIfAbsent);
      for (String name : names.keySet()) {
        String before = first.get(part).getOrDefault(name, "");
        String after = second.get(part).getOrDefault(name, "");
        if (!before.equals(after)) {
          changes.add(new Change(part, name, before, after));
        }
      }
    }
    return List.copyOf(changes);
  }

  private static Map<String, Map<String, String>> values(ExplainedCase explained) {
    Map<String, Map<String, String>> parts = new LinkedHashMap<>();
    for (ExplainedCase.Part part : explained.parts()) {
      Map<String, String> rows = new LinkedHashMap<>();
      for (ExplainedCase.Row row : part.rows()) {
        if (!row.name().equals("read from")) {
          rows.merge(row.name(), row.value(), (x, y) -> x + "; " + y);
        }
      }
      parts.put(part.heading(), rows);
    }
    return parts;
  }

  /** The change as a sentence. */
  public String words() {
    if (name.isEmpty()) {
      return part + " is only in " + (before.isEmpty() ? "B" : "A") + ".";
    }
    return part
        + ", "
        + name
        + ": "
        + (before.isEmpty() ? "nothing" : before)
        + " in A, "
        + (after.isEmpty() ? "nothing" : after)
        + " in B.";
  }
}
