package org.iceball.io.result;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * What clinical studies reported of both treatments, those that agree and those that do not; every
 * comparison carries it, because a simulated difference invites conclusions that they do not
 * support. {@code evidence.csv} beside this class.
 */
public final class ReportedTrials {
  private ReportedTrials() {}

  /**
   * A study's figure.
   *
   * @param study authors and year
   * @param pmid of the publication
   * @param quantity in whom, what
   * @param cryo [%]
   * @param rfa [%]
   * @param p as reported; may be empty
   * @param kind of study
   * @param direction which treatment it speaks for
   */
  public record Trial(
      String study,
      String pmid,
      String quantity,
      String cryo,
      String rfa,
      String p,
      String kind,
      String direction) {}

  /** All of them, in the order of the file. */
  public static List<Trial> all() {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader in =
        new InputStreamReader(
            ReportedTrials.class.getResourceAsStream("evidence.csv"), StandardCharsets.UTF_8)) {
      List<Trial> trials = new ArrayList<>();
      for (CSVRecord r : format.parse(in)) {
        trials.add(
            new Trial(
                r.get("study"),
                r.get("pmid"),
                r.get("quantity"),
                r.get("cryo_percent"),
                r.get("rfa_percent"),
                r.get("p"),
                r.get("kind"),
                r.get("direction")));
      }
      return trials;
    } catch (IOException e) {
      throw new UncheckedIOException("evidence.csv", e);
    }
  }
}
