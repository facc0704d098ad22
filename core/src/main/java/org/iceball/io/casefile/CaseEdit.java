package org.iceball.io.casefile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iceball.grid.Vec3;

/**
 * A case file with other needles, another protocol or another model of its vessels. Everything else
 * stays as its author wrote it, comments included.
 */
public final class CaseEdit {
  private static final Set<String> WHERE = Set.of("name", "target", "aim", "entry", "direction");

  private final CaseBlocks blocks;

  private CaseEdit(String text) {
    blocks = CaseBlocks.of(text);
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
    protocol.ifPresent(p -> blocks.put("protocol", "protocol: " + CaseBlocks.quoted(p)));
    vessels.ifPresent(v -> blocks.put("blood", "blood: " + edit.blood(v)));
    return edit.blocks.with(blocks);
  }

  private String blood(String vessels) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("vessels", vessels);
    if (CaseBlocks.value(blocks.tree(), "blood") instanceof Yaml.Mapping old) {
      old.entries().forEach((k, e) -> entries.putIfAbsent(k, CaseBlocks.flow(e.value())));
    }
    return CaseBlocks.mapping(entries);
  }

  private String needles(List<NeedleEdit> needles, boolean oneProtocol) {
    StringBuilder text = new StringBuilder("needles:");
    for (NeedleEdit n : needles) {
      Map<String, String> entries = new LinkedHashMap<>();
      entries.put("name", CaseBlocks.quoted(n.name()));
      Yaml.Mapping old = named(n.name());
      n.probe().ifPresent(p -> entries.put("probe", CaseBlocks.quoted(p)));
      if (old != null) {
        old.entries()
            .forEach(
                (key, e) -> {
                  boolean gone =
                      (n.moved() && WHERE.contains(key)) || (oneProtocol && key.equals("protocol"));
                  if (!gone) {
                    entries.putIfAbsent(key, CaseBlocks.flow(e.value()));
                  }
                });
      }
      if (n.moved() || old == null) {
        Vec3 tip = blocks.frame().toRas(n.tip());
        Vec3 axis = blocks.frame().toRas(n.axis());
        entries.put("aim", "tip");
        entries.put("target", format("{point: [%.3f mm, %.3f mm, %.3f mm]}", tip.times(1e3)));
        entries.put("direction", format("[%.5f, %.5f, %.5f]", axis));
      }
      text.append("\n  - ").append(CaseBlocks.mapping(entries));
    }
    return text.toString();
  }

  private static String format(String pattern, Vec3 v) {
    return String.format(Locale.ROOT, pattern, v.x(), v.y(), v.z());
  }

  /** The needle that goes by a name in the text, with or without one of its own; or null. */
  private Yaml.Mapping named(String name) {
    if (CaseBlocks.value(blocks.tree(), "needles") instanceof Yaml.Listing list) {
      for (int i = 0; i < list.items().size(); i++) {
        if (list.items().get(i) instanceof Yaml.Mapping needle
            && name.equals(CaseBlocks.needleName(needle, i))) {
          return needle;
        }
      }
    }
    return null;
  }
}
