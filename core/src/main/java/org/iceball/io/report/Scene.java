package org.iceball.io.report;

import java.util.ArrayList;
import java.util.List;
import org.iceball.device.Needle;
import org.iceball.device.Phase;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.injury.InjuryLaw;
import org.iceball.injury.LawZone;
import org.iceball.io.Words;
import org.iceball.model.Anatomy;
import org.iceball.model.Case;
import org.iceball.model.Region;
import org.iceball.solve.Moment;
import org.iceball.solve.Outcome;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the 3-D view and the slices of a run show: labels, the extreme temperature of each cell, the
 * film of {@link SceneFrames} and the margins round the target, as bytes inside the page. Surfaces
 * are computed where they are looked at.
 *
 * @param id of the scene: letters, digits and hyphens, its own within a page
 * @param group scenes of one group share clock and camera
 * @param meta what the scripts need to know beside the volumes, as JSON
 * @param volumes script elements that hold the volumes
 * @param hasTarget whether there is a margin to map
 */
public record Scene(String id, String group, String meta, String volumes, boolean hasTarget) {
  /** Cells of labels and extremes, at most. */
  private static final int MOST_CELLS = 2_500_000;

  /** A step of the margins in a byte [m]. */
  private static final double MARGIN_STEP = 0.25e-3;

  /** Isotherms of heat, from the outside in: 50, 60 and 80 degC [K]. */
  private static final List<Double> HOT = List.of(323.15, 333.15, 353.15);

  /** The isotherms that are shown of a case [K]: the first is the outermost. */
  public static List<Double> levels(Case asked) {
    return SceneFrames.isHot(asked) ? HOT : asked.thresholds();
  }

  /** Cells that changed by less than this need not be seen [K]. */
  private static final double UNTOUCHED = 0.75;

  /**
   * The scene of a run.
   *
   * @param frames what was kept while it ran, at least one snapshot
   */
  public static Scene of(String id, String group, Outcome outcome, SceneFrames frames) {
    return of(id, group, outcome, frames, law(outcome));
  }

  /** The law of heat that is shown: the case's first; null where nothing heats or none is named. */
  static String law(Outcome outcome) {
    if (!outcome.asked().heats() || outcome.injury() == null) {
      return null;
    }
    return outcome.injury().zones().stream()
        .filter(z -> z.cause() == InjuryLaw.Cause.HEAT)
        .map(LawZone::name)
        .findFirst()
        .orElse(null);
  }

  /**
   * The same with the dead of a law of the case shown and margins measured by it.
   *
   * @param law null where the lethal temperature counts
   */
  public static Scene of(String id, String group, Outcome outcome, SceneFrames frames, String law) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    ObjectNode meta = nodes.objectNode();
    StringBuilder volumes = new StringBuilder();
    Grid fine = outcome.anatomy().labels().grid();
    Coarse coarse = Coarse.within(fine, MOST_CELLS);
    meta.put("title", outcome.asked().title());
    meta.put("hot", SceneFrames.isHot(outcome.asked()));
    meta.set("codes", numbers(frames.codes().table()));
    meta.set("labels", volume(id + "-labels", coarse.grid()));
    volumes.append(
        Packed.element(id + "-labels", coarse.middles(outcome.anatomy().labels().values())));
    if (SceneFrames.isHot(outcome.asked())) {
      hottest(id + "-extreme", frames, meta, volumes);
    } else {
      extreme(id + "-extreme", outcome, frames, coarse, meta, volumes);
    }
    film(id + "-film", frames, meta, volumes);
    if (law != null) {
      float[] share = outcome.injury().deadBy(law);
      float[] wide = coarse.factor() == 1 ? share : coarse.means(share);
      meta.put("law", law);
      meta.set("dead", volume(id + "-dead", coarse.grid()));
      volumes.append(Packed.element(id + "-dead", shares(wide)));
    }
    boolean judged = law != null || !outcome.asked().heats();
    MarginField margin = judged ? MarginField.of(outcome, law) : null;
    if (margin != null) {
      ObjectNode node = volume(id + "-margin", margin.box().grid());
      meta.set("margin", node.put("step", MARGIN_STEP * 1e3));
      volumes.append(Packed.element(id + "-margin", quantised(margin.depth())));
    }
    patient(meta, outcome.asked(), outcome.anatomy(), outcome.needles());
    meta.put("lastFreeze", lastFreeze(outcome));
    String json = JsonMapper.shared().writeValueAsString(meta).replace("<", "\\u003c");
    return new Scene(id, group, json, volumes.toString(), margin != null);
  }

  /** The 3-D view and the slices, with their data, as HTML. */
  public String html() {
    return "<div class=\"scene\" data-meta=\""
        + id
        + "-meta\" data-group=\""
        + group
        + "\"><p class=\"note\">This view needs JavaScript. The figures on this page do"
        + " not.</p></div>\n<script type=\"application/json\" id=\""
        + id
        + "-meta\">"
        + meta
        + "</script>\n"
        + volumes;
  }

  /** The map of margins and walls; stands on a page that also has {@link #html()}. */
  public String margins() {
    return margins(id);
  }

  /** The map of the scene of that name. */
  static String margins(String id) {
    return "<div class=\"margins\" data-meta=\"" + id + "-meta\"></div>\n";
  }

  private static void extreme(
      String id,
      Outcome outcome,
      SceneFrames frames,
      Coarse coarse,
      ObjectNode meta,
      StringBuilder volumes) {
    float[] lowest = coarse.factor() == 1 ? outcome.lowest() : coarse.means(outcome.lowest());
    double start = outcome.asked().initialTemperature();
    CellBox box = CellBox.round(coarse.grid(), 3, c -> Math.abs(lowest[c] - start) > UNTOUCHED);
    byte[] codes = new byte[lowest.length];
    for (int c = 0; c < codes.length; c++) {
      codes[c] = frames.codes().code(lowest[c]);
    }
    meta.set("extreme", volume(id, box.grid()));
    volumes.append(Packed.element(id, box.cut(codes)));
  }

  private static void hottest(
      String id, SceneFrames frames, ObjectNode meta, StringBuilder volumes) {
    meta.set("extreme", volume(id, frames.grid()));
    volumes.append(Packed.element(id, frames.hottest()));
  }

  /** Parts of one as bytes 0 to 255. */
  private static byte[] shares(float[] parts) {
    byte[] bytes = new byte[parts.length];
    for (int c = 0; c < bytes.length; c++) {
      bytes[c] = (byte) Math.round(255 * Math.max(0, Math.min(1, parts[c])));
    }
    return bytes;
  }

  private static void film(String id, SceneFrames frames, ObjectNode meta, StringBuilder volumes) {
    List<byte[]> all = frames.frames();
    byte[] first = all.get(0);
    CellBox box =
        CellBox.round(
            frames.grid(),
            2,
            c -> all.stream().anyMatch(f -> Math.abs((f[c] & 255) - (first[c] & 255)) > 1));
    List<byte[]> cut = new ArrayList<>();
    all.forEach(f -> cut.add(box.cut(f)));
    ObjectNode node = volume(id, box.grid());
    ArrayNode times = node.putArray("times");
    frames.times().forEach(t -> times.add(Math.round(t * 1e3) / 1e3));
    meta.set("frames", node);
    volumes.append(Packed.element(id, Packed.differences(cut)));
  }

  private static byte[] quantised(float[] metres) {
    byte[] steps = new byte[metres.length];
    for (int c = 0; c < steps.length; c++) {
      steps[c] = (byte) Math.max(-127, Math.min(127, Math.round(metres[c] / MARGIN_STEP)));
    }
    return steps;
  }

  static ObjectNode volume(String id, Grid g) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ObjectNode grid = JsonNodeFactory.instance.objectNode();
    grid.putArray("n").add(g.nx()).add(g.ny()).add(g.nz());
    grid.put("h", rounded(g.spacing() * 1e3));
    grid.set("o", mm(g.origin()));
    node.put("id", id);
    node.set("grid", grid);
    return node;
  }

  /** Regions, zones, needles and phases of a case. */
  static void patient(ObjectNode meta, Case asked, Anatomy anatomy, List<Needle> needles) {
    meta.set("regions", regions(asked));
    meta.set("zones", zones(asked));
    meta.set("needles", needles(needles));
    meta.set("phases", phases(needles));
    meta.set("centre", mm(centre(anatomy, needles)));
  }

  private static ArrayNode regions(Case asked) {
    ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
    for (Region r : asked.regions()) {
      ObjectNode node = nodes.addObject();
      node.put("label", r.label());
      node.put("name", r.name());
      node.put("role", r.role().name().toLowerCase(java.util.Locale.ROOT));
      node.put("limit", r.isSpared() ? (Double) (r.limit() - 273.15) : null);
    }
    return nodes;
  }

  private static ArrayNode zones(Case asked) {
    ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
    for (double threshold : levels(asked)) {
      ObjectNode node = nodes.addObject();
      node.put("name", Words.celsius(threshold).replace(" degC", " \u00b0C"));
      node.put("level", rounded(threshold - 273.15));
      node.put("lethal", !SceneFrames.isHot(asked) && threshold == asked.lethal());
    }
    return nodes;
  }

  /** Needles as the scripts take them [mm]. */
  public static ArrayNode needles(List<Needle> needles) {
    ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
    for (Needle n : needles) {
      ObjectNode node = nodes.addObject();
      node.put("name", n.name());
      node.set("tip", mm(n.tip()));
      node.set("axis", numbers(n.axis().x(), n.axis().y(), n.axis().z()));
      node.put("active", rounded(n.activeEnd().minus(n.tip()).norm() * 1e3));
      node.put("radius", rounded(n.probe().radius() * 1e3));
    }
    return nodes;
  }

  private static ArrayNode phases(List<Needle> needles) {
    ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
    if (!needles.isEmpty()) {
      double t = needles.get(0).start();
      for (Phase p : needles.get(0).protocol().phases()) {
        ObjectNode node = nodes.addObject();
        node.put("from", rounded(t)).put("to", rounded(t + p.duration()));
        node.put("kind", ProtocolStrip.kind(p));
        t += p.duration();
      }
    }
    return nodes;
  }

  /** Where the slices lie at first [m]: the target's centre, or the middle of the active zones. */
  private static Vec3 centre(Anatomy anatomy, List<Needle> needles) {
    if (anatomy.targetVolume() > 0) {
      return anatomy.targetCentre();
    }
    Vec3 sum = Vec3.ZERO;
    for (Needle n : needles) {
      sum = sum.plus(n.tip().plus(n.activeEnd()).times(0.5 / needles.size()));
    }
    return sum;
  }

  private static double lastFreeze(Outcome outcome) {
    if (outcome.asked().heats()) {
      return rounded(outcome.stats().simulated());
    }
    List<Moment> moments = outcome.moments();
    return rounded(moments.get(Math.max(0, moments.size() - 2)).time());
  }

  static ArrayNode mm(Vec3 metres) {
    return numbers(metres.x() * 1e3, metres.y() * 1e3, metres.z() * 1e3);
  }

  static ArrayNode numbers(double... values) {
    ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
    for (double v : values) {
      nodes.add(rounded(v));
    }
    return nodes;
  }

  static double rounded(double value) {
    return Math.round(value * 1e5) / 1e5;
  }
}
