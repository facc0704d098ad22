package org.iceball.io.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.iceball.device.Needle;
import org.iceball.io.SyntheticOutcome;
import org.iceball.solve.HistoryRow;
import org.iceball.solve.Outcome;
import org.junit.jupiter.api.Test;

class HistoryWriterTest {

  @Test
  void columnsAreWhatTheDocumentsSay() throws IOException {
    Outcome outcome = SyntheticOutcome.twoNeedles();
    List<CSVRecord> rows = parse(HistoryWriter.encode(outcome.needles(), outcome.history()));
    assertThat(rows.get(0).values())
        .containsExactly(
            "time_s",
            "anterior_heat_W",
            "anterior_wall_degC",
            "posterior_heat_W",
            "posterior_wall_degC",
            "iceball_ml",
            "lethal_ml",
            "covered_percent",
            "iceball_error_ml",
            "lethal_error_ml",
            "covered_error_percent");
    assertThat(rows).hasSize(1 + outcome.history().size());
    HistoryRow at = outcome.history().get(3);
    assertThat(rows.get(4).get(0)).isEqualTo("30");
    assertThat(Double.parseDouble(rows.get(4).get(3)))
        .isCloseTo(at.needleHeat().get(1), org.assertj.core.data.Percentage.withPercentage(1e-3));
    assertThat(Double.parseDouble(rows.get(4).get(5)))
        .isCloseTo(at.iceVolume() * 1e6, org.assertj.core.data.Offset.offset(5e-5));
    assertThat(Double.parseDouble(rows.get(4).get(8)))
        .isCloseTo(at.iceVolumeError() * 1e6, org.assertj.core.data.Offset.offset(5e-5));
    assertThat(Double.parseDouble(rows.get(4).get(10)))
        .isCloseTo(at.coveredError() * 100, org.assertj.core.data.Offset.offset(5e-3));
  }

  @Test
  void whatIsNotKnownIsEmpty() throws IOException {
    Outcome outcome = SyntheticOutcome.withoutTarget();
    List<CSVRecord> rows = parse(HistoryWriter.encode(outcome.needles(), outcome.history()));
    CSVRecord passive = rows.get(1 + 70);
    assertThat(passive.get(0)).isEqualTo("700");
    assertThat(passive.get(2)).isEmpty();
    assertThat(passive.get(7)).isEmpty();
    assertThat(passive.values()).endsWith("", "", "");
  }

  @Test
  void needlesOfTheSameOrAnAwkwardNameKeepTheirOwnColumns() throws IOException {
    Needle n = SyntheticOutcome.twoNeedles().needles().get(0);
    Needle awkward = new Needle("a, \"b\"", n.probe(), n.tip(), n.axis(), 0, n.protocol());
    HistoryRow row = new HistoryRow(0, List.of(1.0, 2.0), List.of(273.15, 274.15), 0, 0, 0);
    List<CSVRecord> rows = parse(HistoryWriter.encode(List.of(awkward, awkward), List.of(row)));
    assertThat(rows.get(0).values())
        .contains("a, \"b\"_heat_W", "a, \"b\"#2_heat_W")
        .doesNotHaveDuplicates();
    assertThat(rows.get(1).values())
        .containsExactly("0", "1", "0", "2", "1", "0", "0", "0", "", "", "");
  }

  private static List<CSVRecord> parse(byte[] csv) throws IOException {
    String text = new String(csv, StandardCharsets.UTF_8);
    try (CSVParser parser = CSVParser.parse(new StringReader(text), CSVFormat.RFC4180)) {
      return parser.getRecords();
    }
  }
}
