package org.iceball.io.casefile;

import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iceball.device.Cryoprobe;
import org.iceball.device.GasCooling;
import org.iceball.device.GasCooling.Coolant;
import org.iceball.tissue.Citation;
import org.iceball.tissue.Cited;
import org.iceball.units.CaseException;

/**
 * The cryoprobes that case files may name. One more is a few rows of {@code probes.csv} more.
 *
 * <p>A row {@code runs_as} names an earlier probe whose numbers stand in for those that nobody has
 * told: a trade name whose active length is {@code unknown} runs with that of its class, and every
 * number says so.
 */
public final class ProbeLibrary {
  private static final String FILE = "probes.csv";
  private static final String COOLANT = "coolant";
  private static final String RUNS_AS = "runs_as";
  private static final Map<String, Coolant> COOLANTS =
      Map.of("argon", Coolant.ARGON, "nitrogen", Coolant.NITROGEN);

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
    List<String> known = new ArrayList<>(List.of(COOLANT, RUNS_AS));
    Arrays.stream(ProbeProperty.values()).map(ProbeProperty::key).forEach(known::add);
    Arrays.stream(GasProperty.values()).map(GasProperty::key).forEach(known::add);
    Map<String, Cryoprobe> probes = new LinkedHashMap<>();
    for (String name : table.names()) {
      table.refuseOtherRows(name, known);
      Cryoprobe standIn = standIn(table, name, probes);
      Map<ProbeProperty, Cited> numbers = new EnumMap<>(ProbeProperty.class);
      for (ProbeProperty p : ProbeProperty.values()) {
        Cited spare = standIn == null ? null : p.of(standIn);
        number(table, name, p.key(), p.range(), spare, standIn).ifPresent(c -> numbers.put(p, c));
      }
      GasCooling gas = gas(table, name, standIn);
      if (numbers.size() == ProbeProperty.values().length) {
        probes.put(name, ProbeProperty.probe(name, table.description(name), numbers, gas));
      }
    }
    notebook.throwFindings();
    return new ProbeLibrary(probes);
  }

  private static Cryoprobe standIn(LibraryTable table, String name, Map<String, Cryoprobe> before) {
    if (!table.has(name, RUNS_AS)) {
      return null;
    }
    String other = table.word(name, RUNS_AS).orElse("");
    if (!before.containsKey(other)) {
      table.complainOf(
          name,
          RUNS_AS,
          Shown.of(other) + " is no probe that stands before " + name,
          Nearest.remedy(other, before.keySet()));
    }
    return before.get(other);
  }

  /** A number, or that of the probe which stands in where it is not known. */
  private static Optional<Cited> number(
      LibraryTable table, String name, String key, Range range, Cited spare, Cryoprobe standIn) {
    if (standIn == null || (table.has(name, key) && !table.isUnknown(name, key))) {
      return table.number(name, key, range);
    }
    Citation from = spare.citation();
    String source = "unknown for " + name + "; that of " + standIn.name() + ": " + from.source();
    Citation citation = new Citation(source, from.provenance());
    return Optional.of(new Cited(spare.value(), spare.low(), spare.high(), citation));
  }

  private static GasCooling gas(LibraryTable table, String name, Cryoprobe standIn) {
    GasCooling spare = standIn == null ? null : standIn.gas();
    if (spare == null && !table.has(name, COOLANT)) {
      return null;
    }
    Map<GasProperty, Cited> numbers = new EnumMap<>(GasProperty.class);
    for (GasProperty p : GasProperty.values()) {
      Cited other = spare == null ? null : p.of(spare);
      number(table, name, p.key(), p.range(), other, spare == null ? null : standIn)
          .ifPresent(c -> numbers.put(p, c));
    }
    Coolant coolant = spare == null ? Coolant.ARGON : spare.coolant();
    if (table.has(name, COOLANT)) {
      String word = table.word(name, COOLANT).orElse("");
      coolant = COOLANTS.get(word);
      if (coolant == null) {
        table.complainOf(
            name, COOLANT, Shown.of(word) + " cools no probe here", "write argon or nitrogen");
      }
    }
    return numbers.size() == GasProperty.values().length ? GasProperty.gas(coolant, numbers) : null;
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
