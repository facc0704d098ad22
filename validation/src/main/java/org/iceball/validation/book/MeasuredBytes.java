package org.iceball.validation.book;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a case found as bytes, every bit of its numbers. */
final class MeasuredBytes {
  private MeasuredBytes() {}

  static void write(Measured measured, DataOutputStream out) throws IOException {
    out.writeInt(measured.values().size());
    for (Map.Entry<String, Double> value : new TreeMap<>(measured.values()).entrySet()) {
      text(value.getKey(), out);
      out.writeDouble(value.getValue());
    }
    text(measured.complaint(), out);
    out.writeInt(measured.charts().size());
    for (Chart chart : measured.charts()) {
      text(chart.title(), out);
      text(chart.horizontal(), out);
      text(chart.vertical(), out);
      out.writeBoolean(chart.logarithmic());
      out.writeInt(chart.series().size());
      for (Chart.Series s : chart.series()) {
        text(s.name(), out);
        out.writeBoolean(s.line());
        numbers(s.x(), out);
        numbers(s.y(), out);
      }
    }
    out.writeInt(measured.tables().size());
    for (Table table : measured.tables()) {
      text(table.title(), out);
      texts(table.headers(), out);
      out.writeInt(table.rows().size());
      for (List<String> row : table.rows()) {
        texts(row, out);
      }
    }
  }

  /**
   * Reads what was written.
   *
   * @throws IOException where it was not
   */
  static Measured read(DataInputStream in) throws IOException {
    Map<String, Double> values = new LinkedHashMap<>();
    for (int n = count(in); n > 0; n--) {
      values.put(text(in), in.readDouble());
    }
    String complaint = text(in);
    List<Chart> charts = new ArrayList<>();
    for (int n = count(in); n > 0; n--) {
      charts.add(new Chart(text(in), text(in), text(in), in.readBoolean(), series(in)));
    }
    List<Table> tables = new ArrayList<>();
    for (int n = count(in); n > 0; n--) {
      String title = text(in);
      List<String> headers = texts(in);
      List<List<String>> rows = new ArrayList<>();
      for (int r = count(in); r > 0; r--) {
        rows.add(texts(in));
      }
      tables.add(new Table(title, headers, rows));
    }
    return new Measured(values, complaint, charts, tables);
  }

  private static List<Chart.Series> series(DataInputStream in) throws IOException {
    List<Chart.Series> series = new ArrayList<>();
    for (int n = count(in); n > 0; n--) {
      series.add(new Chart.Series(text(in), in.readBoolean(), numbers(in), numbers(in)));
    }
    return series;
  }

  private static void texts(List<String> texts, DataOutputStream out) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      text(text, out);
    }
  }

  private static List<String> texts(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int n = count(in); n > 0; n--) {
      texts.add(text(in));
    }
    return texts;
  }

  private static void text(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    byte[] bytes = new byte[count(in)];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void numbers(double[] numbers, DataOutputStream out) throws IOException {
    out.writeInt(numbers.length);
    for (double number : numbers) {
      out.writeDouble(number);
    }
  }

  private static double[] numbers(DataInputStream in) throws IOException {
    double[] numbers = new double[count(in)];
    for (int n = 0; n < numbers.length; n++) {
      numbers[n] = in.readDouble();
    }
    return numbers;
  }

  /** How many of something follow; never more than there are bytes left. */
  private static int count(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > in.available()) {
      throw new IOException("it is damaged");
    }
    return count;
  }
}
