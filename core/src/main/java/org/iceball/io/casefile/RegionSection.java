package org.iceball.io.casefile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.iceball.model.Region;
import org.iceball.model.Region.Role;
import org.iceball.model.Region.VesselFlow;
import org.iceball.tissue.Tissue;
import org.iceball.units.Complaint;
import org.iceball.units.Dimension;

/** {@code regions:} what each label is. */
final class RegionSection {
  private static final Map<String, Role> ROLES = roles();

  private static final Range BLOOD_FLOW = Range.of(Dimension.FRACTION, "0 %", "300 %");

  private final TissueSection tissues;

  RegionSection(TissueLibrary library) {
    this.tissues = new TissueSection(library);
  }

  private static Map<String, Role> roles() {
    Map<String, Role> roles = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      roles.put(role.name().toLowerCase(Locale.ROOT), role);
    }
    return roles;
  }

  List<Region> read(Section top) {
    List<Yaml> items =
        top.needList(
            "regions",
            1,
            256,
            "say what each label is, as in `- {label: 1, tissue: liver, role: organ}`");
    List<Region> regions = new ArrayList<>();
    Set<Integer> labels = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      Section section =
          Section.of(
              CaseSection.REGION, top.place("regions[" + i + "]"), items.get(i), top.notebook());
      Region region = region(section);
      regions.add(region);
      boolean labelled = section.has("label") && region.label() >= 0;
      refuseTwice(section, "label", labelled && !labels.add(region.label()), region.label());
      refuseTwice(section, "name", section.has("name") && !names.add(region.name()), region.name());
    }
    return regions;
  }

  private Region region(Section section) {
    if (!section.has("label")) {
      section.missing("label", "write the label in the image, from 0 to 255");
    }
    // -1 stands in for a label that can't be read, so that it is no duplicate of another
    int label = section.integer("label", 0, 255, -1);
    Tissue tissue = tissues.read(section);
    if (!section.has("role")) {
      section.missing("role", "write one of " + String.join(", ", ROLES.keySet()));
    }
    Role role = section.word("role", ROLES, Role.SURROUNDING);
    String name = section.text("name").orElse(tissue.name());
    double bloodFlow = section.quantity("blood_flow", BLOOD_FLOW, 1);
    double limit =
        section.has("protect")
            ? section.quantity("protect", CaseReader.TEMPERATURE, Double.NaN)
            : Double.NaN;
    if (section.has("vessel") && role != Role.VESSEL) {
      section.complain(
          Complaint.UNKNOWN_KEY,
          "vessel",
          "this region is no vessel",
          "give it `role: vessel`, or remove this");
    }
    VesselFlow flow = BloodSection.flow(section);
    return new Region(label, name, tissue, role, bloodFlow, limit, flow);
  }

  private static void refuseTwice(Section section, String key, boolean twice, Object value) {
    if (twice) {
      section.complain(
          Complaint.DUPLICATE_NAME,
          key,
          "a region before this one has the " + key + " " + Shown.of(value.toString()) + " already",
          "give each region a " + key + " of its own");
    }
  }
}
