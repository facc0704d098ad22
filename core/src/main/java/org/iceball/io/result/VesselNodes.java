package org.iceball.io.result;

import java.util.List;
import org.iceball.grid.Vec3;
import org.iceball.solve.SparedReport;
import org.iceball.solve.Stasis;
import org.iceball.solve.VesselReport;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Heat sinks and structures to be spared, as nodes of {@code summary.json}. */
final class VesselNodes {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private VesselNodes() {}

  /** The vessels near the target. */
  static ArrayNode vessels(List<VesselReport> vessels) {
    ArrayNode nodes = NODES.arrayNode();
    for (VesselReport v : vessels) {
      ObjectNode node = nodes.addObject();
      node.put("name", v.name());
      node.put("model", v.model().key());
      node.put("diameter_mm", Rounded.mm(v.diameter()));
      node.put("velocity_cm_per_s", Rounded.decimals(v.velocity() * 100, 2));
      node.put("film_W_per_m2_K", Rounded.significant(v.film(), 4));
      node.put("gap_mm", Rounded.mm(v.gap()));
      node.set("at_ras_mm", point(v.at()));
      node.put("lethal_approach_mm", Rounded.mm(v.lethalApproach()));
      node.put("coldest_wall_degC", Rounded.celsius(v.coldestWall()));
      node.set("coldest_at_ras_mm", point(v.coldest().at()));
      node.put("coldest_diameter_mm", Rounded.mm(v.coldest().diameter()));
      node.put("ice_in_lumen_mm", Rounded.mm(v.ice()));
      node.put("wall_frozen_percent", Rounded.percent(v.round()));
      node.put("heat_given_J", Rounded.significant(v.heat(), 7));
      node.put("blood_lost_J", Rounded.significant(v.lost(), 7));
      node.put("blood_cooled_K", Rounded.decimals(v.cooling(), 4));
      ArrayNode rows = node.putArray("history");
      for (VesselReport.Row r : v.shadow()) {
        rows.addObject()
            .put("time_s", Rounded.decimals(r.time(), 3))
            .put("coldest_wall_degC", Rounded.celsius(r.coldestWall()))
            .put("mean_wall_degC", Rounded.celsius(r.meanWall()))
            .put("ice_in_lumen_mm", Rounded.mm(r.ice()))
            .put("wall_frozen_percent", Rounded.percent(r.round()))
            .put("target_alive_ml", Rounded.ml(r.targetLeft()))
            .put("margin_alive_ml", Rounded.ml(r.marginLeft()));
      }
      ArrayNode shut = node.putArray("frozen_shut");
      for (Stasis s : v.stasis()) {
        ObjectNode piece = shut.addObject();
        piece.put("from_s", Rounded.decimals(s.from(), 3));
        piece.put("to_s", Rounded.decimals(s.to(), 3));
        piece.put("diameter_mm", Rounded.mm(s.diameter()));
        piece.set("at_ras_mm", point(s.at()));
      }
    }
    return nodes;
  }

  /** The structures to be spared. */
  static ArrayNode spared(List<SparedReport> spared) {
    ArrayNode nodes = NODES.arrayNode();
    for (SparedReport s : spared) {
      ObjectNode node = nodes.addObject();
      node.put("name", s.name());
      node.put("limit_degC", Rounded.celsius(s.limit()));
      node.put("coldest_wall_degC", Rounded.celsius(s.coldest()));
      node.set("at_ras_mm", point(s.at()));
      node.put("beyond_limit_s", Rounded.decimals(s.beyond(), 1));
      node.put("beyond_since_s", Rounded.decimals(s.since(), 1));
    }
    return nodes;
  }

  private static ArrayNode point(Vec3 p) {
    ArrayNode node = NODES.arrayNode();
    List.of(p.x(), p.y(), p.z()).forEach(c -> node.add(Rounded.mm(c)));
    return node;
  }
}
