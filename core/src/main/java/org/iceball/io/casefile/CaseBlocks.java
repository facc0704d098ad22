package org.iceball.io.casefile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text of a case file as its top-level entries, some of which are to be written anew. All else
 * stays as its author wrote it, comments included.
 *
 * @param tree what the text says
 * @param lines of the text
 */
record CaseBlocks(Yaml.Mapping tree, List<String> lines) {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9.+-][A-Za-z0-9 ./%()+-]*");

  CaseBlocks {
    lines = List.copyOf(lines);
  }

  /**
   * Reads a text.
   *
   * @throws org.iceball.units.CaseException where it is not YAML
   */
  static CaseBlocks of(String text) {
    Notebook notebook = new Notebook();
    Yaml root = YamlParser.parse(text, notebook);
    notebook.throwFindings();
    return new CaseBlocks(
        root instanceof Yaml.Mapping m ? m : new Yaml.Mapping(Map.of(), 0),
        List.of(text.split("\n", -1)));
  }

  /** The frame in which the text gives its points. */
  Frame frame() {
    return scalar(tree, "coordinates").equalsIgnoreCase("LPS") ? Frame.LPS : Frame.RAS;
  }

  /** The text with these blocks in the place of top-level entries; new ones at its end. */
  String with(Map<String, String> blocks) {
    Set<Integer> starts = new TreeSet<>();
    tree.entries().values().forEach(e -> starts.add(e.keyLine() - 1));
    if (starts.size() < tree.entries().size() || lines.get(0).strip().startsWith("{")) {
      return rewritten(blocks);
    }
    List<String> out = new ArrayList<>();
    Set<String> done = new HashSet<>();
    Map<Integer, String> keys = new LinkedHashMap<>();
    tree.entries().forEach((key, e) -> keys.put(e.keyLine() - 1, key));
    for (int line = 0; line < lines.size(); line++) {
      String key = keys.get(line);
      if (key == null || !blocks.containsKey(key)) {
        out.add(lines.get(line));
        continue;
      }
      out.add(blocks.get(key));
      done.add(key);
      int first = line;
      int end = starts.stream().filter(s -> s > first).mapToInt(s -> s).min().orElse(lines.size());
      while (end > line + 1 && isRemark(lines.get(end - 1))) {
        end--;
      }
      line = end - 1;
    }
    while (!out.isEmpty() && out.get(out.size() - 1).isBlank()) {
      out.remove(out.size() - 1);
    }
    blocks.forEach((key, block) -> out.addAll(done.contains(key) ? List.of() : List.of(block)));
    return String.join("\n", out) + "\n";
  }

  private String rewritten(Map<String, String> blocks) {
    Map<String, String> all = new LinkedHashMap<>();
    tree.entries().forEach((key, e) -> all.put(key, key + ": " + flow(e.value())));
    all.putAll(blocks);
    return String.join("\n", all.values()) + "\n";
  }

  private static boolean isRemark(String line) {
    return line.isBlank() || line.startsWith("#");
  }

  /** The value of a key, or null. */
  static Yaml value(Yaml.Mapping mapping, String key) {
    Yaml.Entry entry = mapping.entries().get(key);
    return entry == null ? null : entry.value();
  }

  /** The word that a key has; empty where it has none. */
  static String scalar(Yaml.Mapping mapping, String key) {
    return value(mapping, key) instanceof Yaml.Scalar s ? s.text().strip() : "";
  }

  /**
   * What a needle goes by, with or without a name of its own.
   *
   * @param at its place in the list, from 0
   */
  static String needleName(Yaml.Mapping needle, int at) {
    String own = scalar(needle, "name");
    return own.isEmpty() ? "needle " + (at + 1) : own;
  }

  /** A mapping in one line, of values that are YAML already. */
  static String mapping(Map<String, String> entries) {
    return entries.entrySet().stream()
        .map(e -> e.getKey() + ": " + e.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /** A value in one line. */
  static String flow(Yaml value) {
    if (value instanceof Yaml.Scalar s) {
      boolean plain = !s.quoted() && PLAIN.matcher(s.text()).matches();
      return plain ? s.text().strip() : quoted(s.text());
    }
    if (value instanceof Yaml.Listing list) {
      return list.items().stream()
          .map(CaseBlocks::flow)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Yaml.Mapping m) {
      Map<String, String> entries = new LinkedHashMap<>();
      m.entries().forEach((k, e) -> entries.put(k, flow(e.value())));
      return mapping(entries);
    }
    return quoted("");
  }

  /** A text in quotes. */
  static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + "\"";
  }
}
