package org.iceball.io.report;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.iceball.device.Cryoprobe;
import org.iceball.device.Needle;
import org.iceball.grid.Grid;
import org.iceball.injury.Coverage;
import org.iceball.model.Anatomy;
import org.iceball.model.Case;
import org.iceball.units.CaseException;
import org.iceball.units.Finding;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the planning page is told, as JSON. */
public final class PlanBoard {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int MOST_CELLS = 2_500_000;

  private PlanBoard() {}

  /**
   * The board: anatomy, needles and what may be chosen.
   *
   * @param file name of the case file
   * @param asked the case
   * @param anatomy on its grid
   * @param needles where they lie
   * @param protocol in words
   * @param probes that may be chosen
   * @param vessels models of vessels that may be chosen
   * @param files case files that may be loaded
   */
  public static byte[] of(
      String file,
      Case asked,
      Anatomy anatomy,
      List<Needle> needles,
      String protocol,
      List<Cryoprobe> probes,
      List<String> vessels,
      List<String> files) {
    ObjectNode meta = NODES.objectNode();
    Coarse coarse = Coarse.within(anatomy.labels().grid(), MOST_CELLS);
    meta.put("title", asked.title());
    meta.put("file", file);
    meta.put("hot", SceneFrames.isHot(asked));
    meta.put("start", Scene.rounded(asked.initialTemperature() - 273.15));
    meta.set("codes", Scene.numbers(codes(asked).table()));
    meta.set("labels", Scene.volume("labels", coarse.grid()));
    meta.put("labelData", packed(coarse.middles(anatomy.labels().values())));
    Scene.patient(meta, asked, anatomy, needles);
    for (int n = 0; n < needles.size(); n++) {
      ((ObjectNode) meta.get("needles").get(n)).put("probe", needles.get(n).probe().name());
    }
    meta.put("protocol", protocol);
    meta.put("hasTarget", anatomy.targetVolume() > 0);
    ArrayNode kinds = meta.putArray("probes");
    for (Cryoprobe p : probes) {
      kinds
          .addObject()
          .put("name", p.name())
          .put("active", Scene.rounded(p.activeLength().value() * 1e3))
          .put("radius", Scene.rounded(p.radius() * 1e3));
    }
    ArrayNode models = meta.putArray("vessels");
    vessels.forEach(models::add);
    ArrayNode names = meta.putArray("files");
    files.forEach(names::add);
    return bytes(meta);
  }

  /**
   * What a run, or the part of it that is done, comes to.
   *
   * @param part {@code growing}, {@code first freeze} or {@code whole}
   * @param asked the case
   * @param grid of the run
   * @param coldest lowest temperature of each cell so far, or the highest where the case heats [K],
   *     shape [cells]; not modified
   * @param coverage by it; null without a target
   * @param volumes of each zone [m3]
   * @param seconds since the request came [s]
   * @param warnings for people
   */
  public static byte[] answer(
      String part,
      Case asked,
      Grid grid,
      float[] coldest,
      Coverage coverage,
      List<Double> volumes,
      double seconds,
      List<String> warnings) {
    TemperatureCodes codes = codes(asked);
    double start = asked.initialTemperature();
    CellBox box = CellBox.round(grid, 2, c -> Math.abs(coldest[c] - start) > 0.75);
    byte[] coded = new byte[coldest.length];
    for (int c = 0; c < coded.length; c++) {
      coded[c] = codes.code(coldest[c]);
    }
    ObjectNode node = NODES.objectNode();
    node.put("part", part);
    node.put("spacing_mm", Scene.rounded(grid.spacing() * 1e3));
    node.put("seconds", Scene.rounded(seconds));
    ObjectNode volume = Scene.volume("ice", box.grid());
    node.set("volume", volume.put("data", packed(box.cut(coded))));
    ArrayNode ml = node.putArray("volumes_ml");
    volumes.forEach(v -> ml.add(Scene.rounded(v * 1e6)));
    if (coverage != null && coverage.targetVolume() > 0) {
      node.put("covered_percent", Scene.rounded(100 * coverage.covered()));
      ArrayNode margins = node.putArray("margins");
      for (Coverage.Margin m : coverage.margins()) {
        margins
            .addObject()
            .put("mm", Scene.rounded(m.margin() * 1e3))
            .put("covered_percent", Scene.rounded(100 * m.covered()));
      }
      node.put(
          "least_margin_mm",
          Double.isFinite(coverage.leastMargin())
              ? (Double) Scene.rounded(coverage.leastMargin() * 1e3)
              : null);
      if (coverage.leastMarginAt() != null) {
        node.set("least_margin_at", Scene.mm(coverage.leastMarginAt()));
      }
    }
    ArrayNode sentences = node.putArray("warnings");
    warnings.forEach(sentences::add);
    return bytes(node);
  }

  /** What went wrong, in words. */
  public static byte[] refusal(CaseException e) {
    ArrayNode all = NODES.arrayNode();
    for (Finding f : e.findings()) {
      all.add(
          f.place()
              + ": "
              + f.cause()
              + ". "
              + f.remedy().substring(0, 1).toUpperCase(Locale.ROOT)
              + f.remedy().substring(1)
              + ".");
    }
    ObjectNode node = NODES.objectNode();
    node.set("error", all);
    return bytes(node);
  }

  /** That something is done. */
  public static byte[] done(String said) {
    return bytes(NODES.objectNode().put("done", said));
  }

  private static TemperatureCodes codes(Case asked) {
    return TemperatureCodes.of(SceneFrames.isHot(asked));
  }

  private static String packed(byte[] bytes) {
    return Base64.getEncoder().encodeToString(Packed.gzip(bytes));
  }

  private static byte[] bytes(ObjectNode node) {
    return (JsonMapper.shared().writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
