package org.iceball.io.casefile;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.iceball.tissue.Citation;
import org.iceball.tissue.Cited;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;

/**
 * A table of cited numbers, one a row: {@code NAME,property,value,low,high,unit,source,provenance}.
 * No number gets in without an interval and a source.
 */
final class LibraryTable {
  private static final String DESCRIPTION = "description";

  private final String file;
  private final Notebook notebook;
  private final Map<String, Map<String, Row>> items = new LinkedHashMap<>();

  /** A row as written. */
  private record Row(
      String value, String low, String high, String unit, Citation citation, int line) {}

  /**
   * Reads a table.
   *
   * @param csv with a header row
   * @param file its name, for messages
   * @param first name of the first column
   */
  LibraryTable(Reader csv, String file, String first, Notebook notebook) {
    this.file = file;
    this.notebook = notebook;
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();
    try (CSVParser parser = CSVParser.parse(csv, format)) {
      for (CSVRecord row : parser) {
        take(row, first, (int) parser.getCurrentLineNumber());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    } catch (IllegalArgumentException e) {
      complain(1, "the table can't be read: " + e.getMessage(), "compare it with the bundled one");
    }
  }

  private void take(CSVRecord row, String first, int line) {
    String item = row.get(first);
    String property = row.get("property");
    Citation citation = new Citation(row.get("source"), row.get("provenance"));
    boolean prose = property.equals(DESCRIPTION);
    if (!prose && (citation.source().isEmpty() || citation.provenance().isEmpty())) {
      complain(line, item + "'s " + property + " has no source", "fill in source and provenance");
    }
    Row made =
        new Row(row.get("value"), row.get("low"), row.get("high"), row.get("unit"), citation, line);
    if (items.computeIfAbsent(item, i -> new LinkedHashMap<>()).put(property, made) != null) {
      complain(line, item + " has a second row for " + property, "keep one of the two");
    }
  }

  Iterable<String> names() {
    return items.keySet();
  }

  /** What is left of an item once its known properties are taken: rows nobody asks for. */
  void refuseOtherRows(String item, java.util.Collection<String> known) {
    items
        .get(item)
        .forEach(
            (property, row) -> {
              if (!property.equals(DESCRIPTION) && !known.contains(property)) {
                complain(
                    row.line(),
                    Shown.of(property) + " is no property known here",
                    Nearest.remedy(property, known));
              }
            });
  }

  /** The line about an item for people. */
  String description(String item) {
    return word(item, DESCRIPTION).orElse("");
  }

  /** Whether an item has a row for a property. */
  boolean has(String item, String property) {
    return items.get(item).containsKey(property);
  }

  /** Whether a property's row says that nobody has told. */
  boolean isUnknown(String item, String property) {
    return items.get(item).get(property).value().equals("unknown");
  }

  /** Complains of a row. */
  void complainOf(String item, String property, String cause, String remedy) {
    complain(items.get(item).get(property).line(), cause, remedy);
  }

  /** A property that is a word; complained about where it is missing. */
  Optional<String> word(String item, String property) {
    return row(item, property).map(Row::value);
  }

  /** A property that is a number; empty, and complained about, where it can't be trusted. */
  Optional<Cited> number(String item, String property, Range range) {
    Optional<Row> row = row(item, property);
    if (row.isEmpty()) {
      return Optional.empty();
    }
    Row r = row.get();
    if (r.low().isEmpty() || r.high().isEmpty()) {
      complain(
          r.line(),
          item + "'s " + property + " has no interval",
          "fill in low and high, and say in provenance where they are assumed");
      return Optional.empty();
    }
    try {
      double value = Numbers.quantity(r.value() + " " + r.unit(), range);
      double low = Numbers.quantity(r.low() + " " + r.unit(), range);
      double high = Numbers.quantity(r.high() + " " + r.unit(), range);
      return Optional.of(new Cited(value, low, high, r.citation()));
    } catch (CaseException e) {
      e.findings().forEach(f -> complain(r.line(), property + ": " + f.cause(), f.remedy()));
    } catch (IllegalArgumentException e) {
      complain(r.line(), e.getMessage(), "order them low, value, high");
    }
    return Optional.empty();
  }

  private Optional<Row> row(String item, String property) {
    Row row = items.get(item).get(property);
    if (row == null) {
      complain(0, item + " has no row for " + property, "add one");
    }
    return Optional.ofNullable(row);
  }

  private void complain(int line, String cause, String remedy) {
    notebook.complain(Complaint.BAD_TABLE, file, line, cause, remedy);
  }

  /** A table that comes with the program. */
  static Reader bundled(String file) {
    return new InputStreamReader(Resources.open(file), StandardCharsets.UTF_8);
  }
}
