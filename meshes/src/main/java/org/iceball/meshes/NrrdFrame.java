package org.iceball.meshes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iceball.grid.Affine;
import org.iceball.grid.Vec3;

/**
 * Sizes and place of a NRRD image.
 *
 * @param dims voxels along i, j, k
 * @param layers volumes in the file
 * @param listStride how many voxels of one layer lie side by side in the file before the next
 *     layer's come; 1 where the list axis is the fastest
 * @param affine where the voxels lie
 */
record NrrdFrame(long[] dims, long layers, long listStride, Affine affine) {
  private static final Pattern AXIS = Pattern.compile("none|\\(([^()]*)\\)");

  /** Reads the frame from the header. */
  static NrrdFrame of(ImageInput input, TextHeader header) {
    long rank = header.whole("dimension", header.require("dimension"), 1)[0];
    if (rank != 3 && rank != 4) {
      throw header.unknown("dimension", "three dimensions, or four for layers of segments");
    }
    long[] sizes = header.whole("sizes", header.require("sizes"), (int) rank);
    Vec3 toRas = space(header);
    List<Vec3> steps = new ArrayList<>();
    long[] dims = new long[3];
    long layers = 1;
    long listStride = 1;
    long stride = 1;
    String directions = header.require("space directions");
    Matcher matcher = AXIS.matcher(directions);
    for (int axis = 0; axis < rank; axis++) {
      if (!matcher.find()) {
        throw header.unknown("space directions", "a direction for each axis");
      }
      boolean list = "none".equals(matcher.group());
      if ((list && (rank == 3 || steps.size() < axis)) || (!list && steps.size() == 3)) {
        throw header.unknown("space directions", "three directions in space");
      }
      if (list) {
        layers = sizes[axis];
        listStride = stride;
      } else {
        dims[steps.size()] = sizes[axis];
        steps.add(vector(header, "space directions", matcher.group(1), toRas));
      }
      // An edge beyond all limits is refused later; here it must only not overflow.
      stride *= Math.max(1, Math.min(sizes[axis], ImageLimits.MAX_EDGE));
    }
    String origin = header.require("space origin");
    Matcher point = AXIS.matcher(origin);
    if (!point.matches() || point.group(1) == null) {
      throw header.unknown("space origin", "three numbers in parentheses");
    }
    Vec3 corner = vector(header, "space origin", point.group(1), toRas);
    Affine affine = new Affine(corner, steps.get(0), steps.get(1), steps.get(2));
    return new NrrdFrame(dims, layers, listStride, affine);
  }

  private static Vec3 vector(TextHeader header, String name, String text, Vec3 toRas) {
    double[] v = header.numbers(name, text, 3);
    return new Vec3(v[0] * toRas.x(), v[1] * toRas.y(), v[2] * toRas.z());
  }

  /** Factors from the file's axes to RAS metres: sign times unit. */
  private static Vec3 space(TextHeader header) {
    Vec3 signs =
        switch (header.require("space").toLowerCase(Locale.ROOT)) {
          case "right-anterior-superior", "ras" -> new Vec3(1, 1, 1);
          case "left-anterior-superior", "las" -> new Vec3(-1, 1, 1);
          case "left-posterior-superior", "lps" -> new Vec3(-1, -1, 1);
          default -> throw header.unknown("space", "left-posterior-superior axes");
        };
    double unit = 1e-3;
    if (header.has("space units")) {
      String[] units = header.require("space units").replace("\"", " ").strip().split("\\s+");
      for (String u : units) {
        if (!u.equals(units[0]) || units.length != 3) {
          throw header.unknown("space units", "millimetres along all three axes");
        }
      }
      unit =
          switch (units[0]) {
            case "mm", "millimeter", "millimeters" -> 1e-3;
            case "m", "meter", "meters" -> 1.0;
            case "cm" -> 1e-2;
            case "um", "micron", "microns" -> 1e-6;
            default -> throw header.unknown("space units", "millimetres along all three axes");
          };
    }
    return signs.times(unit);
  }
}
