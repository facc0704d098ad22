package org.iceball.io.casefile;

import java.io.Reader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iceball.tissue.Cited;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;

/**
 * The tissues that case files may name. A tissue more is a few rows of {@code tissues.csv} more.
 */
public final class TissueLibrary {
  private static final String FILE = "tissues.csv";
  private static final String FROZEN_LAW = "frozen_law";

  private final Map<String, Tissue> tissues;

  private TissueLibrary(Map<String, Tissue> tissues) {
    this.tissues = Collections.unmodifiableMap(tissues);
  }

  /** The library that comes with the program. */
  public static TissueLibrary bundled() {
    return read(LibraryTable.bundled(FILE), FILE);
  }

  /**
   * A library from a table with the columns {@code
   * tissue,property,value,low,high,unit,source,provenance}.
   *
   * @param csv the table; closed afterwards
   * @param file its name, for messages
   * @throws CaseException with every row that lacks an interval or a source, or makes no sense
   */
  public static TissueLibrary read(Reader csv, String file) {
    Notebook notebook = new Notebook();
    LibraryTable table = new LibraryTable(csv, file, "tissue", notebook);
    List<String> known = new ArrayList<>(List.of(FROZEN_LAW));
    for (TissueProperty property : TissueProperty.values()) {
      known.add(property.key());
    }
    Map<String, Tissue> tissues = new LinkedHashMap<>();
    for (String name : table.names()) {
      table.refuseOtherRows(name, known);
      tissue(name, table, file, notebook).ifPresent(t -> tissues.put(name, t));
    }
    notebook.throwFindings();
    return new TissueLibrary(tissues);
  }

  private static Optional<Tissue> tissue(
      String name, LibraryTable table, String file, Notebook notebook) {
    Map<TissueProperty, Cited> numbers = new EnumMap<>(TissueProperty.class);
    for (TissueProperty property : TissueProperty.values()) {
      table
          .number(name, property.key(), TissueRanges.of(property))
          .ifPresent(c -> numbers.put(property, c));
    }
    Optional<FrozenLaw> law = table.word(name, FROZEN_LAW).flatMap(TissueLibrary::law);
    if (law.isEmpty()) {
      notebook.complain(
          Complaint.BAD_TABLE, file, 0, name + " has no frozen law", "write rabin or constant");
    }
    if (law.isEmpty() || numbers.size() < TissueProperty.values().length) {
      return Optional.empty();
    }
    // an interval of freezing that may close would let a study divide by nothing
    if (numbers.get(TissueProperty.LIQUIDUS).low() <= numbers.get(TissueProperty.SOLIDUS).high()) {
      notebook.complain(
          Complaint.BAD_TABLE,
          file,
          0,
          "the intervals of liquidus and solidus of " + name + " overlap",
          "narrow them until the liquidus is always the warmer");
      return Optional.empty();
    }
    return Optional.of(new Tissue(name, table.description(name), law.get(), numbers));
  }

  private static Optional<FrozenLaw> law(String key) {
    return Optional.ofNullable(TissueSection.LAWS.get(key));
  }

  /** The tissue of that name. */
  public Optional<Tissue> find(String name) {
    return Optional.ofNullable(tissues.get(name));
  }

  /** All tissues, in the order of the table. */
  public Collection<Tissue> all() {
    return tissues.values();
  }

  /** Their names, in the order of the table. */
  public Collection<String> names() {
    return tissues.keySet();
  }
}
