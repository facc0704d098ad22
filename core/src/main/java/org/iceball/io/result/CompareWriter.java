package org.iceball.io.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.iceball.io.AtomicFile;
import org.iceball.io.Json;
import org.iceball.io.picture.ComparePicture;
import org.iceball.study.compare.Comparison;
import org.iceball.study.compare.MarginMap;
import org.iceball.study.compare.Pairing;

/**
 * Writes a comparison into a folder: {@code compare.png}, {@code margins.csv}, {@code compare.txt}
 * and, as the last, {@code compare.json}. docs/results.md says what is in them.
 */
public final class CompareWriter {
  private static final int ROWS = 36;

  private CompareWriter() {}

  /**
   * Writes all files, each at once or not at all.
   *
   * @param folder made where it is missing; files of these names are replaced
   * @param draw whether the picture is drawn
   * @throws org.iceball.units.CaseException {@code cannot-write}
   */
  public static void write(
      Comparison comparison, Provenance provenance, Path folder, boolean draw) {
    AtomicFile.prepareFolder(folder);
    if (draw) {
      AtomicFile.write(folder.resolve("compare.png"), ComparePicture.draw(comparison));
    }
    AtomicFile.write(folder.resolve("margins.csv"), margins(comparison));
    AtomicFile.write(
        folder.resolve("compare.txt"),
        CompareText.of(comparison, provenance).getBytes(StandardCharsets.UTF_8));
    AtomicFile.write(
        folder.resolve("compare.json"), Json.file(CompareNodes.of(comparison, provenance)));
  }

  private static byte[] margins(Comparison comparison) {
    StringBuilder text = new StringBuilder();
    CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      printer.printRecord("matching", "up_deg", "azimuth_deg", "first_mm", "second_mm");
      for (Pairing p : comparison.pairings()) {
        MarginMap a = MarginMap.of(p.first().outcome(), p.first().arm().law(), ROWS);
        MarginMap b = MarginMap.of(p.second().outcome(), p.second().arm().law(), ROWS);
        for (int r = 0; r < a.rows(); r++) {
          for (int c = 0; c < a.columns(); c++) {
            printer.printRecord(
                p.matching().name().toLowerCase(java.util.Locale.ROOT),
                90 - 180 * (r + 0.5) / a.rows(),
                360 * (c + 0.5) / a.columns() - 180,
                Rounded.mm(a.margin()[r][c]),
                Rounded.mm(b.margin()[r][c]));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a StringBuilder does not fail", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
