package org.iceball.io.casefile;

import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iceball.injury.InjuryKind;
import org.iceball.injury.InjuryLaw;
import org.iceball.injury.NamedLaw;
import org.iceball.tissue.Cited;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;

/** The injury laws that case files may name. One more is a few rows of {@code injury.csv} more. */
public final class InjuryLibrary {
  private static final String FILE = "injury.csv";
  private static final String KIND = "kind";
  private static final String USUAL = "usual";
  private static final String PARTS = "parts";

  private final Map<String, NamedLaw> laws;

  private InjuryLibrary(Map<String, NamedLaw> laws) {
    this.laws = Collections.unmodifiableMap(laws);
  }

  /** The library that comes with the program. */
  public static InjuryLibrary bundled() {
    return read(LibraryTable.bundled(FILE), FILE);
  }

  /**
   * A library from a table with the columns {@code
   * law,property,value,low,high,unit,source,provenance}. A law that joins others stands below them.
   *
   * @param csv the table; closed afterwards
   * @param file its name, for messages
   * @throws CaseException with every row that lacks an interval or a source, or makes no sense
   */
  public static InjuryLibrary read(Reader csv, String file) {
    Notebook notebook = new Notebook();
    LibraryTable table = new LibraryTable(csv, file, "law", notebook);
    Map<String, NamedLaw> laws = new LinkedHashMap<>();
    for (String name : table.names()) {
      Optional<InjuryKind> kind = table.word(name, KIND).flatMap(InjuryLibrary::kind);
      if (kind.isEmpty()) {
        notebook.complain(
            Complaint.BAD_TABLE,
            file,
            0,
            name + " is of no kind known here",
            "write one of " + String.join(", ", kinds()));
      } else {
        law(name, kind.get(), table, laws, file, notebook).ifPresent(l -> laws.put(name, l));
      }
    }
    notebook.throwFindings();
    return new InjuryLibrary(laws);
  }

  private static Optional<NamedLaw> law(
      String name,
      InjuryKind kind,
      LibraryTable table,
      Map<String, NamedLaw> known,
      String file,
      Notebook notebook) {
    int before = notebook.count();
    List<String> properties = new ArrayList<>(List.of(KIND, USUAL));
    Map<String, Cited> cited = new LinkedHashMap<>();
    Map<String, Double> values = new HashMap<>();
    for (InjuryKind.Parameter n : kind.numbers()) {
      properties.add(n.key());
      table
          .number(name, n.key(), new Range(n.dimension(), n.low(), n.high()))
          .ifPresent(c -> cited.put(n.key(), c));
    }
    cited.forEach((key, c) -> values.put(key, c.value()));
    List<String> parts = List.of();
    List<InjuryLaw> joined = new ArrayList<>();
    if (kind.isOfParts()) {
      properties.add(PARTS);
      parts = List.of(table.word(name, PARTS).orElse("").strip().split("\\s+"));
      for (String part : parts) {
        if (known.containsKey(part)) {
          joined.add(known.get(part).law());
        } else {
          notebook.complain(
              Complaint.BAD_TABLE,
              file,
              0,
              name + " joins " + Shown.of(part) + ", which does not stand above it",
              "name laws that stand above it");
        }
      }
    }
    table.refuseOtherRows(name, properties);
    boolean usual = table.word(name, USUAL).orElse("no").equals("yes");
    if (notebook.count() > before) {
      return Optional.empty();
    }
    try {
      InjuryLaw law = kind.law(values, joined);
      return Optional.of(
          new NamedLaw(name, table.description(name), usual, kind, cited, parts, law));
    } catch (IllegalArgumentException e) {
      notebook.complain(
          Complaint.BAD_TABLE, file, 0, name + ": " + e.getMessage(), "check its numbers");
      return Optional.empty();
    }
  }

  private static Optional<InjuryKind> kind(String key) {
    return Arrays.stream(InjuryKind.values()).filter(k -> k.key().equals(key)).findFirst();
  }

  private static List<String> kinds() {
    return Arrays.stream(InjuryKind.values()).map(InjuryKind::key).toList();
  }

  /** The law of that name. */
  public Optional<NamedLaw> find(String name) {
    return Optional.ofNullable(laws.get(name));
  }

  /** All laws, in the order of the table. */
  public Collection<NamedLaw> all() {
    return laws.values();
  }

  /** Those of a case that names none, in the order of the table. */
  public List<NamedLaw> usual() {
    return laws.values().stream().filter(NamedLaw::usual).toList();
  }

  /** Those by which heat kills, in the order of the table: those of a case that heats. */
  public List<NamedLaw> ofHeat() {
    return laws.values().stream().filter(l -> l.law().cause() == InjuryLaw.Cause.HEAT).toList();
  }

  /** Their names, in the order of the table. */
  public Collection<String> names() {
    return laws.keySet();
  }
}
