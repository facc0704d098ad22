package org.iceball.io.result;

import java.util.List;
import org.iceball.device.Needle;
import org.iceball.grid.Vec3;
import org.iceball.injury.Coverage;
import org.iceball.solve.Outcome;
import org.iceball.solve.VesselReport;
import org.iceball.study.WhatIf;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a longer freeze or one needle more would change, as a node of {@code summary.json}. */
final class WhatIfNodes {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private WhatIfNodes() {}

  /** The node; null where nothing was asked. */
  static ObjectNode of(WhatIf whatIf) {
    if (whatIf == null) {
      return null;
    }
    ObjectNode node = NODES.objectNode();
    node.put("spacing_mm", Rounded.mm(whatIf.spacing()));
    ArrayNode runs = node.putArray("runs");
    for (WhatIf.Run run : whatIf.runs()) {
      ObjectNode here = runs.addObject();
      here.put("change", run.change());
      here.set("needle", run.added().map(WhatIfNodes::needle).orElse(null));
      here.put("lethal_ml", Rounded.ml(VesselStudyText.lethalVolume(run.outcome())));
      here.set("target", target(run.outcome()));
      here.set("vessels", vessels(run.outcome()));
    }
    return node;
  }

  private static ObjectNode needle(Needle needle) {
    ObjectNode node = NODES.objectNode();
    node.put("probe", needle.probe().name());
    node.set("tip_ras_mm", mm(needle.tip()));
    Vec3 axis = needle.axis();
    ArrayNode direction = node.putArray("axis");
    List.of(axis.x(), axis.y(), axis.z()).forEach(c -> direction.add(Rounded.decimals(c, 6)));
    return node;
  }

  private static ArrayNode mm(Vec3 point) {
    ArrayNode node = NODES.arrayNode();
    List.of(point.x(), point.y(), point.z()).forEach(c -> node.add(Rounded.mm(c)));
    return node;
  }

  private static ObjectNode target(Outcome outcome) {
    Coverage coverage = outcome.coverage();
    if (coverage == null) {
      return null;
    }
    ObjectNode node = NODES.objectNode();
    node.put("covered_percent", Rounded.percent(coverage.covered()));
    ArrayNode margins = node.putArray("margins");
    for (Coverage.Margin m : coverage.margins()) {
      margins
          .addObject()
          .put("mm", Rounded.mm(m.margin()))
          .put("covered_percent", Rounded.percent(m.covered()));
    }
    node.put("least_margin_mm", Rounded.mm(coverage.leastMargin()));
    return node;
  }

  private static ArrayNode vessels(Outcome outcome) {
    ArrayNode vessels = NODES.arrayNode();
    for (VesselReport v : outcome.vessels()) {
      VesselReport.Row last = v.last().orElseThrow();
      vessels
          .addObject()
          .put("name", v.name())
          .put("gap_mm", Rounded.mm(v.gap()))
          .put("lethal_approach_mm", Rounded.mm(v.lethalApproach()))
          .put("coldest_wall_degC", Rounded.celsius(v.coldestWall()))
          .put("target_alive_ml", Rounded.ml(last.targetLeft()))
          .put("margin_alive_ml", Rounded.ml(last.marginLeft()));
    }
    return vessels;
  }
}
