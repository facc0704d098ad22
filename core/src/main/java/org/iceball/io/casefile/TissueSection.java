package org.iceball.io.casefile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.iceball.tissue.Cited;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;
import org.iceball.units.Complaint;
import org.iceball.units.Quantity;

/** {@code tissue: liver}, or {@code tissue: {base: liver, perfusion: 0.0125 1/s}}. */
final class TissueSection {
  /** The words for frozen laws. */
  static final Map<String, FrozenLaw> LAWS =
      Arrays.stream(FrozenLaw.values()).collect(Collectors.toMap(FrozenLaw::key, l -> l));

  private final TissueLibrary library;

  TissueSection(TissueLibrary library) {
    this.library = library;
  }

  /** The tissue of a region. */
  Tissue read(Section region) {
    Tissue standIn = library.all().iterator().next();
    if (!region.has("tissue")) {
      region.missing("tissue", "name one of " + String.join(", ", library.names()));
      return standIn;
    }
    Yaml value = region.value("tissue").orElseThrow();
    if (value instanceof Yaml.Mapping) {
      return changed(region.section("tissue", CaseSection.TISSUE), standIn);
    }
    return region
        .text(value, region.place("tissue"))
        .map(name -> named(region, "tissue", name, standIn))
        .orElse(standIn);
  }

  private Tissue named(Section section, String key, String name, Tissue standIn) {
    return library
        .find(name)
        .orElseGet(
            () -> {
              section.complain(
                  Complaint.UNKNOWN_NAME,
                  key,
                  Shown.of(name) + " is no tissue known here",
                  Nearest.remedy(name, library.names()));
              return standIn;
            });
  }

  private Tissue changed(Section section, Tissue standIn) {
    int before = section.notebook().count();
    String base = section.text("base", "", "name the tissue that the others come from");
    Tissue tissue = base.isEmpty() ? standIn : named(section, "base", base, standIn);
    List<String> changes = new ArrayList<>();
    for (TissueProperty property : TissueProperty.values()) {
      if (section.has(property.key())) {
        double value =
            section.quantity(property.key(), TissueRanges.of(property), tissue.value(property));
        tissue = tissue.with(property, Cited.byUser(value));
        changes.add(
            property.key().replace('_', ' ') + " " + Quantity.text(value, property.dimension()));
      }
    }
    FrozenLaw law = section.word("frozen_law", LAWS, tissue.frozenLaw());
    if (law != tissue.frozenLaw()) {
      tissue = tissue.with(law);
      changes.add("frozen law " + law.key());
    }
    if (section.notebook().count() == before) {
      refuseClosedRange(section, tissue);
    }
    if (changes.isEmpty()) {
      return tissue;
    }
    // another tissue, so another name: equal names are equal tissues
    return new Tissue(
        tissue.name() + " with " + String.join(", ", changes),
        tissue.description(),
        tissue.frozenLaw(),
        tissue.properties());
  }

  private static void refuseClosedRange(Section section, Tissue tissue) {
    if (tissue.value(TissueProperty.LIQUIDUS) <= tissue.value(TissueProperty.SOLIDUS)) {
      String key =
          section.has(TissueProperty.LIQUIDUS.key())
              ? TissueProperty.LIQUIDUS.key()
              : TissueProperty.SOLIDUS.key();
      section.complain(
          Complaint.OUT_OF_RANGE,
          key,
          "the liquidus, where freezing begins, is not warmer than the solidus, where it ends",
          "write a liquidus above the solidus, for example -1 degC and -8 degC");
    }
  }
}
