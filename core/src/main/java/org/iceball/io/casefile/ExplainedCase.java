package org.iceball.io.casefile;

import java.util.List;

/**
 * A resolved case as parts of a page: every value with its unit and who set it.
 *
 * @param parts in the order of {@code iceball explain}
 * @param assumed what the reader had to assume, in full sentences
 * @param sources what an origin such as {@code library [3]} refers to; the first one is [1]
 */
public record ExplainedCase(List<Part> parts, List<String> assumed, List<String> sources) {
  public ExplainedCase {
    parts = List.copyOf(parts);
    assumed = List.copyOf(assumed);
    sources = List.copyOf(sources);
  }

  /**
   * Values that belong together.
   *
   * @param heading of the part
   * @param prose sentences below it; may be empty
   * @param rows its values
   */
  public record Part(String heading, List<String> prose, List<Row> rows) {
    public Part {
      prose = List.copyOf(prose);
      rows = List.copyOf(rows);
    }
  }

  /**
   * A value.
   *
   * @param name for people
   * @param value with its unit, and its interval where it has one
   * @param origin who set it, or its source
   */
  public record Row(String name, String value, String origin) {}
}
