package org.iceball.validation.reported;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.iceball.units.Dimension;
import org.iceball.units.Quantity;
import org.iceball.validation.book.Csv;
import org.iceball.validation.reported.ReportedRow.Use;

/**
 * The reported zones and the inputs that their studies leave open.
 *
 * @param rows in the order of the file
 * @param inputs by case: interval of the start temperature [K], low and high
 */
public record ReportedTable(List<ReportedRow> rows, Map<String, double[]> inputs) {
  private static final String FOLDER = "/reported/";

  /** The table that belongs to this version. */
  public static ReportedTable bundled() {
    return new ReportedTable(
        rows(new StringReader(text("zones.csv"))), inputs(new StringReader(text("inputs.csv"))));
  }

  /** A text of the folder {@code reported}. */
  static String text(String name) {
    try (InputStream in = ReportedTable.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no " + FOLDER + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /**
   * Reads rows.
   *
   * @throws IllegalArgumentException where a study stands for two uses, or a row makes no sense
   */
  static List<ReportedRow> rows(Reader csv) {
    List<ReportedRow> rows = new ArrayList<>();
    Map<String, Use> uses = new LinkedHashMap<>();
    for (Map<String, String> r : Csv.rows(csv)) {
      Use use = Use.valueOf(r.get("use").toUpperCase(Locale.ROOT));
      Use before = uses.putIfAbsent(r.get("study"), use);
      if (before != null && before != use) {
        throw new IllegalArgumentException(
            r.get("study") + " is used for " + before + " and for " + use + ": choose one");
      }
      String[] quantity = r.get("quantity").split(" over ", 2);
      double u = Double.parseDouble(r.get("u"));
      if (!(u > 0) || r.get("u_reason").isEmpty() || r.get("citation").isEmpty()) {
        throw new IllegalArgumentException(r.get("id") + " lacks an uncertainty or its source");
      }
      rows.add(
          new ReportedRow(
              r.get("id"),
              r.get("study"),
              use,
              r.get("kind"),
              r.get("case"),
              ZoneQuantity.named(quantity[0]),
              quantity.length > 1 ? quantity[1] : "",
              Quantity.parse(r.get("isotherm"), Dimension.TEMPERATURE),
              Double.parseDouble(r.get("value")),
              u,
              r.get("note"),
              r.get("citation")));
    }
    return List.copyOf(rows);
  }

  private static Map<String, double[]> inputs(Reader csv) {
    Map<String, double[]> inputs = new LinkedHashMap<>();
    for (Map<String, String> r : Csv.rows(csv)) {
      double low = Quantity.parse(r.get("low") + " " + r.get("unit"), Dimension.TEMPERATURE);
      double high = Quantity.parse(r.get("high") + " " + r.get("unit"), Dimension.TEMPERATURE);
      inputs.put(r.get("case"), new double[] {low, high});
    }
    return inputs;
  }

  /** The rows of one use. */
  public List<ReportedRow> of(Use use) {
    return rows.stream().filter(r -> r.use() == use).toList();
  }
}
