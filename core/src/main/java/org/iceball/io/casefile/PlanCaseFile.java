package org.iceball.io.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

  private final CaseBlocks blocks;

  private PlanCaseFile(String text) {
    blocks = CaseBlocks.of(text);
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
    return head + file.blocks.with(Map.of("needles", file.needles(plan, keep)));
  }

  private String needles(Plan plan, List<String> keep) {
    StringBuilder text = new StringBuilder("needles:");
    Yaml.Listing old = (Yaml.Listing) blocks.tree().entries().get("needles").value();
    Yaml.Mapping like = null;
    for (int n = 0; n < old.items().size(); n++) {
      Yaml.Mapping needle = (Yaml.Mapping) old.items().get(n);
      String name = CaseBlocks.needleName(needle, n);
      if (keep.contains(name)) {
        text.append("\n  - ").append(named(needle, name));
      } else if (like == null) {
        like = needle;
      }
    }
    Yaml.Mapping model = like != null ? like : (Yaml.Mapping) old.items().get(0);
    for (TrackReport t : plan.tracks()) {
      text.append("\n  - ").append(planned(model, t, plan));
    }
    return text.toString();
  }

  private static String named(Yaml.Mapping needle, String name) {
    String rest =
        needle.entries().entrySet().stream()
            .filter(e -> !e.getKey().equals("name"))
            .map(e -> e.getKey() + ": " + CaseBlocks.flow(e.getValue().value()))
            .collect(Collectors.joining(", "));
    return "{name: " + CaseBlocks.quoted(name) + ", " + rest + "}";
  }

  private String planned(Yaml.Mapping like, TrackReport track, Plan plan) {
    List<String> entries = new ArrayList<>();
    entries.add("name: " + CaseBlocks.quoted(track.name()));
    for (Map.Entry<String, Yaml.Entry> e : like.entries().entrySet()) {
      if (!REPLACED.contains(e.getKey())) {
        entries.add(e.getKey() + ": " + CaseBlocks.flow(e.getValue().value()));
      }
    }
    Vec3 p = blocks.frame().toRas(track.track().middle());
    Vec3 d = blocks.frame().toRas(track.track().axis());
    entries.add(
        String.format(
            Locale.ROOT,
            "target: {point: [%.4f mm, %.4f mm, %.4f mm]}",
            p.x() * 1e3,
            p.y() * 1e3,
            p.z() * 1e3));
    entries.add(String.format(Locale.ROOT, "direction: [%.7f, %.7f, %.7f]", d.x(), d.y(), d.z()));
    entries.add("protocol: " + CaseBlocks.quoted(ProtocolWords.text(plan.protocol())));
    return "{" + String.join(", ", entries) + "}";
  }
}
