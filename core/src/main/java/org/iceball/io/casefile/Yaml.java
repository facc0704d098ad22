package org.iceball.io.casefile;

import java.util.List;
import java.util.Map;

/** A YAML document as a tree of plain values that know their lines. No tags, no references. */
sealed interface Yaml {
  /** Where the value begins, counted from 1. */
  int line();

  /** A single value as it is written, without its quotes. */
  record Scalar(String text, boolean quoted, int line) implements Yaml {
    /** True for the words YAML has for nothing, the empty one included. */
    boolean isNothing() {
      return !quoted && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }
  }

  /** A list. */
  record Listing(List<Yaml> items, int line) implements Yaml {}

  /** A mapping, in the order of the file. */
  record Mapping(Map<String, Entry> entries, int line) implements Yaml {}

  /** A value that was refused already; whoever meets it stays silent. */
  record Refused(int line) implements Yaml {}

  /**
   * One entry of a mapping.
   *
   * @param keyLine where its key stands
   */
  record Entry(int keyLine, Yaml value) {}
}
