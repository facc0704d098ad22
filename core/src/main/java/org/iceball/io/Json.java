package org.iceball.io;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON for programs that read what a command prints. */
public final class Json {
  private static final JsonMapper PLAIN =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private Json() {}

  /**
   * A file's bytes: UTF-8, objects indented, numbers without exponents, the same on every platform.
   */
  public static byte[] file(JsonNode tree) {
    return text(tree).getBytes(StandardCharsets.UTF_8);
  }

  /** The text of such a file. */
  public static String text(JsonNode tree) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(indenter);
    return PLAIN.writer().with(printer).writeValueAsString(tree) + "\n";
  }

  /**
   * JSON with objects and lists indented, lines ended by a line feed, the same on every platform.
   *
   * @param values maps, lists, strings and numbers
   */
  public static String text(List<Map<String, Object>> values) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    return JsonMapper.shared().writer().with(printer).writeValueAsString(values) + "\n";
  }
}
