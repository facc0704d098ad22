package org.iceball.benchmarks;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.iceball.model.Model;

/** The kernel's twin in C, running in a process of its own. */
final class Twin implements AutoCloseable {
  /** The compile line, but for the word length and the files. */
  private static final List<String> COMPILE =
      List.of(
          "gcc",
          "-O3",
          "-march=native",
          "-ffp-contract=off",
          "-std=c11",
          "-Wall",
          "-Wextra",
          "-fopenmp");

  private final Process process;
  private final OutputStream in;
  private final DataInputStream out;

  private Twin(Process process) {
    this.process = process;
    in = process.getOutputStream();
    out = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
  }

  /** The compile line for a word length, {@code float} or {@code double}. */
  static List<String> compileLine(String real, Path source, Path program) {
    return java.util.stream.Stream.concat(
            COMPILE.stream(),
            java.util.stream.Stream.of(
                "-DREAL=" + real, "-o", program.toString(), source.toString(), "-lm"))
        .toList();
  }

  /**
   * Compiles.
   *
   * @return false where there is no gcc
   * @throws IOException where it fails
   */
  static boolean compile(String real, Path source, Path program)
      throws IOException, InterruptedException {
    Process gcc;
    try {
      gcc =
          new ProcessBuilder(compileLine(real, source, program)).redirectErrorStream(true).start();
    } catch (IOException e) {
      return false;
    }
    String said;
    try (InputStream output = gcc.getInputStream()) {
      said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
    }
    if (gcc.waitFor() != 0) {
      throw new IOException("gcc failed: " + said);
    }
    return true;
  }

  /** Starts the program on a model. */
  static Twin start(Path program, Model model, double[] wall, int threads) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(program.toString());
    builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
    // waiting threads sleep, or they would take the core from Java between its turns
    builder.environment().put("OMP_WAIT_POLICY", "passive");
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Twin twin = new Twin(builder.start());
    TwinModel.write(model, wall, twin.in);
    twin.line();
    return twin;
  }

  /** The first rate and the first stage. */
  void begin(double a) throws IOException {
    ask("start %.17g", a);
  }

  /** Stages. */
  void stages(int count, double mu, double nu, double a, double b) throws IOException {
    ask("stages %d %.17g %.17g %.17g %.17g", count, mu, nu, a, b);
  }

  /** Cell steps a second over at least so many seconds [1/s]. */
  double rate(double seconds, double mu, double nu, double a, double b) throws IOException {
    String said = ask("rate %.17g %.17g %.17g %.17g %.17g", seconds, mu, nu, a, b);
    return Double.parseDouble(said.substring(0, said.indexOf(' ')));
  }

  /** h += d. */
  void accept() throws IOException {
    ask("accept");
  }

  /** Enthalpy of every cell [J/m3]. */
  double[] enthalpy(int cells) throws IOException {
    say("dump");
    double[] h = new double[cells];
    byte[] block = new byte[8 * 4096];
    for (int c = 0; c < cells; c += 4096) {
      int n = Math.min(4096, cells - c);
      out.readFully(block, 0, 8 * n);
      ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(h, c, n);
    }
    return h;
  }

  private String ask(String format, Object... values) throws IOException {
    say(String.format(Locale.ROOT, format, values));
    return line();
  }

  private void say(String command) throws IOException {
    in.write((command + "\n").getBytes(StandardCharsets.US_ASCII));
    in.flush();
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = out.read(); c != '\n'; c = out.read()) {
      if (c < 0) {
        throw new IOException("the twin ended");
      }
      line.append((char) c);
    }
    return line.toString();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
