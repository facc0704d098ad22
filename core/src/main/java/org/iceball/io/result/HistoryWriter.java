package org.iceball.io.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.iceball.device.Needle;
import org.iceball.solve.CurrentReading;
import org.iceball.solve.HistoryRow;

/** The treatment against time as {@code history.csv}; its columns are in docs/results.md. */
public final class HistoryWriter {
  private HistoryWriter() {}

  /**
   * The table: one row a history row; an empty field where there is no value.
   *
   * @param needles in the order of the rows' lists
   * @param rows in time order
   * @return UTF-8, comma separated, lines ended by a line feed
   */
  public static byte[] encode(List<Needle> needles, List<HistoryRow> rows) {
    StringBuilder text = new StringBuilder();
    CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      boolean heats = rows.stream().anyMatch(r -> r.current() != null);
      printer.printRecord(header(needles, heats));
      for (HistoryRow row : rows) {
        printer.printRecord(fields(row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a StringBuilder does not fail", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> header(List<Needle> needles, boolean heats) {
    List<String> header = new ArrayList<>(List.of("time_s"));
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < needles.size(); i++) {
      String name = needles.get(i).name();
      // Two columns of one name would be one column to most readers.
      String column = taken.add(name) ? name : name + "#" + (i + 1);
      header.add(column + "_heat_W");
      header.add(column + "_wall_degC");
    }
    header.addAll(List.of("iceball_ml", "lethal_ml", "covered_percent"));
    header.addAll(List.of("iceball_error_ml", "lethal_error_ml", "covered_error_percent"));
    if (heats) {
      header.addAll(List.of("power_W", "current_mA", "voltage_V", "impedance_ohm", "metal_degC"));
    }
    return header;
  }

  private static List<BigDecimal> fields(HistoryRow row) {
    List<BigDecimal> fields = new ArrayList<>();
    fields.add(Rounded.decimals(row.time(), 3));
    for (int i = 0; i < row.needleHeat().size(); i++) {
      fields.add(Rounded.significant(row.needleHeat().get(i), 6));
      fields.add(Rounded.celsius(row.wallTemperature().get(i)));
    }
    fields.add(Rounded.ml(row.iceVolume()));
    fields.add(Rounded.ml(row.lethalVolume()));
    fields.add(Rounded.percent(row.covered()));
    fields.add(Rounded.ml(row.iceVolumeError()));
    fields.add(Rounded.ml(row.lethalVolumeError()));
    fields.add(Rounded.percent(row.coveredError()));
    if (row.current() != null) {
      CurrentReading shown = row.current();
      fields.add(Rounded.significant(shown.power(), 6));
      fields.add(Rounded.significant(1e3 * shown.current(), 6));
      fields.add(Rounded.significant(shown.voltage(), 6));
      fields.add(Rounded.significant(shown.impedance(), 6));
      fields.add(Rounded.celsius(shown.metal()));
    }
    return fields;
  }
}
