package org.iceball.io.casefile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.iceball.grid.Vec3;

/**
 * A case file with other needles, another protocol or another model of its vessels. Everything else
 * stays as its author wrote it, comments included.
 */
public final class CaseEdit {
  private static final Set<String> WHERE = Set.of("name", "target", "aim", "entry", "direction");

  private final Yaml.Mapping tree;
  private final List<String> lines;
  private final Frame frame;

  private CaseEdit(String text) {
    Notebook notebook = new Notebook();
    Yaml root = YamlParser.parse(text, notebook);
    notebook.throwFindings();
    tree = root instanceof Yaml.Mapping m ? m : new Yaml.Mapping(Map.of(), 0);
    lines = List.of(text.split("\n", -1));
    frame = scalar(tree, "coordinates").equalsIgnoreCase("LPS") ? Frame.LPS : Frame.RAS;
  }

  /**
   * A needle as it is to be.
   *
   * @param name its name; a needle of this name in the text keeps what is not said here
   * @param probe its kind; empty keeps the text's
   * @param tip its tip [m], RAS
   * @param axis from the tip to the hub [1]
   * @param moved whether it is to lie at {@code tip} and {@code axis}; otherwise it stays
   */
  public record NeedleEdit(
      String name, Optional<String> probe, Vec3 tip, Vec3 axis, boolean moved) {}

  /**
   * The edited text.
   *
   * @param text of a case file
   * @param needles all needles that there are to be, in their order
   * @param protocol for all of them; empty keeps the text's
   * @param vessels the model of vessels without their own; empty keeps the text's
   * @throws org.iceball.units.CaseException where the text is not YAML
   */
  public static String apply(
      String text, List<NeedleEdit> needles, Optional<String> protocol, Optional<String> vessels) {
    CaseEdit edit = new CaseEdit(text);
    Map<String, String> blocks = new LinkedHashMap<>();
    blocks.put("needles", edit.needles(needles, protocol.isPresent()));
    protocol.ifPresent(p -> blocks.put("protocol", "protocol: " + quoted(p)));
    vessels.ifPresent(v -> blocks.put("blood", "blood: " + edit.blood(v)));
    return edit.with(blocks);
  }

  private String blood(String vessels) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("vessels", vessels);
    if (value(tree, "blood") instanceof Yaml.Mapping old) {
      old.entries().forEach((k, e) -> entries.putIfAbsent(k, flow(e.value())));
    }
    return mapping(entries);
  }

  private String needles(List<NeedleEdit> needles, boolean oneProtocol) {
    StringBuilder text = new StringBuilder("needles:");
    for (NeedleEdit n : needles) {
      Map<String, String> entries = new LinkedHashMap<>();
      entries.put("name", quoted(n.name()));
      Yaml.Mapping old = named(n.name());
      n.probe().ifPresent(p -> entries.put("probe", quoted(p)));
      if (old != null) {
        old.entries()
            .forEach(
                (key, e) -> {
                  boolean gone =
                      (n.moved() && WHERE.contains(key)) || (oneProtocol && key.equals("protocol"));
                  if (!gone) {
                    entries.putIfAbsent(key, flow(e.value()));
                  }
                });
      }
      if (n.moved() || old == null) {
        Vec3 tip = frame.toRas(n.tip());
        Vec3 axis = frame.toRas(n.axis());
        entries.put("aim", "tip");
        entries.put("target", format("{point: [%.3f mm, %.3f mm, %.3f mm]}", tip.times(1e3)));
        entries.put("direction", format("[%.5f, %.5f, %.5f]", axis));
      }
      text.append("\n  - ").append(mapping(entries));
    }
    return text.toString();
  }

  private static String format(String pattern, Vec3 v) {
    return String.format(Locale.ROOT, pattern, v.x(), v.y(), v.z());
  }

  /** The needle that goes by a name in the text, with or without one of its own; or null. */
  private Yaml.Mapping named(String name) {
    if (value(tree, "needles") instanceof Yaml.Listing list) {
      for (int i = 0; i < list.items().size(); i++) {
        if (list.items().get(i) instanceof Yaml.Mapping needle) {
          String own = scalar(needle, "name");
          if (name.equals(own.isEmpty() ? "needle " + (i + 1) : own)) {
            return needle;
          }
        }
      }
    }
    return null;
  }

  /** The text with these blocks in the place of top-level entries; new ones at its end. */
  private String with(Map<String, String> blocks) {
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

  private static Yaml value(Yaml.Mapping mapping, String key) {
    Yaml.Entry entry = mapping.entries().get(key);
    return entry == null ? null : entry.value();
  }

  private static String scalar(Yaml.Mapping mapping, String key) {
    return value(mapping, key) instanceof Yaml.Scalar s ? s.text().strip() : "";
  }

  private static String mapping(Map<String, String> entries) {
    return entries.entrySet().stream()
        .map(e -> e.getKey() + ": " + e.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /** A value in one line. */
  private static String flow(Yaml value) {
    if (value instanceof Yaml.Scalar s) {
      boolean plain = !s.quoted() && s.text().matches("[A-Za-z0-9.+-][A-Za-z0-9 ./%()+-]*");
      return plain ? s.text().strip() : quoted(s.text());
    }
    if (value instanceof Yaml.Listing list) {
      return list.items().stream().map(CaseEdit::flow).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Yaml.Mapping m) {
      Map<String, String> entries = new LinkedHashMap<>();
      m.entries().forEach((k, e) -> entries.put(k, flow(e.value())));
      return mapping(entries);
    }
    return "\"\"";
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + "\"";
  }
}
