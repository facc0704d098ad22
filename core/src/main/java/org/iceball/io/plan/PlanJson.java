package org.iceball.io.plan;

import org.iceball.device.ProtocolWords;
import org.iceball.grid.Vec3;
import org.iceball.injury.Coverage;
import org.iceball.io.Disclaimer;
import org.iceball.io.Json;
import org.iceball.io.result.Provenance;
import org.iceball.io.result.Rounded;
import org.iceball.plan.Plan;
import org.iceball.plan.PlanRules;
import org.iceball.plan.Plans;
import org.iceball.plan.Robustness;
import org.iceball.plan.Score;
import org.iceball.plan.TrackReport;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code plan.json}. */
public final class PlanJson {
  /** Goes up by one with every change that a reader could trip over. */
  public static final int SCHEMA = 1;

  private PlanJson() {}

  /** The plans as JSON, indented. */
  public static String encode(Plans plans, Provenance provenance) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("schema", SCHEMA);
    root.put("disclaimer", Disclaimer.TEXT);
    root.put("title", plans.request().asked().title());
    root.put("version", provenance.version());
    root.put("jdk", provenance.jdk());
    root.put("seed", plans.request().seed());
    root.put("robust", plans.request().robust());
    root.put("stopped", plans.stopped());
    root.put("coarse_runs", plans.runs());
    rules(root.putObject("rules"), plans);
    ArrayNode all = root.putArray("plans");
    for (Plan p : plans.plans()) {
      plan(all.addObject(), plans, p);
    }
    return Json.text(root);
  }

  private static void rules(ObjectNode node, Plans plans) {
    PlanRules r = plans.request().rules();
    node.put("margin_mm", Rounded.mm(r.margin()));
    node.put("law", r.law().map(l -> l.name()).orElse(null));
    node.put("lethal_degC", Rounded.celsius(plans.request().asked().lethal()));
    node.put("calibre_mm", Rounded.mm(r.calibre()));
    node.put("clearance_mm", Rounded.mm(r.clearance()));
    node.put("needle_spacing_mm", Rounded.mm(r.apart()));
    node.put("axial_angle_deg", Rounded.decimals(Math.toDegrees(r.axialAngle()), 2));
    node.put("depth_mm", Rounded.mm(r.depth()));
    node.put("error_distance_mm", Rounded.mm(r.error().distance()));
    node.put("error_angle_deg", Rounded.decimals(Math.toDegrees(r.error().angle()), 2));
    PlanRules.Weights w = r.weights();
    node.putObject("weights")
        .put("target", w.target())
        .put("margin", w.margin())
        .put("healthy", w.healthy())
        .put("spared", w.spared())
        .put("depth", w.depth())
        .put("needle", w.needle())
        .put("minute", w.minute());
  }

  private static void plan(ObjectNode node, Plans plans, Plan p) {
    node.put("needles", p.needles());
    node.put("protocol", ProtocolWords.text(p.protocol()));
    node.put("on_front", plans.front().contains(p));
    node.put("preferred", p.equals(plans.preferred()));
    node.put("objective", Rounded.decimals(plans.price(p), 6));
    Score s = p.ranked();
    node.putObject("ranked")
        .put("covered_percent", Rounded.decimals(s.covered() * 100, 3))
        .put("margin_covered_percent", Rounded.decimals(s.marginCovered() * 100, 3))
        .put("least_margin_mm", Rounded.mm(s.leastMargin()))
        .put("healthy_frozen_ml", Rounded.decimals(s.healthy() * 1e6, 3))
        .put("spared_excess_K", Rounded.decimals(s.excess(), 2));
    p.confirmed()
        .ifPresent(
            o -> {
              Coverage c = o.coverage();
              node.putObject("confirmed")
                  .put("spacing_mm", Rounded.mm(o.anatomy().labels().grid().spacing()))
                  .put("covered_percent", Rounded.decimals(p.covered() * 100, 3))
                  .put("covered_error_percent", Rounded.decimals(c.coveredError() * 100, 3))
                  .put("margin_covered_percent", Rounded.decimals(p.marginCovered() * 100, 3))
                  .put("least_margin_mm", Rounded.mm(c.leastMargin()))
                  .put("least_margin_error_mm", Rounded.mm(c.leastMarginError()))
                  .put("state_sha256", o.stats().stateHash());
            });
    p.robustness().ifPresent(r -> robust(node.putObject("robustness"), r));
    ArrayNode tracks = node.putArray("tracks");
    for (TrackReport t : p.tracks()) {
      ObjectNode track = tracks.addObject();
      track.put("name", t.name());
      point(track.putArray("entry_mm"), t.entry());
      point(track.putArray("target_mm"), t.track().middle());
      point(track.putArray("tip_mm"), t.tip());
      ArrayNode axis = track.putArray("direction");
      axis.add(Rounded.decimals(t.track().axis().x(), 7));
      axis.add(Rounded.decimals(t.track().axis().y(), 7));
      axis.add(Rounded.decimals(t.track().axis().z(), 7));
      track.put("depth_mm", Rounded.mm(t.depth()));
      track.put("axial_angle_deg", Rounded.decimals(Math.toDegrees(t.track().axialAngle()), 2));
      track.put("nearest", t.nearest());
      track.put("nearest_mm", Rounded.mm(t.gap()));
    }
  }

  private static void robust(ObjectNode node, Robustness r) {
    node.put("draws", r.draws())
        .put("full_coverage_percent", Rounded.decimals(r.full() * 100, 2))
        .put("least_margin_worst_mm", Rounded.mm(r.worst()))
        .put("least_margin_5th_mm", Rounded.mm(r.fifth()))
        .put("least_margin_median_mm", Rounded.mm(r.median()))
        .put("covered_worst_percent", Rounded.decimals(r.coveredWorst() * 100, 3))
        .put("covered_5th_percent", Rounded.decimals(r.coveredFifth() * 100, 3))
        .put("least_margin_weak_probe_mm", Rounded.mm(r.weakPower()))
        .put("least_margin_strong_flow_mm", Rounded.mm(r.strongFlow()));
  }

  private static void point(ArrayNode to, Vec3 p) {
    to.add(Rounded.mm(p.x())).add(Rounded.mm(p.y())).add(Rounded.mm(p.z()));
  }
}
