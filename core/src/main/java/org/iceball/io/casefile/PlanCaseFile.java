package org.iceball.io.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.iceball.device.ProtocolWords;
import org.iceball.grid.Vec3;
import org.iceball.plan.Plan;
import org.iceball.plan.TrackReport;

/**
 * A plan as a case file: the user's own text with other needles. All else stays as it was written,
 * comments included.
 */
public final class PlanCaseFile {
  private static final Set<String> REPLACED =
      Set.of("name", "target", "aim", "entry", "direction", "protocol");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9.+-][A-Za-z0-9 ./%()+-]*");

  private final Yaml.Mapping tree;
  private final List<String> lines;
  private final Frame frame;

  private PlanCaseFile(String text) {
    tree = (Yaml.Mapping) YamlParser.parse(text, new Notebook());
    lines = List.of(text.split("\n", -1));
    Yaml.Entry named = tree.entries().get("coordinates");
    boolean lps =
        named != null
            && named.value() instanceof Yaml.Scalar word
            && word.text().strip().equalsIgnoreCase("LPS");
    frame = lps ? Frame.LPS : Frame.RAS;
  }

  /**
   * The case file of a plan.
   *
   * @param original text of the case file that was planned for
   * @param plan the plan
   * @param keep names of the case's needles that stay
   * @param remarks lines of a comment on top, without their marks
   */
  public static String text(String original, Plan plan, List<String> keep, List<String> remarks) {
    PlanCaseFile file = new PlanCaseFile(original);
    String head = remarks.stream().map(r -> "# " + r + "\n").collect(Collectors.joining());
    return head + file.with(file.needles(plan, keep));
  }

  private String needles(Plan plan, List<String> keep) {
    StringBuilder text = new StringBuilder("needles:\n");
    Yaml.Listing old = (Yaml.Listing) tree.entries().get("needles").value();
    Yaml.Mapping like = null;
    for (int n = 0; n < old.items().size(); n++) {
      Yaml.Mapping needle = (Yaml.Mapping) old.items().get(n);
      String name =
          needle.entries().get("name") != null
                  && needle.entries().get("name").value() instanceof Yaml.Scalar word
              ? word.text().strip()
              : "needle " + (n + 1);
      if (keep.contains(name)) {
        text.append("  - ").append(named(needle, name)).append('\n');
      } else if (like == null) {
        like = needle;
      }
    }
    Yaml.Mapping model = like != null ? like : (Yaml.Mapping) old.items().get(0);
    for (TrackReport t : plan.tracks()) {
      text.append("  - ").append(planned(model, t, plan)).append('\n');
    }
    return text.toString();
  }

  private static String named(Yaml.Mapping needle, String name) {
    String rest =
        needle.entries().entrySet().stream()
            .filter(e -> !e.getKey().equals("name"))
            .map(e -> e.getKey() + ": " + flow(e.getValue().value()))
            .collect(Collectors.joining(", "));
    return "{name: " + quoted(name) + ", " + rest + "}";
  }

  private String planned(Yaml.Mapping like, TrackReport track, Plan plan) {
    List<String> entries = new ArrayList<>();
    entries.add("name: " + quoted(track.name()));
    for (Map.Entry<String, Yaml.Entry> e : like.entries().entrySet()) {
      if (!REPLACED.contains(e.getKey())) {
        entries.add(e.getKey() + ": " + flow(e.getValue().value()));
      }
    }
    Vec3 p = frame.toRas(track.track().middle());
    Vec3 d = frame.toRas(track.track().axis());
    entries.add(
        String.format(
            Locale.ROOT,
            "target: {point: [%.4f mm, %.4f mm, %.4f mm]}",
            p.x() * 1e3,
            p.y() * 1e3,
            p.z() * 1e3));
    entries.add(String.format(Locale.ROOT, "direction: [%.7f, %.7f, %.7f]", d.x(), d.y(), d.z()));
    entries.add("protocol: " + quoted(ProtocolWords.text(plan.protocol())));
    return "{" + String.join(", ", entries) + "}";
  }

  /** The text with other needles in the place of its own. */
  private String with(String needles) {
    int from = tree.entries().get("needles").keyLine() - 1;
    boolean block =
        lines.get(from).startsWith("needles:")
            && tree.entries().values().stream().filter(e -> e.keyLine() == from + 1).count() == 1;
    if (!block) {
      StringBuilder all = new StringBuilder();
      tree.entries()
          .forEach(
              (key, e) ->
                  all.append(
                      key.equals("needles") ? needles : key + ": " + flow(e.value()) + "\n"));
      return all.toString();
    }
    int to =
        tree.entries().values().stream()
            .mapToInt(e -> e.keyLine() - 1)
            .filter(line -> line > from)
            .min()
            .orElse(lines.size());
    while (to > from + 1 && isRemark(lines.get(to - 1))) {
      to--;
    }
    return String.join("\n", lines.subList(0, from))
        + (from > 0 ? "\n" : "")
        + needles
        + String.join("\n", lines.subList(to, lines.size()));
  }

  private static boolean isRemark(String line) {
    return line.isBlank() || line.startsWith("#");
  }

  private static String flow(Yaml value) {
    if (value instanceof Yaml.Scalar scalar) {
      return scalar.quoted() ? quoted(scalar.text()) : plain(scalar.text());
    }
    if (value instanceof Yaml.Listing list) {
      return list.items().stream()
          .map(PlanCaseFile::flow)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Yaml.Mapping mapping) {
      return mapping.entries().entrySet().stream()
          .map(e -> e.getKey() + ": " + flow(e.getValue().value()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return "";
  }

  private static String plain(String text) {
    return PLAIN.matcher(text).matches() ? text.strip() : quoted(text);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + "\"";
  }
}
