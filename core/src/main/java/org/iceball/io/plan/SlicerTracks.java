package org.iceball.io.plan;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.iceball.grid.Vec3;
import org.iceball.io.Disclaimer;
import org.iceball.io.Json;
import org.iceball.plan.TrackReport;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Needle tracks as 3D Slicer reads them: points as {@code .fcsv}, lines as {@code .mrk.json}. Both
 * in LPS and millimetres, what Slicer itself writes.
 */
public final class SlicerTracks {
  private static final String SCHEMA =
      "https://raw.githubusercontent.com/slicer/slicer/master/Modules/Loadable/Markups/Resources/"
          + "Schema/markups-schema-v1.0.3.json#";

  private SlicerTracks() {}

  /** The frame of Slicer's files: x to the left, y to the back [mm]. */
  private static double[] lps(Vec3 ras) {
    // 0 - x, so that no zero is negative
    return new double[] {
      rounded(0 - ras.x() * 1e3), rounded(0 - ras.y() * 1e3), rounded(ras.z() * 1e3)
    };
  }

  private static double rounded(double mm) {
    return Math.rint(mm * 1e4) / 1e4 + 0.0;
  }

  /** Two points a needle: its entry and its tip. */
  public static byte[] fcsv(List<TrackReport> tracks) {
    StringBuilder text = new StringBuilder();
    text.append("# Markups fiducial file version = 4.11\n");
    text.append("# CoordinateSystem = LPS\n");
    text.append("# columns = id,x,y,z,ow,ox,oy,oz,vis,sel,lock,label,desc,associatedNodeID\n");
    int id = 1;
    for (TrackReport t : tracks) {
      line(text, id++, t.entry(), t.name() + " entry");
      line(text, id++, t.tip(), t.name() + " tip");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void line(StringBuilder text, int id, Vec3 at, String label) {
    double[] p = lps(at);
    text.append(
        String.format(
            Locale.ROOT,
            "%d,%.4f,%.4f,%.4f,0,0,0,1,1,1,0,%s,,\n",
            id,
            p[0],
            p[1],
            p[2],
            label.replace(',', ' ').replace('"', ' ')));
  }

  /** A line a needle, from its tip to its entry. */
  public static byte[] json(List<TrackReport> tracks) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("@schema", SCHEMA);
    ArrayNode markups = root.putArray("markups");
    for (TrackReport t : tracks) {
      ObjectNode line = markups.addObject();
      line.put("type", "Line");
      line.put("coordinateSystem", "LPS");
      line.put("coordinateUnits", "mm");
      line.put("locked", false);
      line.put("labelFormat", "%N-%d");
      ArrayNode points = line.putArray("controlPoints");
      point(points, 1, t.name() + " tip", t.tip());
      point(points, 2, t.name() + " entry", t.entry());
      line.putArray("measurements");
    }
    return Json.file(root);
  }

  private static void point(ArrayNode points, int id, String label, Vec3 at) {
    ObjectNode point = points.addObject();
    point.put("id", Integer.toString(id));
    point.put("label", label);
    point.put("description", Disclaimer.TEXT);
    ArrayNode position = point.putArray("position");
    for (double mm : lps(at)) {
      position.add(mm);
    }
    point.put("selected", true);
    point.put("locked", false);
    point.put("visibility", true);
    point.put("positionStatus", "defined");
  }
}
