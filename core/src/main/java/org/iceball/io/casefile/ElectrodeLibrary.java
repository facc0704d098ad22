package org.iceball.io.casefile;

import java.io.Reader;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iceball.device.RfElectrode;
import org.iceball.tissue.Cited;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;

/** The electrodes that case files may name. One more is a few rows of {@code electrodes.csv}. */
public final class ElectrodeLibrary {
  private static final String FILE = "electrodes.csv";

  private final Map<String, RfElectrode> electrodes;

  private ElectrodeLibrary(Map<String, RfElectrode> electrodes) {
    this.electrodes = Collections.unmodifiableMap(electrodes);
  }

  /** The library that comes with the program. */
  public static ElectrodeLibrary bundled() {
    return read(LibraryTable.bundled(FILE), FILE);
  }

  /**
   * A library from a table with the columns {@code
   * electrode,property,value,low,high,unit,source,provenance}.
   *
   * @param csv the table; closed afterwards
   * @param file its name, for messages
   * @throws CaseException with every row that lacks an interval or a source, or makes no sense
   */
  public static ElectrodeLibrary read(Reader csv, String file) {
    Notebook notebook = new Notebook();
    LibraryTable table = new LibraryTable(csv, file, "electrode", notebook);
    List<String> known =
        Arrays.stream(ElectrodeProperty.values()).map(ElectrodeProperty::key).toList();
    Map<String, RfElectrode> electrodes = new LinkedHashMap<>();
    for (String name : table.names()) {
      table.refuseOtherRows(name, known);
      int before = notebook.count();
      Map<ElectrodeProperty, Cited> numbers = new EnumMap<>(ElectrodeProperty.class);
      for (ElectrodeProperty p : ElectrodeProperty.values()) {
        if (p.isNeeded() || table.has(name, p.key())) {
          table.number(name, p.key(), p.range()).ifPresent(c -> numbers.put(p, c));
        }
      }
      ElectrodeProperty.trouble(numbers)
          .ifPresent(
              trouble ->
                  notebook.complain(
                      Complaint.BAD_TABLE, file, 0, name + " " + trouble, "add the rows"));
      if (notebook.count() == before) {
        electrodes.put(name, ElectrodeProperty.electrode(name, table.description(name), numbers));
      }
    }
    notebook.throwFindings();
    return new ElectrodeLibrary(electrodes);
  }

  /** The electrode of that name. */
  public Optional<RfElectrode> find(String name) {
    return Optional.ofNullable(electrodes.get(name));
  }

  /** All electrodes, in the order of the table. */
  public Collection<RfElectrode> all() {
    return electrodes.values();
  }

  /** Their names, in the order of the table. */
  public Collection<String> names() {
    return electrodes.keySet();
  }
}
