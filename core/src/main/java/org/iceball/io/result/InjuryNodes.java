package org.iceball.io.result;

import java.util.List;
import java.util.Locale;
import org.iceball.injury.Coverage;
import org.iceball.injury.InjuryLaw;
import org.iceball.injury.InjuryReport;
import org.iceball.injury.LawZone;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part {@code injury} of {@code summary.json}: the dead by each law, and how far they differ.
 */
final class InjuryNodes {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private InjuryNodes() {}

  /** The part, or null where a case names no laws. */
  static ObjectNode of(InjuryReport report) {
    if (report == null) {
      return null;
    }
    ObjectNode node = NODES.objectNode();
    ArrayNode laws = node.putArray("laws");
    report.zones().forEach(zone -> laws.add(zone(zone)));
    ArrayNode bands = node.putArray("bands");
    for (InjuryLaw.Cause cause : InjuryLaw.Cause.values()) {
      report.band(cause).ifPresent(band -> bands.add(band(band)));
    }
    return node;
  }

  private static ObjectNode zone(LawZone zone) {
    ObjectNode node = NODES.objectNode();
    node.put("law", zone.name());
    node.put("cause", word(zone.cause()));
    node.put("volume_ml", Rounded.ml(zone.volume()));
    node.put("error_ml", Rounded.ml(zone.volumeError()));
    ArrayNode axes = node.putArray("axes_mm");
    zone.axes().forEach(axis -> axes.add(Rounded.mm(axis)));
    node.put("covered_percent", Rounded.percent(zone.covered()));
    node.put("covered_error_percent", Rounded.percent(zone.coveredError()));
    node.set("margins", margins(zone.margins()));
    return node;
  }

  /** Coverage of the target with each margin. */
  static ArrayNode margins(List<Coverage.Margin> margins) {
    ArrayNode nodes = NODES.arrayNode();
    for (Coverage.Margin margin : margins) {
      nodes
          .addObject()
          .put("mm", Rounded.mm(margin.margin()))
          .put("covered_percent", Rounded.percent(margin.covered()))
          .put("error_percent", Rounded.percent(margin.error()));
    }
    return nodes;
  }

  private static ObjectNode band(InjuryReport.Band band) {
    ObjectNode node = NODES.objectNode();
    node.put("cause", word(band.cause()));
    node.put("laws", band.laws());
    node.put("volume_low_ml", Rounded.ml(band.low()));
    node.put("volume_high_ml", Rounded.ml(band.high()));
    node.put("least_by", band.strictest());
    node.put("most_by", band.mildest());
    node.put("covered_low_percent", Rounded.percent(band.coveredLow()));
    node.put("covered_high_percent", Rounded.percent(band.coveredHigh()));
    ArrayNode margins = node.putArray("margins");
    for (InjuryReport.MarginBand margin : band.margins()) {
      margins
          .addObject()
          .put("mm", Rounded.mm(margin.margin()))
          .put("covered_low_percent", Rounded.percent(margin.low()))
          .put("covered_high_percent", Rounded.percent(margin.high()));
    }
    return node;
  }

  private static String word(InjuryLaw.Cause cause) {
    return cause.name().toLowerCase(Locale.ROOT);
  }
}
