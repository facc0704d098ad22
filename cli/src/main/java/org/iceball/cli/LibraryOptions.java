package org.iceball.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.iceball.io.Json;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which entries of a library are printed, and how. */
final class LibraryOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Parameters(arity = "0..*", paramLabel = "NAME", description = "Only these; all without a name.")
  private List<String> names = List.of();

  @Option(names = "--json", description = "Print JSON. Values are in SI units.")
  private boolean json;

  /**
   * Prints the entries that were asked for.
   *
   * @throws ParameterException where one of the names is none
   */
  void print(List<LibraryEntry> all, Console console) {
    for (String name : names) {
      if (all.stream().noneMatch(entry -> entry.name().equals(name))) {
        String known = all.stream().map(LibraryEntry::name).collect(Collectors.joining(", "));
        throw new ParameterException(
            command.commandLine(), "There is no `" + name + "`; there are " + known + ".");
      }
    }
    List<LibraryEntry> asked =
        all.stream().filter(e -> names.isEmpty() || names.contains(e.name())).toList();
    if (json) {
      console.out().print(Json.text(asked.stream().map(LibraryOptions::tree).toList()));
      return;
    }
    console.out().print(LibraryText.of(asked));
  }

  private static Map<String, Object> tree(LibraryEntry entry) {
    List<Object> properties = new ArrayList<>();
    for (LibraryEntry.Property property : entry.properties()) {
      Map<String, Object> node = new LinkedHashMap<>();
      node.put("property", property.key());
      node.put("value", property.cited().value());
      node.put("low", property.cited().low());
      node.put("high", property.cited().high());
      node.put("unit", property.dimension().siUnit());
      node.put("source", property.cited().citation().source());
      node.put("provenance", property.cited().citation().provenance());
      properties.add(node);
    }
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("name", entry.name());
    node.put("description", entry.description());
    node.put("properties", properties);
    return node;
  }
}
