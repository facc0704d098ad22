package org.iceball.io.casefile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.iceball.tissue.TissueProperty;

/**
 * The sections of a case file and the keys each may have: what the reader takes, as data. The
 * schema's definitions and {@code docs/case-file.md} are held to this list by tests.
 */
public enum CaseSection {
  CASE(
      "iceball",
      "title",
      "anatomy",
      "regions",
      "grid",
      "start_temperature",
      "needles",
      "protocol",
      "coordinates",
      "zones",
      "lethal",
      "injury",
      "margins",
      "snapshots",
      "numerics",
      "blood",
      "gas",
      "generator",
      "compare",
      "plan"),
  COMPARE("name", "probe", "needles", "protocol", "generator", "law", "own_name", "own_law"),
  ANATOMY("image", "phantom"),
  PHANTOM("size", "shapes"),
  SHAPE("label", "box", "ellipsoid", "tube"),
  BOX("centre", "size"),
  ELLIPSOID("centre", "axes"),
  TUBE("points", "diameter"),
  REGION("label", "name", "tissue", "role", "blood_flow", "protect", "vessel"),
  VESSEL("model", "velocity", "inlet"),
  BLOOD("vessels", "clamp"),
  CLAMP("from", "to"),
  TISSUE(tissueKeys()),
  GRID("spacing", "around", "faces"),
  NEEDLE(
      "name", "probe", "target", "aim", "entry", "direction", "start", "protocol", "drive", "duty"),
  DRIVE("heat", "fluid", "exchange", "course"),
  GAS("pressure", "temperature", "flow_limit"),
  GENERATOR(
      "voltage",
      "current",
      "power",
      "temperature",
      "most_power",
      "most_current",
      "most_voltage",
      "hold",
      "roll_off",
      "pause",
      "setback",
      "ground",
      "pad"),
  PROBE(probeKeys()),
  TARGET("point", "from", "offset"),
  NUMERICS("stepper", "precision", "threads", "backend"),
  PLAN(
      "margin",
      "law",
      "entry",
      "window",
      "avoid",
      "calibre",
      "clearance",
      "needle_spacing",
      "axial_angle",
      "depth",
      "template",
      "keep",
      "weights",
      "placement_error"),
  WINDOW("centre", "radius"),
  TEMPLATE("origin", "direction", "pitch"),
  WEIGHTS("target", "margin", "healthy", "spared", "depth", "needle", "minute"),
  PLACEMENT_ERROR("distance", "angle");

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> keys;

  CaseSection(String... keys) {
    this.keys = List.of(keys);
  }

  /** The section's name in the schema, for example {@code needle}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The keys it may have, in the order of the documentation. */
  public List<String> keys() {
    return keys;
  }

  private static String[] tissueKeys() {
    List<String> keys = new ArrayList<>(List.of("base", "frozen_law"));
    Arrays.stream(TissueProperty.values()).map(TissueProperty::key).forEach(keys::add);
    return keys.toArray(String[]::new);
  }

  private static String[] probeKeys() {
    List<String> keys = new ArrayList<>(List.of("base"));
    Arrays.stream(ProbeProperty.values()).map(ProbeProperty::key).forEach(keys::add);
    Arrays.stream(GasProperty.values()).map(GasProperty::key).forEach(keys::add);
    Arrays.stream(ElectrodeProperty.values())
        .map(ElectrodeProperty::key)
        .filter(key -> !keys.contains(key))
        .forEach(keys::add);
    return keys.toArray(String[]::new);
  }
}
