package org.iceball.io.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes docs/case-reference.md from the schema, and fails where it is not current. */
class CaseReferenceTest {
  private static final Path MADE = Path.of("target", "case-reference.md");

  @Test
  void theReferenceIsThatOfTheSchema() throws IOException {
    String reference = reference(JsonMapper.shared().readTree(CaseSchema.text()).get("$defs"));
    Files.createDirectories(MADE.getParent());
    Files.writeString(MADE, reference);
    assertThat(CaseReaderTest.repository().resolve("docs").resolve("case-reference.md"))
        .as("after a change of the schema: cp core/target/case-reference.md docs/")
        .content()
        .isEqualTo(reference);
  }

  private static String reference(JsonNode definitions) {
    StringBuilder text = new StringBuilder("# The case file, key by key\n\n");
    text.append("Made from `case.schema.json` by `CaseReferenceTest`; not to be edited by hand.");
    text.append(" Defaults, units and what the keys\nmean to the physics:");
    text.append(" [case-file.md](case-file.md).\n\n## Values\n\n| kind | what |\n|---|---|\n");
    for (Map.Entry<String, JsonNode> e : definitions.properties()) {
      if (!e.getValue().has("properties")) {
        String said = e.getValue().path("description").asString("");
        String what = said.isEmpty() ? kind(e.getValue()) : said;
        text.append("| ").append(e.getKey()).append(" | ").append(cell(what)).append(" |\n");
      }
    }
    section("case", definitions.get("case"), text);
    for (Map.Entry<String, JsonNode> e : definitions.properties()) {
      if (e.getValue().has("properties") && !e.getKey().equals("case")) {
        section(e.getKey(), e.getValue(), text);
      }
    }
    return text.toString();
  }

  private static void section(String name, JsonNode definition, StringBuilder text) {
    text.append("\n## ").append(name).append('\n');
    String said = definition.path("description").asString("");
    text.append(said.isEmpty() ? "" : said + ".\n")
        .append("\n| key | value | what |\n|---|---|---|\n");
    List<String> required = new ArrayList<>();
    definition.path("required").forEach(r -> required.add(r.asString()));
    for (Map.Entry<String, JsonNode> e : definition.get("properties").properties()) {
      text.append("| `").append(e.getKey()).append("` | ").append(cell(kind(e.getValue())));
      text.append(required.contains(e.getKey()) ? ", required" : "").append(" | ");
      text.append(cell(e.getValue().path("description").asString(""))).append(" |\n");
    }
  }

  /** What a value is, in a few words. */
  private static String kind(JsonNode node) {
    if (node.has("$ref")) {
      String name = node.get("$ref").asString();
      return name.substring(name.lastIndexOf('/') + 1);
    }
    if (node.has("const")) {
      return node.get("const").toString();
    }
    if (node.has("enum")) {
      List<String> words = new ArrayList<>();
      node.get("enum").forEach(w -> words.add(w.asString()));
      return String.join(", ", words);
    }
    for (String either : new String[] {"oneOf", "anyOf"}) {
      if (node.has(either)) {
        List<String> kinds = new ArrayList<>();
        node.get(either).forEach(k -> kinds.add(kind(k)));
        return String.join(" or ", kinds);
      }
    }
    JsonNode type = node.path("type");
    if (type.isArray()) {
      List<String> types = new ArrayList<>();
      type.forEach(t -> types.add(t.asString()));
      return String.join(" or ", types);
    }
    String one = type.asString("any");
    String bounds =
        (node.has("minimum") ? " from " + node.get("minimum") : "")
            + (node.has("maximum") ? " to " + node.get("maximum") : "");
    return one.equals("array") ? "list of " + kind(node.path("items")) : one + bounds;
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
