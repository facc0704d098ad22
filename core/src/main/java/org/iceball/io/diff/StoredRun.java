package org.iceball.io.diff;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iceball.io.Json;
import org.iceball.io.casefile.ExplainedCase;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A run as its folder tells it: the resolved case of {@code case.json} and the figures of {@code
 * summary.json}.
 *
 * @param explained the resolved case
 * @param figures by what they are, in the order they are told
 * @param state SHA-256 of the final state
 * @param engine version, backend and precision
 */
public record StoredRun(
    ExplainedCase explained, Map<String, Figure> figures, String state, String engine) {
  private static final int LONGEST = 1 << 24;

  /**
   * A figure of a run.
   *
   * @param value in {@code unit}
   * @param error half-width of its error bar, NaN where not known
   * @param unit of both
   */
  public record Figure(double value, double error, String unit) {}

  /** {@code case.json}: the resolved case, as {@code iceball explain} prints it. */
  public static byte[] encode(ExplainedCase explained) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ArrayNode parts = root.putArray("parts");
    for (ExplainedCase.Part part : explained.parts()) {
      ObjectNode node = parts.addObject().put("heading", part.heading());
      ArrayNode rows = node.putArray("rows");
      for (ExplainedCase.Row row : part.rows()) {
        rows.addObject()
            .put("name", row.name())
            .put("value", row.value())
            .put("origin", row.origin());
      }
    }
    ArrayNode assumed = root.putArray("assumed");
    explained.assumed().forEach(assumed::add);
    ArrayNode sources = root.putArray("sources");
    explained.sources().forEach(sources::add);
    return Json.file(root);
  }

  /**
   * The run in a folder.
   *
   * @throws CaseException where its two files are missing or damaged
   */
  public static StoredRun read(Path folder) {
    JsonNode told = json(folder.resolve("case.json"));
    List<ExplainedCase.Part> parts = new ArrayList<>();
    for (JsonNode part : told.path("parts")) {
      List<ExplainedCase.Row> rows = new ArrayList<>();
      for (JsonNode row : part.path("rows")) {
        rows.add(
            new ExplainedCase.Row(
                row.path("name").asString(""),
                row.path("value").asString(""),
                row.path("origin").asString("")));
      }
      parts.add(new ExplainedCase.Part(part.path("heading").asString(""), List.of(), rows));
    }
    JsonNode summary = json(folder.resolve("summary.json"));
    return new StoredRun(
        new ExplainedCase(parts, List.of(), List.of()),
        figures(summary),
        summary.at("/run/state_sha256").asString(""),
        summary.at("/engine/version").asString("unknown")
            + ", "
            + summary.at("/engine/backend").asString("unknown")
            + ", "
            + summary.at("/engine/precision").asString("unknown"));
  }

  private static Map<String, Figure> figures(JsonNode summary) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    JsonNode target = summary.path("target");
    if (target.isObject()) {
      put(figures, "target covered", target, "covered_percent", "covered_error_percent", "%");
      for (JsonNode m : target.path("margins")) {
        if (m.path("mm").asDouble(0) > 0) {
          String name = "target + " + m.path("mm").asString() + " mm covered";
          put(figures, name, m, "covered_percent", "error_percent", "%");
        }
      }
      put(figures, "least margin", target, "least_margin_mm", "least_margin_error_mm", "mm");
    }
    for (JsonNode z : summary.path("zones")) {
      if (z.path("moment").asString("").equals("ever reached")) {
        String name = "volume, " + z.path("threshold_degC").asString() + " degC";
        put(figures, name, z, "volume_ml", "error_ml", "ml");
      }
    }
    return figures;
  }

  private static void put(
      Map<String, Figure> to, String name, JsonNode from, String value, String error, String unit) {
    if (from.path(value).isNumber()) {
      double bar = from.path(error).isNumber() ? from.path(error).asDouble() : Double.NaN;
      to.put(name, new Figure(from.path(value).asDouble(), bar, unit));
    }
  }

  private static JsonNode json(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return JsonMapper.shared().readTree(in.readNBytes(LONGEST));
    } catch (IOException | JacksonException e) {
      throw new CaseException(
          Finding.of(
              Complaint.FILE_NOT_FOUND,
              file.toString(),
              "it is missing or damaged",
              "name the folder of a finished run of iceball simulate"));
    }
  }
}
