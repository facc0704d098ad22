package org.iceball.gpu;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jocl.cl_program;

/**
 * A program in OpenCL C, compiled; heat.cl is compiled for a device, a precision and what a model
 * has.
 */
final class DeviceProgram implements AutoCloseable {
  private static final Pattern INCLUDE = Pattern.compile("(?m)^#include \"(\\w+\\.cl)\"$");

  private final OpenCl cl;
  private final OpenCl.Session session;
  private final boolean fp64;
  private final cl_program program;
  private final Map<String, Kernel> kernels = new HashMap<>();

  /**
   * Compiles.
   *
   * @param fp64 precision of the state
   * @param faces false where no outer face is held: their sums are left out
   * @param vessels false where no cell is held
   * @param more options of the compiler, or an empty text
   * @throws OpenClException where the driver's compiler fails
   */
  DeviceProgram(
      OpenCl cl,
      OpenCl.Session session,
      boolean fp64,
      boolean faces,
      boolean vessels,
      String more) {
    this(cl, session, fp64, "heat.cl", heatOptions(session, fp64, faces, vessels) + more);
  }

  private DeviceProgram(
      OpenCl cl, OpenCl.Session session, boolean fp64, String name, String options) {
    this.cl = cl;
    this.session = session;
    this.fp64 = fp64;
    // some drivers would write warnings to the user's terminal
    program = cl.build(session, source(name), "-cl-std=CL1.2 -w " + options.strip());
  }

  /** roof.cl, for a precision. */
  static DeviceProgram roof(OpenCl cl, OpenCl.Session session, boolean fp64) {
    String real = real(fp64);
    return new DeviceProgram(
        cl, session, fp64, "roof.cl", "-D REAL=" + real + " -D REAL8=" + real + "8");
  }

  private static String real(boolean fp64) {
    return fp64 ? "double" : "float";
  }

  private static String heatOptions(
      OpenCl.Session session, boolean fp64, boolean faces, boolean vessels) {
    boolean wide = session.device().fp64();
    return String.format(
        "-D REAL=%s -D WIDE=%s -D REAL_IS_DOUBLE=%d -D WIDE_IS_DOUBLE=%d -D FACES=%d -D VESSELS=%d ",
        real(fp64), real(wide), fp64 ? 1 : 0, wide ? 1 : 0, faces ? 1 : 0, vessels ? 1 : 0);
  }

  /** The text of a resource, with the resources that it includes. */
  private static String source(String name) {
    try (InputStream in = DeviceProgram.class.getResourceAsStream(name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return INCLUDE.matcher(text).replaceAll(m -> Matcher.quoteReplacement(source(m.group(1))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A kernel by its name, always the same one. */
  Kernel kernel(String name) {
    return kernels.computeIfAbsent(name, n -> new Kernel(cl, session, fp64, cl.kernel(program, n)));
  }

  @Override
  public void close() {
    cl.release(program, List.copyOf(kernels.values().stream().map(k -> k.handle).toList()));
  }
}
