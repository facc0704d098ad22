package org.iceball.meshes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.iceball.units.CaseException;

/**
 * Reads surfaces in millimetres: legacy VTK polydata (versions up to 4, ASCII or binary) and STL
 * (ASCII or binary). Neither format says in which patient frame its points are.
 */
public final class SurfaceReader {
  /** Most triangles of a surface. */
  static final int MOST = 5_000_000;

  private static final long LONGEST = 512L << 20;
  private static final double MM = 1e-3;

  /** A number and what parts it from the next take at least so much [B]. */
  private static final long LEAST_DIGITS = 2;

  private final ImageInput input;
  private final byte[] bytes;
  private final double[] sign;
  private int at;

  private SurfaceReader(ImageInput input, byte[] bytes, boolean lps) {
    this.input = input;
    this.bytes = bytes;
    sign = lps ? new double[] {-MM, -MM, MM} : new double[] {MM, MM, MM};
  }

  /**
   * Reads a surface.
   *
   * @param file VTK or STL, by its content
   * @param lps whether its points are in LPS, as DICOM's and 3D Slicer's are, not in RAS
   * @throws CaseException with {@code FILE_NOT_FOUND} or {@code BAD_IMAGE}
   */
  public static Surface read(Path file, boolean lps) {
    ImageInput input = ImageInput.of(file, file.toString());
    if (input.size() > LONGEST) {
      throw input.refuse("the file is longer than 512 MiB", "Reduce the surface's triangles");
    }
    try (InputStream in = input.open()) {
      SurfaceReader reader = new SurfaceReader(input, in.readAllBytes(), lps);
      if (input.startsWith("# vtk DataFile")) {
        return reader.vtk();
      }
      return reader.isBinaryStl() ? reader.binaryStl() : reader.asciiStl();
    } catch (IOException e) {
      throw input.unreadable(e);
    }
  }

  private Surface vtk() {
    line();
    line();
    boolean binary = line().strip().equals("BINARY");
    if (!line().strip().equals("DATASET POLYDATA")) {
      throw bad("this VTK file holds no polydata");
    }
    double[] points = null;
    int[] corners = null;
    while (at < bytes.length && (points == null || corners == null)) {
      String[] words = line().strip().split("\\s+");
      if (words[0].equals("POINTS") && words.length == 3) {
        points = points(count(words[1]), words[2], binary);
      } else if (words[0].equals("POLYGONS") && words.length == 3) {
        corners = polygons(count(words[1]), count(words[2]), binary);
      }
    }
    if (points == null || corners == null) {
      throw bad("this VTK file has no points or no polygons");
    }
    return checked(points, corners);
  }

  private double[] points(int n, String type, boolean binary) {
    int size = type.equals("double") ? 8 : 4;
    if (!type.equals("double") && !type.equals("float")) {
      throw bad("its points are of the type " + type);
    }
    need(binary ? 3L * n * size : LEAST_DIGITS * 3L * n);
    double[] points = new double[3 * n];
    if (!binary) {
      for (int i = 0; i < points.length; i++) {
        points[i] = sign[i % 3] * number(word());
      }
      return points;
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes, at, points.length * size);
    for (int i = 0; i < points.length; i++) {
      points[i] = sign[i % 3] * (size == 8 ? buffer.getDouble() : buffer.getFloat());
    }
    at += points.length * size;
    return points;
  }

  private int[] polygons(int n, int size, boolean binary) {
    if (size != 4L * n) {
      throw bad("not all of its polygons are triangles");
    }
    need(binary ? 4L * size : LEAST_DIGITS * (long) size);
    int[] corners = new int[3 * n];
    ByteBuffer buffer = binary ? ByteBuffer.wrap(bytes, at, 4 * size) : null;
    for (int t = 0; t < n; t++) {
      int sides = binary ? buffer.getInt() : (int) number(word());
      if (sides != 3) {
        throw bad("not all of its polygons are triangles");
      }
      for (int c = 0; c < 3; c++) {
        corners[3 * t + c] = binary ? buffer.getInt() : (int) number(word());
      }
    }
    at += binary ? 4 * size : 0;
    return corners;
  }

  private boolean isBinaryStl() {
    if (bytes.length < 84) {
      return false;
    }
    long triangles = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(80) & 0xffffffffL;
    return bytes.length == 84 + 50 * triangles;
  }

  private Surface binaryStl() {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int n = count(Long.toString(buffer.getInt(80) & 0xffffffffL));
    if (n > MOST) {
      throw bad("it has more than " + MOST + " triangles");
    }
    double[] points = new double[9 * n];
    for (int t = 0; t < n; t++) {
      for (int c = 0; c < 9; c++) {
        points[9 * t + c] = sign[c % 3] * buffer.getFloat(84 + 50 * t + 12 + 4 * c);
      }
    }
    return checked(points, upwards(3 * n));
  }

  private Surface asciiStl() {
    double[] points = new double[1 << 12];
    int n = 0;
    while (at < bytes.length) {
      if (!word().equals("vertex")) {
        continue;
      }
      if (n > 9L * MOST) {
        throw bad("it has more than " + MOST + " triangles");
      }
      if (n + 3 > points.length) {
        points = Arrays.copyOf(points, 2 * n);
      }
      for (int c = 0; c < 3; c++) {
        points[n++] = sign[c] * number(word());
      }
    }
    if (n == 0 || n % 9 != 0) {
      throw bad("the file is neither a VTK surface nor an STL with whole triangles");
    }
    return checked(Arrays.copyOf(points, n), upwards(n / 3));
  }

  private static int[] upwards(int n) {
    int[] corners = new int[n];
    Arrays.setAll(corners, i -> i);
    return corners;
  }

  private Surface checked(double[] points, int[] corners) {
    for (double p : points) {
      if (!(Math.abs(p) < 10)) {
        throw bad("one of its points is not within 10 m of the origin");
      }
    }
    for (int c : corners) {
      if (c < 0 || c >= points.length / 3) {
        throw bad("one of its triangles names a point that is not there");
      }
    }
    return new Surface(points, corners);
  }

  private String line() {
    int end = Math.min(at, bytes.length);
    at = end;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    String line = new String(bytes, at, Math.min(end - at, 4096), StandardCharsets.ISO_8859_1);
    at = end + 1;
    return line;
  }

  private String word() {
    at = Math.min(at, bytes.length);
    while (at < bytes.length && bytes[at] <= ' ') {
      at++;
    }
    int from = at;
    while (at < bytes.length && bytes[at] > ' ') {
      at++;
    }
    return new String(bytes, from, Math.min(at - from, 64), StandardCharsets.ISO_8859_1);
  }

  private double number(String word) {
    try {
      return Double.parseDouble(word);
    } catch (NumberFormatException e) {
      throw bad("a number is missing or broken");
    }
  }

  private int count(String word) {
    double n = number(word);
    if (!(n >= 1) || n > 4.0 * MOST) {
      throw bad("it says that it has " + word + " points or triangles");
    }
    return (int) n;
  }

  private void need(long more) {
    // the last of it may do without what parts it from the next
    if (at + more > bytes.length + 1L) {
      throw bad("the file ends before all of its points and triangles are there");
    }
  }

  private CaseException bad(String cause) {
    return input.refuse(cause, "Save the surface as triangles, as STL or legacy VTK (version 4)");
  }
}
