package org.iceball.io.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.iceball.device.Needle;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.injury.Coverage;
import org.iceball.injury.Zone;
import org.iceball.io.Disclaimer;
import org.iceball.io.Json;
import org.iceball.io.Verdict;
import org.iceball.model.Numerics;
import org.iceball.solve.EnergyReport;
import org.iceball.solve.Moment;
import org.iceball.solve.NeedleReport;
import org.iceball.solve.Outcome;
import org.iceball.solve.RunStats;
import org.iceball.study.ErrorBars;
import org.iceball.study.WhatIf;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The outcome as {@code summary.json}. Every key carries its unit in its name and stands in
 * docs/results.md and in {@code summary.schema.json} beside this class.
 */
public final class SummaryWriter {
  /** Goes up by one with every change that a reader could trip over. */
  public static final int SCHEMA = 1;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private SummaryWriter() {}

  /** The file's bytes: UTF-8, indented, the same on every platform. */
  public static byte[] encode(Outcome outcome, Provenance provenance) {
    return encode(outcome, null, provenance);
  }

  /**
   * The file's bytes, with what a longer freeze and one needle more would change.
   *
   * @param whatIf null where nobody asked
   */
  public static byte[] encode(Outcome outcome, WhatIf whatIf, Provenance provenance) {
    return Json.file(tree(outcome, whatIf, provenance));
  }

  /** The summary as a tree, for whoever prints or embeds it. */
  public static ObjectNode tree(Outcome outcome, Provenance provenance) {
    return tree(outcome, null, provenance);
  }

  private static ObjectNode tree(Outcome outcome, WhatIf whatIf, Provenance provenance) {
    ObjectNode root = NODES.objectNode();
    root.put("schema", SCHEMA);
    root.put("disclaimer", Disclaimer.TEXT);
    root.put("title", outcome.asked().title());
    root.set("engine", engine(outcome, provenance));
    root.set("grid", grid(outcome.anatomy().labels().grid()));
    root.set("run", run(outcome.stats()));
    root.set("error_bars", errorBars(outcome));
    root.set("needles", needles(outcome));
    root.set("zones", zones(outcome));
    root.set("target", target(outcome));
    root.set("injury", InjuryNodes.of(outcome.injury()));
    root.set("energy", energy(outcome.energy()));
    root.set("current", CurrentNodes.of(outcome.current()));
    root.set("vessels", VesselNodes.vessels(outcome.vessels()));
    root.set("what_if", WhatIfNodes.of(whatIf));
    root.set("spared", VesselNodes.spared(outcome.spared()));
    ArrayNode warnings = root.putArray("warnings");
    outcome.warnings().forEach(warnings::add);
    return root;
  }

  private static ObjectNode engine(Outcome outcome, Provenance provenance) {
    Numerics numerics = outcome.asked().numerics();
    return NODES
        .objectNode()
        .put("version", provenance.version())
        .put("backend", outcome.stats().backend())
        .put("precision", numerics.precision().name().toLowerCase(Locale.ROOT))
        .put("stepper", numerics.stepper().name().toLowerCase(Locale.ROOT))
        .put("threads", numerics.threads())
        .put("jdk", provenance.jdk());
  }

  private static ObjectNode grid(Grid grid) {
    ObjectNode node = NODES.objectNode();
    node.putArray("cells").add(grid.nx()).add(grid.ny()).add(grid.nz());
    node.put("cell_count", grid.cells());
    node.put("spacing_mm", Rounded.mm(grid.spacing()));
    node.set("origin_ras_mm", mm(grid.origin()));
    return node;
  }

  private static ObjectNode run(RunStats stats) {
    return NODES
        .objectNode()
        .put("simulated_s", Rounded.decimals(stats.simulated(), 3))
        .put("wall_s", Rounded.decimals(stats.wall(), 3))
        .put("steps", stats.steps())
        .put("evaluations", stats.evaluations())
        .put("cell_updates_per_s", Rounded.significant(stats.cellUpdatesPerSecond(), 4))
        .put("state_sha256", stats.stateHash());
  }

  /** Where the error bars come from, or null where there are none. */
  private static ObjectNode errorBars(Outcome outcome) {
    RunStats twin = outcome.twin();
    if (twin == null) {
      return null;
    }
    double spacing = outcome.anatomy().labels().grid().spacing();
    return NODES
        .objectNode()
        .put("twin_spacing_mm", Rounded.mm(2 * spacing))
        .put("safety_factor", Rounded.decimals(ErrorBars.SAFETY, 2))
        .put("wall_s", Rounded.decimals(twin.wall(), 3))
        .put("cost_percent", Rounded.percent(twin.wall() / outcome.stats().wall()))
        .put("evaluations", twin.evaluations());
  }

  private static ArrayNode needles(Outcome outcome) {
    ArrayNode nodes = NODES.arrayNode();
    List<NeedleReport> reports = NeedleReport.of(outcome.needles(), outcome.history());
    for (int i = 0; i < outcome.needles().size(); i++) {
      Needle needle = outcome.needles().get(i);
      ObjectNode node = nodes.addObject();
      node.put("name", needle.name());
      node.put("probe", needle.probe().name());
      node.set("tip_ras_mm", mm(needle.tip()));
      node.set("axis", vector(needle.axis(), 1, 6));
      node.put("drive", needle.drive().key());
      node.put("heat_taken_J", joule(outcome.energy().takenByNeedles().get(i)));
      node.put("most_heat_W", Rounded.significant(reports.get(i).mostHeat(), 4));
      node.put("coldest_wall_degC", Rounded.celsius(reports.get(i).coldestWall()));
      node.put("last_wall_degC", Rounded.celsius(reports.get(i).lastWall()));
    }
    return nodes;
  }

  private static ArrayNode zones(Outcome outcome) {
    double organ = outcome.anatomy().organVolume();
    ArrayNode nodes = NODES.arrayNode();
    for (Moment moment : outcome.moments()) {
      for (Zone zone : moment.zones()) {
        ObjectNode node = nodes.addObject();
        node.put("name", zone.name());
        node.put("threshold_degC", Rounded.celsius(zone.threshold()));
        node.put("moment", moment.name());
        node.put("time_s", Rounded.decimals(moment.time(), 3));
        node.put("volume_ml", Rounded.ml(zone.volume()));
        node.put(
            "percent_of_liver",
            organ > 0 ? Rounded.decimals(100 * zone.volume() / organ, 3) : null);
        ArrayNode axes = node.putArray("axes_mm");
        zone.axes().forEach(axis -> axes.add(Rounded.mm(axis)));
        ArrayNode errors = zone.axesErrors().isEmpty() ? null : NODES.arrayNode();
        zone.axesErrors().forEach(error -> errors.add(Rounded.mm(error)));
        node.set("error_mm", errors);
        node.put("error_ml", Rounded.ml(zone.volumeError()));
      }
    }
    return nodes;
  }

  /** The target's coverage, or null where the case has no target. */
  private static ObjectNode target(Outcome outcome) {
    if (!Verdict.hasTarget(outcome)) {
      return null;
    }
    Coverage coverage = outcome.coverage();
    ObjectNode node = NODES.objectNode();
    node.put("volume_ml", Rounded.ml(coverage.targetVolume()));
    node.put("lethal_degC", Rounded.celsius(outcome.asked().lethal()));
    node.put("covered_percent", Rounded.percent(coverage.covered()));
    node.put("covered_error_percent", Rounded.percent(coverage.coveredError()));
    node.set("margins", InjuryNodes.margins(coverage.margins()));
    node.put("least_margin_mm", Rounded.mm(coverage.leastMargin()));
    node.put("least_margin_error_mm", Rounded.mm(coverage.leastMarginError()));
    node.set("least_margin_at_ras_mm", mm(coverage.leastMarginAt()));
    return node;
  }

  private static ObjectNode energy(EnergyReport energy) {
    ObjectNode node = NODES.objectNode();
    ArrayNode taken = node.putArray("taken_by_needles_J");
    energy.takenByNeedles().forEach(heat -> taken.add(joule(heat)));
    node.put("stored_J", joule(energy.stored()));
    node.put("latent_J", joule(energy.latent()));
    node.put("perfusion_J", joule(energy.perfusion()));
    node.put("metabolism_J", joule(energy.metabolism()));
    node.put("boundary_J", joule(energy.boundary()));
    node.put("vessels_J", joule(energy.vessels()));
    node.put("current_J", joule(energy.current()));
    double imbalance = energy.imbalanceRelative();
    if (Double.isFinite(imbalance)) {
      // Not rounded: its whole point is how small it is.
      node.put("imbalance_relative", imbalance);
    } else {
      node.putNull("imbalance_relative");
    }
    return node;
  }

  private static BigDecimal joule(double heat) {
    return Rounded.significant(heat, 7);
  }

  private static ArrayNode mm(Vec3 point) {
    return point == null ? null : vector(point, 1e3, 3);
  }

  private static ArrayNode vector(Vec3 v, double factor, int decimals) {
    ArrayNode node = NODES.arrayNode();
    List.of(v.x(), v.y(), v.z()).forEach(c -> node.add(Rounded.decimals(c * factor, decimals)));
    return node;
  }
}
