package org.iceball.io.casefile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iceball.device.Applicator;
import org.iceball.device.Cryoprobe;
import org.iceball.device.GasCooling;
import org.iceball.device.RfElectrode;
import org.iceball.tissue.Cited;
import org.iceball.units.Complaint;
import org.iceball.units.Quantity;

/** {@code probe: 17G}, or {@code probe: {base: 17G, active_length: 30 mm}}. */
final class ProbeSection {
  private final ProbeLibrary library;
  private final ElectrodeLibrary electrodes = ElectrodeLibrary.bundled();

  ProbeSection(ProbeLibrary library) {
    this.library = library;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(library.names());
    names.addAll(electrodes.names());
    return names;
  }

  /** The probe of a needle. */
  Applicator read(Section needle) {
    Cryoprobe standIn = library.all().iterator().next();
    if (!needle.has("probe")) {
      needle.missing("probe", "name one of " + String.join(", ", names()));
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

  private Applicator named(Section section, String key, String name, Cryoprobe standIn) {
    Optional<Applicator> known = library.find(name).map(p -> p);
    return known
        .or(() -> electrodes.find(name))
        .orElseGet(
            () -> {
              section.complain(
                  Complaint.UNKNOWN_NAME,
                  key,
                  Shown.of(name) + " is no probe known here",
                  Nearest.remedy(name, names()));
              return standIn;
            });
  }

  private Applicator changed(Section section, Cryoprobe standIn) {
    String base = section.text("base", "", "name the probe that the others come from");
    Applicator from = base.isEmpty() ? standIn : named(section, "base", base, standIn);
    return from instanceof RfElectrode electrode
        ? changed(section, electrode)
        : changedProbe(section, (Cryoprobe) from);
  }

  private static RfElectrode changed(Section section, RfElectrode electrode) {
    Map<ElectrodeProperty, Cited> numbers = new EnumMap<>(ElectrodeProperty.class);
    List<String> changes = new ArrayList<>();
    for (ElectrodeProperty property : ElectrodeProperty.values()) {
      property.of(electrode).ifPresent(old -> numbers.put(property, old));
      if (section.has(property.key())) {
        Cited any = Cited.byUser(property.range().low());
        numbers.put(property, changed(section, property, any, changes));
      }
    }
    refuse(section, electrode, keys(true), keys(false));
    String name =
        electrode.name() + (changes.isEmpty() ? "" : " with ") + String.join(", ", changes);
    Optional<String> trouble = ElectrodeProperty.trouble(numbers);
    if (trouble.isPresent()) {
      section.missing("base", electrode.name() + " " + trouble.get());
      return electrode;
    }
    return ElectrodeProperty.electrode(name, electrode.description(), numbers);
  }

  private static List<String> keys(boolean ofProbes) {
    List<String> keys = new ArrayList<>();
    if (ofProbes) {
      Arrays.stream(ProbeProperty.values()).map(ProbeProperty::key).forEach(keys::add);
      Arrays.stream(GasProperty.values()).map(GasProperty::key).forEach(keys::add);
    } else {
      Arrays.stream(ElectrodeProperty.values()).map(ElectrodeProperty::key).forEach(keys::add);
    }
    return keys;
  }

  private static void refuse(
      Section section, Applicator base, List<String> others, List<String> own) {
    for (String key : others) {
      if (!own.contains(key) && section.has(key)) {
        section.complain(
            Complaint.UNKNOWN_KEY,
            key,
            base.name() + " has no such number",
            "remove it, or begin with another base");
      }
    }
  }

  private Cryoprobe changedProbe(Section section, Cryoprobe probe) {
    refuse(section, probe, keys(false), keys(true));
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
