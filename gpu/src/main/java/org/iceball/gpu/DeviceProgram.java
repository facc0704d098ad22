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

/** heat.cl, compiled for a device, a precision and what a model has. */
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
    this.cl = cl;
    this.session = session;
    this.fp64 = fp64;
    boolean wide = session.device().fp64();
    String options =
        String.join(
            " ",
            "-cl-std=CL1.2",
            "-w", // some drivers write warnings to the user's terminal
            "-D REAL=" + (fp64 ? "double" : "float"),
            "-D WIDE=" + (wide ? "double" : "float"),
            "-D REAL_IS_DOUBLE=" + (fp64 ? 1 : 0),
            "-D WIDE_IS_DOUBLE=" + (wide ? 1 : 0),
            "-D FACES=" + (faces ? 1 : 0),
            "-D VESSELS=" + (vessels ? 1 : 0),
            more);
    program = cl.build(session, source("heat.cl"), options.strip());
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
