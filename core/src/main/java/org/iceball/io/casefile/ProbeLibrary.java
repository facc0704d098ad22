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
import org.iceball.device.Cryoprobe;
import org.iceball.tissue.Cited;
import org.iceball.units.CaseException;

/** The cryoprobes that case files may name. One more is a few rows of {@code probes.csv} more. */
public final class ProbeLibrary {
  private static final String FILE = "probes.csv";

  private final Map<String, Cryoprobe> probes;

  private ProbeLibrary(Map<String, Cryoprobe> probes) {
    this.probes = Collections.unmodifiableMap(probes);
  }

  /** The library that comes with the program. */
  public static ProbeLibrary bundled() {
    return read(LibraryTable.bundled(FILE), FILE);
  }

  /**
   * A library from a table with the columns {@code
   * probe,property,value,low,high,unit,source,provenance}.
   *
   * @param csv the table; closed afterwards
   * @param file its name, for messages
   * @throws CaseException with every row that lacks an interval or a source, or makes no sense
   */
  public static ProbeLibrary read(Reader csv, String file) {
    Notebook notebook = new Notebook();
    LibraryTable table = new LibraryTable(csv, file, "probe", notebook);
    List<String> known = Arrays.stream(ProbeProperty.values()).map(ProbeProperty::key).toList();
    Map<String, Cryoprobe> probes = new LinkedHashMap<>();
    for (String name : table.names()) {
      table.refuseOtherRows(name, known);
      Map<ProbeProperty, Cited> numbers = new EnumMap<>(ProbeProperty.class);
      for (ProbeProperty property : ProbeProperty.values()) {
        table
            .number(name, property.key(), property.range())
            .ifPresent(c -> numbers.put(property, c));
      }
      if (numbers.size() == ProbeProperty.values().length) {
        probes.put(name, ProbeProperty.probe(name, table.description(name), numbers));
      }
    }
    notebook.throwFindings();
    return new ProbeLibrary(probes);
  }

  /** The probe of that name. */
  public Optional<Cryoprobe> find(String name) {
    return Optional.ofNullable(probes.get(name));
  }

  /** All probes, in the order of the table. */
  public Collection<Cryoprobe> all() {
    return probes.values();
  }

  /** Their names, in the order of the table. */
  public Collection<String> names() {
    return probes.keySet();
  }
}
