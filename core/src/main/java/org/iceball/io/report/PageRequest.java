package org.iceball.io.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iceball.grid.Vec3;
import org.iceball.io.casefile.CaseEdit.NeedleEdit;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the planning page asks for.
 *
 * @param file name of a case file in the served folder; empty where none is named
 * @param from name of the case file that the page shows
 * @param replace whether a file of that name may be replaced
 * @param needles where they are now
 * @param protocol in the words of a case file; empty keeps the case's
 * @param vessels the model of vessels; empty keeps the case's
 * @param spacing edge of a cell [m]
 */
public record PageRequest(
    String file,
    String from,
    boolean replace,
    List<NeedleEdit> needles,
    Optional<String> protocol,
    Optional<String> vessels,
    double spacing) {
  private static final int MOST_NEEDLES = 64;
  private static final int LONGEST = 2000;

  public PageRequest {
    needles = List.copyOf(needles);
  }

  /**
   * The request in a body.
   *
   * @param body JSON; not modified
   * @throws CaseException where it is none
   */
  public static PageRequest read(byte[] body) {
    try {
      JsonNode root = JsonMapper.shared().readTree(body);
      if (root == null || !root.isObject()) {
        throw bad("it is no object");
      }
      List<NeedleEdit> needles = new ArrayList<>();
      for (JsonNode n : root.path("needles")) {
        needles.add(
            new NeedleEdit(
                text(n, "name").orElse("needle " + (needles.size() + 1)),
                text(n, "probe"),
                vector(n.path("tip")).times(1e-3),
                vector(n.path("axis")).unit(),
                n.path("moved").asBoolean(false)));
        if (needles.size() > MOST_NEEDLES) {
          throw bad("it has more than " + MOST_NEEDLES + " needles");
        }
      }
      double spacing = root.path("spacing_mm").asDouble(2);
      if (!(spacing >= 0.5 && spacing <= 5)) {
        throw bad("cells of " + spacing + " mm are not for planning; 0.5 to 5 mm are");
      }
      return new PageRequest(
          text(root, "file").orElse(""),
          text(root, "from").orElse(""),
          root.path("replace").asBoolean(false),
          needles,
          text(root, "protocol"),
          text(root, "vessels"),
          spacing * 1e-3);
    } catch (JacksonException | IllegalArgumentException e) {
      throw bad(String.valueOf(e.getMessage()).lines().findFirst().orElse("it can't be read"));
    }
  }

  private static Optional<String> text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    if (!value.isString() || value.asString().isBlank()) {
      return Optional.empty();
    }
    if (value.asString().length() > LONGEST) {
      throw bad(key + " is longer than " + LONGEST + " characters");
    }
    return Optional.of(value.asString().strip());
  }

  private static Vec3 vector(JsonNode node) {
    double[] v = new double[3];
    for (int a = 0; a < 3; a++) {
      v[a] = node.path(a).asDouble(Double.NaN);
      if (!(Math.abs(v[a]) <= 1e4)) {
        throw bad("a needle's tip or axis is no place in millimetres");
      }
    }
    return new Vec3(v[0], v[1], v[2]);
  }

  private static CaseException bad(String why) {
    return new CaseException(
        Finding.of(
            Complaint.WRONG_TYPE,
            "request",
            "the page's request makes no sense: " + why,
            "reload the page"));
  }
}
