package org.iceball.io.result;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.iceball.io.AtomicFile;
import org.iceball.io.Disclaimer;
import org.iceball.io.Json;
import org.iceball.io.Words;
import org.iceball.io.picture.GridStudyPicture;
import org.iceball.solve.Outcome;
import org.iceball.study.Convergence;
import org.iceball.study.Convergence.Behaviour;
import org.iceball.study.GridStudy;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A study on three grids as a table for people, as JSON and as files. */
public final class GridStudyWriter {
  /** Goes up by one with every change that a reader could trip over. */
  public static final int SCHEMA = 1;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private GridStudyWriter() {}

  /**
   * Writes {@code grid-study.txt}, {@code grid-study.png} and, as the last, {@code
   * grid-study.json}.
   *
   * @param folder made where it is missing; files of these names are replaced
   * @param picture whether the picture is drawn
   * @throws org.iceball.units.CaseException {@code cannot-write}
   */
  public static void write(GridStudy study, Provenance provenance, Path folder, boolean picture) {
    AtomicFile.prepareFolder(folder);
    if (picture) {
      AtomicFile.write(folder.resolve("grid-study.png"), GridStudyPicture.draw(study));
    }
    AtomicFile.write(
        folder.resolve("grid-study.txt"), text(study).getBytes(StandardCharsets.UTF_8));
    AtomicFile.write(
        folder.resolve("grid-study.json"),
        json(study, provenance).getBytes(StandardCharsets.UTF_8));
  }

  /** The table, lines ended by a line feed; ASCII. */
  public static String text(GridStudy study) {
    StringBuilder text = new StringBuilder();
    List<Outcome> outcomes = study.outcomes();
    String title = "Grid study: " + outcomes.get(0).asked().title();
    text.append(title).append('\n').append("=".repeat(title.length())).append("\n\n");
    text.append(Words.line("%-12s %10s %10s %10s %10s  %5s  %s", cells(outcomes, "")));
    String of = "";
    for (Convergence row : study.rows()) {
      if (!row.of().equals(of)) {
        of = row.of();
        text.append(of).append('\n');
      }
      text.append(
          Words.line(
              "  %-10s %10s %10s %10s %10s  %5s  %s",
              row.quantity(),
              number(row, row.values().get(0)),
              number(row, row.values().get(1)),
              number(row, row.values().get(2)),
              number(row, row.error()),
              Words.fixed(row.order(), 1),
              behaviour(row.behaviour())));
    }
    text.append(
        """

        Volumes in ml, lengths in mm, parts in %. "+/-" is the error bar on the first column: the grid
        convergence index with the safety factor 1.25 and the observed order, cut to 0.5 .. 2. Where the
        three values do not converge in one direction, it is three times what first order would give.
        """);
    text.append(Disclaimer.TEXT).append('\n');
    return text.toString();
  }

  private static Object[] cells(List<Outcome> outcomes, String first) {
    Object[] cells = {first, "", "", "", "+/-", "order", "behaviour"};
    for (int g = 0; g < outcomes.size(); g++) {
      cells[g + 1] = Words.number(1e3 * outcomes.get(g).asked().spacing(), 4) + " mm";
    }
    return cells;
  }

  /** The study as JSON, indented. */
  public static String json(GridStudy study, Provenance provenance) {
    ObjectNode root = NODES.objectNode();
    root.put("schema", SCHEMA);
    root.put("disclaimer", Disclaimer.TEXT);
    root.put("title", study.outcomes().get(0).asked().title());
    root.put("version", provenance.version());
    root.put("jdk", provenance.jdk());
    root.put("ratio", Rounded.decimals(Convergence.RATIO, 3));
    root.put("safety_factor", Rounded.decimals(Convergence.SAFETY, 3));
    ArrayNode grids = root.putArray("grids");
    for (Outcome o : study.outcomes()) {
      grids
          .addObject()
          .put("spacing_mm", Rounded.mm(o.asked().spacing()))
          .put("cell_count", o.anatomy().labels().grid().cells())
          .put("wall_s", Rounded.decimals(o.stats().wall(), 3))
          .put("evaluations", o.stats().evaluations())
          .put("state_sha256", o.stats().stateHash());
    }
    ArrayNode rows = root.putArray("rows");
    for (Convergence row : study.rows()) {
      ObjectNode node = rows.addObject();
      node.put("of", row.of()).put("quantity", row.quantity()).put("unit", unit(row.kind()));
      ArrayNode values = node.putArray("values");
      row.values().forEach(v -> values.add(rounded(row.kind(), v)));
      node.put("error", rounded(row.kind(), row.error()));
      node.put("order", Rounded.decimals(row.order(), 3));
      node.put("behaviour", row.behaviour().name().toLowerCase(Locale.ROOT));
    }
    return Json.text(root);
  }

  private static String unit(Convergence.Kind kind) {
    return switch (kind) {
      case LENGTH -> "mm";
      case VOLUME -> "ml";
      case FRACTION -> "%";
    };
  }

  private static BigDecimal rounded(Convergence.Kind kind, double value) {
    return switch (kind) {
      case LENGTH -> Rounded.mm(value);
      case VOLUME -> Rounded.ml(value);
      case FRACTION -> Rounded.percent(value);
    };
  }

  private static String number(Convergence row, double value) {
    return switch (row.kind()) {
      case LENGTH -> Words.fixed(value * 1e3, 2);
      case VOLUME -> Words.fixed(value * 1e6, 2);
      case FRACTION -> Words.fixed(value * 100, 1);
    };
  }

  private static String behaviour(Behaviour behaviour) {
    return switch (behaviour) {
      case MONOTONE -> "monotone";
      case OSCILLATING -> "oscillates";
      case DIVERGING -> "does not converge";
      case EQUAL -> "equal";
      case UNRESOLVED -> "not on all grids";
    };
  }
}
