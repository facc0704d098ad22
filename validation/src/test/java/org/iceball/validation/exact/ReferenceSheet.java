package org.iceball.validation.exact;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The sheet of computed reference values that lies outside this repository. */
final class ReferenceSheet {
  private ReferenceSheet() {}

  /** Where the sheet is, or null where this machine doesn't have it. */
  static Path path() {
    String shared = System.getProperty("iceball.shared");
    if (shared == null) {
      return null;
    }
    Path path = Path.of(shared, "reference", "analytic_reference.csv");
    return Files.isRegularFile(path) ? path : null;
  }

  /** All rows, each with the parameters that its set names in its first row. */
  static List<Row> rows(Path path) throws IOException {
    List<Row> rows = new ArrayList<>();
    Map<String, String> notes = new HashMap<>();
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var parser = format.parse(Files.newBufferedReader(path, StandardCharsets.UTF_8))) {
      for (CSVRecord line : parser) {
        String set = line.get("parameter_set");
        String note = line.get("note");
        if (note.startsWith("{")) {
          notes.put(line.get("case") + set, note);
        }
        rows.add(
            new Row(
                (int) line.getRecordNumber() + 1,
                line.get("case"),
                set,
                line.get("quantity"),
                Double.parseDouble(line.get("value")),
                line.get("unit"),
                notes.getOrDefault(line.get("case") + set, "")));
      }
    }
    return rows;
  }

  /** One value of the sheet, with the line it stands on. */
  record Row(
      int line,
      String kind,
      String set,
      String quantity,
      double value,
      String unit,
      String parameters) {

    /** A parameter from a list such as {@code {'ks': 2.0, 'kl': 0.5}}. */
    double parameter(String name) {
      return number("'" + name + "': *", parameters);
    }

    /** A number in the name of the set, after {@code prefix}. */
    double inSet(String prefix) {
      return number(Pattern.quote(prefix), set);
    }

    /** A number in the quantity, after {@code prefix}. */
    double inQuantity(String prefix) {
      return number(Pattern.quote(prefix), quantity);
    }

    private double number(String prefix, String text) {
      Matcher m = Pattern.compile(prefix + "(-?[0-9]*\\.?[0-9]+(?:e-?[0-9]+)?)").matcher(text);
      if (!m.find()) {
        throw new IllegalStateException("line " + line + ": no number after " + prefix);
      }
      return Double.parseDouble(m.group(1));
    }
  }
}
