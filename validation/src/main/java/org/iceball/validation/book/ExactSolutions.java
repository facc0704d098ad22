package org.iceball.validation.book;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The exact solutions that rows are held against, and why each of them is believed.
 *
 * @param name of the class in {@code org.iceball.validation.exact} or {@code oracle}
 * @param solves the problem it solves
 * @param source where the formula comes from
 * @param evidence how it was checked, besides the source
 */
public record ExactSolutions(String name, String solves, String source, String evidence) {

  /** The list that belongs to this version. */
  public static List<ExactSolutions> bundled() {
    List<ExactSolutions> all = new ArrayList<>();
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (InputStream in = ExactSolutions.class.getResourceAsStream("exact-solutions.csv");
        CSVParser parser = format.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (CSVRecord r : parser) {
        all.add(
            new ExactSolutions(r.get("name"), r.get("solves"), r.get("source"), r.get("evidence")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(all);
  }
}
