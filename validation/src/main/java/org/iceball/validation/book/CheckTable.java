package org.iceball.validation.book;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;

/** Reads the table of checks; a row that could not fail, or not be run, is refused. */
public final class CheckTable {
  /** The columns, in this order. */
  public static final List<String> COLUMNS =
      List.of(
          "id",
          "group",
          "case",
          "quantity",
          "unit",
          "metric",
          "expected",
          "tolerance",
          "tier",
          "must_fail",
          "reason",
          "citation");

  private static final int MOST_ROWS = 10_000;

  private final String place;
  private final Set<String> cases;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private CheckTable(String place, Set<String> cases) {
    this.place = place;
    this.cases = cases;
  }

  /**
   * The table that belongs to this version, {@code validation/checks.csv}.
   *
   * @param cases names of the cases there are
   */
  public static List<Check> bundled(Set<String> cases) {
    try (InputStream in = CheckTable.class.getResourceAsStream("/checks.csv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return read(text, "checks.csv", cases);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A table in a file.
   *
   * @param file CSV, UTF-8
   * @param cases names of the cases there are
   * @throws CaseException with every malformed row
   */
  public static List<Check> read(Path file, Set<String> cases) {
    try (Reader in = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
      return new CheckTable(file.toString(), cases).rows(in);
    } catch (IOException e) {
      throw new CaseException(
          Finding.of(
              Complaint.FILE_NOT_FOUND,
              file.toString(),
              "the table of checks can't be read",
              "check the path"));
    }
  }

  /**
   * A table in a text.
   *
   * @param text CSV
   * @param place what to call it in complaints
   * @param cases names of the cases there are
   * @throws CaseException with every malformed row
   */
  public static List<Check> read(String text, String place, Set<String> cases) {
    try {
      return new CheckTable(place, cases).rows(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Check> rows(Reader in) throws IOException {
    List<Check> checks = new ArrayList<>();
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
    try (CSVParser parser = format.parse(in)) {
      if (!parser.getHeaderNames().equals(COLUMNS)) {
        complain(1, "the columns are " + parser.getHeaderNames(), "make them " + COLUMNS);
      } else {
        for (CSVRecord record : parser) {
          int before = findings.size();
          Check check = row(record, (int) parser.getCurrentLineNumber());
          if (findings.size() == before && checks.size() < MOST_ROWS) {
            checks.add(check);
          }
        }
      }
    }
    if (checks.isEmpty() && findings.isEmpty()) {
      complain(1, "there are no rows", "a table has at least one");
    }
    if (!findings.isEmpty()) {
      throw new CaseException(findings);
    }
    return List.copyOf(checks);
  }

  private Check row(CSVRecord record, int line) {
    if (!record.isConsistent()) {
      complain(line, "the row has " + record.size() + " fields", "give it " + COLUMNS.size());
      return null;
    }
    for (String column : COLUMNS) {
      if (record.get(column).isEmpty()) {
        complain(line, "the field " + column + " is empty", "fill it in");
        return null;
      }
    }
    String id = record.get("id");
    if (!ids.add(id)) {
      complain(line, "there is another row with the id " + id, "give each row an id of its own");
    }
    String name = record.get("case");
    if (!cases.contains(name)) {
      complain(line, "there is no case of the name " + name, "write the case, or mend the name");
    }
    Optional<Group> group = Group.of(record.get("group"));
    if (group.isEmpty()) {
      String known = String.join(", ", Arrays.stream(Group.values()).map(Group::key).toList());
      complain(line, record.get("group") + " is no group", "write one of " + known);
      return null;
    }
    Optional<Metric> metric = Metric.of(record.get("metric"));
    if (metric.isEmpty()) {
      String known = String.join(", ", Arrays.stream(Metric.values()).map(Metric::key).toList());
      complain(line, record.get("metric") + " is no metric", "write one of " + known);
      return null;
    }
    boolean refused = metric.get() == Metric.REFUSED;
    String expected = record.get("expected");
    if (refused && Arrays.stream(Complaint.values()).noneMatch(c -> c.code().equals(expected))) {
      complain(
          line, expected + " is no complaint", "write a code that docs/exit-codes.md explains");
    }
    boolean mustFail = flag(record, "must_fail", "yes", "no", line);
    if (refused && !mustFail) {
      complain(line, "a refusal that need not happen", "set must_fail to yes");
    }
    boolean longTier = flag(record, "tier", "long", "fast", line);
    return new Check(
        id,
        group.get(),
        name,
        record.get("quantity"),
        record.get("unit"),
        metric.get(),
        refused ? Double.NaN : number(record, "expected", line),
        refused ? expected : "",
        tolerance(record, refused, line),
        longTier ? Check.Tier.LONG : Check.Tier.FAST,
        mustFail,
        record.get("reason"),
        record.get("citation"));
  }

  private double tolerance(CSVRecord record, boolean refused, int line) {
    double value = number(record, "tolerance", line);
    if (!(value >= 0) || (refused && value != 0)) {
      complain(line, "the tolerance is " + value, "give a number from 0; 0 for a refusal");
    }
    return value;
  }

  private boolean flag(CSVRecord record, String column, String yes, String no, int line) {
    String word = record.get(column);
    if (!word.equals(yes) && !word.equals(no)) {
      complain(line, column + " is " + word, "write " + yes + " or " + no);
    }
    return word.equals(yes);
  }

  private double number(CSVRecord record, String column, int line) {
    try {
      double value = Double.parseDouble(record.get(column));
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // complained about below, as a value that is not finite is
    }
    complain(line, column + " is " + record.get(column) + ", no finite number", "give one");
    return Double.NaN;
  }

  private void complain(int line, String cause, String remedy) {
    findings.add(new Finding(Complaint.BAD_TABLE, place, line, cause, remedy));
  }
}
