package org.iceball.io.result;

import org.iceball.solve.CurrentReport;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a generator gave, for {@code summary.json}. */
final class CurrentNodes {
  private CurrentNodes() {}

  /** Null where no electrode heats. */
  static ObjectNode of(CurrentReport report) {
    if (report == null) {
      return null;
    }
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("energy_J", Rounded.significant(report.energy(), 7));
    node.put("in_tissue_J", Rounded.significant(report.inTissue(), 7));
    node.put("in_blood_J", Rounded.significant(report.inBlood(), 7));
    node.put("beyond_the_grid_J", Rounded.significant(report.beyond(), 7));
    node.put("time_on_s", Rounded.decimals(report.secondsOn(), 3));
    node.put("most_power_W", Rounded.significant(report.mostPower(), 6));
    node.put("most_current_mA", Rounded.significant(1e3 * report.mostCurrent(), 6));
    node.put("first_impedance_ohm", Rounded.significant(report.firstImpedance(), 6));
    node.put("least_impedance_ohm", Rounded.significant(report.leastImpedance(), 6));
    node.put("last_impedance_ohm", Rounded.significant(report.lastImpedance(), 6));
    ArrayNode times = node.putArray("roll_offs_s");
    report.rollOffs().forEach(t -> times.add(Rounded.decimals(t, 3)));
    node.put("target_reached_s", Rounded.decimals(report.reachedAt(), 3));
    node.put("potential_solved", report.solves());
    node.put("potential_iterations", report.iterations());
    return node;
  }
}
