package org.iceball.cli;

import java.util.ArrayList;
import java.util.List;
import org.iceball.device.Applicator;
import org.iceball.injury.InjuryKind;
import org.iceball.injury.NamedLaw;
import org.iceball.io.casefile.ProbeNumber;
import org.iceball.tissue.Cited;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;
import org.iceball.units.Dimension;

/**
 * A tissue, a probe or an injury law as a list of cited numbers, for printing.
 *
 * @param name how case files call it
 * @param description one line for people
 * @param properties every number of it
 */
record LibraryEntry(String name, String description, List<Property> properties) {

  /**
   * A property.
   *
   * @param key its name in case files
   * @param cited value and interval [SI], and where they come from
   * @param dimension what it measures
   */
  record Property(String key, Cited cited, Dimension dimension) {}

  /** The tissue's properties, in the order of {@link TissueProperty}. */
  static LibraryEntry of(Tissue tissue) {
    List<Property> properties = new ArrayList<>();
    for (TissueProperty property : TissueProperty.values()) {
      properties.add(
          new Property(property.key(), tissue.properties().get(property), property.dimension()));
    }
    String law = "frozen law " + tissue.frozenLaw().key();
    String description = tissue.description();
    return new LibraryEntry(
        tissue.name(), description.isEmpty() ? law : description + " (" + law + ")", properties);
  }

  /** The law's numbers. */
  static LibraryEntry of(NamedLaw law) {
    List<Property> properties = new ArrayList<>();
    for (InjuryKind.Parameter number : law.kind().numbers()) {
      Cited cited = law.numbers().get(number.key());
      properties.add(new Property(number.key(), cited, number.dimension()));
    }
    String usual = law.usual() ? "; in every case that names no laws" : "";
    String parts = law.parts().isEmpty() ? "" : " of " + String.join(", ", law.parts());
    String kind = " (" + law.kind().key() + parts + usual + ")";
    return new LibraryEntry(law.name(), law.description() + kind, properties);
  }

  /** The properties of a probe or an electrode. */
  static LibraryEntry of(Applicator probe) {
    return new LibraryEntry(
        probe.name(),
        probe.description(),
        ProbeNumber.of(probe).stream()
            .map(n -> new Property(n.key(), n.cited(), n.dimension()))
            .toList());
  }
}
