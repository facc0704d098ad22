package org.iceball.io;

import java.util.List;
import java.util.Map;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** JSON for programs that read what a command prints. */
public final class Json {
  private Json() {}

  /**
   * Indented JSON, lines ended by a line feed, the same on every platform.
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
