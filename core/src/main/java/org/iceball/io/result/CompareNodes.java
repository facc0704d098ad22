package org.iceball.io.result;

import org.iceball.injury.LawZone;
import org.iceball.io.Disclaimer;
import org.iceball.solve.SparedReport;
import org.iceball.study.compare.ArmResult;
import org.iceball.study.compare.Comparison;
import org.iceball.study.compare.Pairing;
import org.iceball.study.compare.Reach;
import org.iceball.study.compare.Residual;
import org.iceball.study.compare.TissueDraws;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A comparison as {@code compare.json}; docs/results.md explains its keys. */
final class CompareNodes {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private CompareNodes() {}

  static ObjectNode of(Comparison comparison, Provenance provenance) {
    ObjectNode root = NODES.objectNode();
    root.put("schema", 1);
    root.put("disclaimer", Disclaimer.TEXT);
    root.put("title", comparison.pairings().get(0).first().outcome().asked().title());
    root.put("version", provenance.version());
    ArrayNode pairings = root.putArray("pairings");
    comparison.pairings().forEach(p -> pairings.add(pairing(p)));
    root.set("draws", comparison.draws().map(CompareNodes::draws).orElse(null));
    ArrayNode trials = root.putArray("reported_trials");
    for (ReportedTrials.Trial t : ReportedTrials.all()) {
      trials
          .addObject()
          .put("study", t.study())
          .put("pmid", t.pmid())
          .put("quantity", t.quantity())
          .put("cryo_percent", Double.valueOf(t.cryo()))
          .put("rfa_percent", Double.valueOf(t.rfa()))
          .put("kind", t.kind())
          .put("direction", t.direction());
    }
    return root;
  }

  private static ObjectNode pairing(Pairing p) {
    ObjectNode node = NODES.objectNode();
    node.put("matching", p.matching().name().toLowerCase(java.util.Locale.ROOT));
    node.put("title", p.title());
    node.put("rule", p.rule());
    node.put("verdict", CompareText.verdict(p));
    node.set("reach", p.reach().map(CompareNodes::reach).orElse(null));
    ArrayNode differences = node.putArray("differences");
    for (double margin : Residual.MARGINS) {
      differences
          .addObject()
          .put("margin_mm", Rounded.mm(margin))
          .put("left_percent", Rounded.percent(p.difference(margin)))
          .put("error_percent", Rounded.percent(p.differenceError(margin)));
    }
    ArrayNode arms = node.putArray("arms");
    arms.add(arm(p.first()));
    arms.add(arm(p.second()));
    return node;
  }

  private static ObjectNode draws(TissueDraws d) {
    ObjectNode node =
        NODES.objectNode().put("samples", d.samples()).put("spacing_mm", Rounded.mm(d.spacing()));
    ArrayNode margins = node.putArray("margins");
    for (double margin : Residual.MARGINS) {
      margins
          .addObject()
          .put("mm", Rounded.mm(margin))
          .put("difference_p5_percent", Rounded.percent(d.percentile(margin, 5)))
          .put("difference_p50_percent", Rounded.percent(d.percentile(margin, 50)))
          .put("difference_p95_percent", Rounded.percent(d.percentile(margin, 95)))
          .put("positive_percent", Rounded.percent(d.positive(margin)));
    }
    return node;
  }

  private static ObjectNode reach(Reach r) {
    return NODES
        .objectNode()
        .put("first_time_percent", Rounded.percent(r.first()))
        .put("second_time_percent", Rounded.percent(r.second()))
        .put("first_ml", Rounded.ml(r.firstVolume()))
        .put("second_ml", Rounded.ml(r.secondVolume()));
  }

  private static ObjectNode arm(ArmResult r) {
    ObjectNode node = NODES.objectNode();
    node.put("name", r.arm().name());
    node.put("law", r.arm().law());
    node.put("applicators", r.outcome().needles().size());
    node.put("minutes", Rounded.decimals(r.arm().duration() / 60, 2));
    node.put("dead_ml", Rounded.ml(r.residual().dead()));
    node.put("dead_beyond_usual_margin_ml", Rounded.ml(r.residual().outside()));
    node.put("dead_outside_organ_and_target_ml", Rounded.ml(r.residual().elsewhere()));
    ArrayNode margins = node.putArray("margins");
    for (double margin : Residual.MARGINS) {
      margins
          .addObject()
          .put("mm", Rounded.mm(margin))
          .put("left_percent", Rounded.percent(r.uncovered(margin)))
          .put("error_percent", Rounded.percent(r.uncoveredError(margin)));
    }
    ArrayNode shells = node.putArray("shells");
    for (Residual.Shell s : r.residual().shells()) {
      shells
          .addObject()
          .put("from_mm", Rounded.mm(s.from()))
          .put("to_mm", Rounded.mm(s.to()))
          .put("volume_ml", Rounded.ml(s.volume()))
          .put("left_ml", Rounded.ml(s.left()));
    }
    ArrayNode sectors = node.putArray("sectors");
    for (Residual.Sector s : r.residual().sectors()) {
      sectors
          .addObject()
          .put("vessel", s.vessel())
          .put("gap_mm", Rounded.mm(s.gap()))
          .put("diameter_mm", Rounded.mm(s.diameter()))
          .put("volume_ml", Rounded.ml(s.volume()))
          .put("left_ml", Rounded.ml(s.left()));
    }
    ArrayNode laws = node.putArray("laws");
    for (LawZone z : r.outcome().injury().zones()) {
      ObjectNode law =
          laws.addObject().put("name", z.name()).put("dead_ml", Rounded.ml(z.volume()));
      ArrayNode left = law.putArray("left_percent");
      z.margins().forEach(m -> left.add(Rounded.percent(1 - m.covered())));
    }
    ArrayNode spared = node.putArray("spared");
    for (SparedReport s : r.outcome().spared()) {
      spared
          .addObject()
          .put("name", s.name())
          .put("coldest_degC", Rounded.celsius(s.coldest()))
          .put("hottest_degC", Rounded.celsius(s.hottest()));
    }
    ArrayNode warnings = node.putArray("warnings");
    r.outcome().warnings().forEach(warnings::add);
    return node;
  }
}
