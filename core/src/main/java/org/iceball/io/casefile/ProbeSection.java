package org.iceball.io.casefile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.iceball.device.Cryoprobe;
import org.iceball.device.GasCooling;
import org.iceball.tissue.Cited;
import org.iceball.units.Complaint;
import org.iceball.units.Quantity;

/** {@code probe: 17G}, or {@code probe: {base: 17G, active_length: 30 mm}}. */
final class ProbeSection {
  private final ProbeLibrary library;

  ProbeSection(ProbeLibrary library) {
    this.library = library;
  }

  /** The probe of a needle. */
  Cryoprobe read(Section needle) {
    Cryoprobe standIn = library.all().iterator().next();
    if (!needle.has("probe")) {
      needle.missing("probe", "name one of " + String.join(", ", library.names()));
      return standIn;
    }
    Yaml value = needle.value("probe").orElseThrow();
    if (value instanceof Yaml.Mapping) {
      return changed(needle.section("probe", CaseSection.PROBE), standIn);
    }
    return needle
        .text(value, needle.place("probe"))
        .map(name -> named(needle, "probe", name, standIn))
        .orElse(standIn);
  }

  private Cryoprobe named(Section section, String key, String name, Cryoprobe standIn) {
    return library
        .find(name)
        .orElseGet(
            () -> {
              section.complain(
                  Complaint.UNKNOWN_NAME,
                  key,
                  Shown.of(name) + " is no probe known here",
                  Nearest.remedy(name, library.names()));
              return standIn;
            });
  }

  private Cryoprobe changed(Section section, Cryoprobe standIn) {
    String base = section.text("base", "", "name the probe that the others come from");
    Cryoprobe probe = base.isEmpty() ? standIn : named(section, "base", base, standIn);
    List<String> changes = new ArrayList<>();
    Map<ProbeProperty, Cited> numbers = new EnumMap<>(ProbeProperty.class);
    for (ProbeProperty property : ProbeProperty.values()) {
      numbers.put(property, changed(section, property, property.of(probe), changes));
    }
    GasCooling gas = probe.gas() == null ? null : changed(section, probe.gas(), changes);
    if (gas == null) {
      refuseGas(section, probe);
    }
    String name =
        changes.isEmpty() ? probe.name() : probe.name() + " with " + String.join(", ", changes);
    return ProbeProperty.probe(name, probe.description(), numbers, gas);
  }

  private static GasCooling changed(Section section, GasCooling old, List<String> changes) {
    Map<GasProperty, Cited> numbers = new EnumMap<>(GasProperty.class);
    for (GasProperty property : GasProperty.values()) {
      numbers.put(property, changed(section, property, property.of(old), changes));
    }
    return GasProperty.gas(old.coolant(), numbers);
  }

  /** One number, as the section has it or as before; a change is added to {@code changes}. */
  private static Cited changed(
      Section section, DeviceProperty property, Cited before, List<String> changes) {
    if (!section.has(property.key())) {
      return before;
    }
    double value = section.quantity(property.key(), property.range(), before.value());
    changes.add(
        property.key().replace('_', ' ') + " " + Quantity.text(value, property.dimension()));
    return Cited.byUser(value);
  }

  private static void refuseGas(Section section, Cryoprobe probe) {
    for (GasProperty property : GasProperty.values()) {
      if (section.has(property.key())) {
        section.complain(
            Complaint.UNKNOWN_KEY,
            property.key(),
            "nothing is known of the gas of " + probe.name() + ", so this can't be changed",
            "remove it, or begin with another base, for example 17G");
      }
    }
  }
}
