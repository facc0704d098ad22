package org.iceball.gpu;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.iceball.model.Numerics.Precision;
import org.iceball.solve.Roof;
import org.jocl.cl_program;

/** Measures what a device does at best. Times include the launch; the best of several counts. */
final class DeviceRoof {
  /** A measurement goes on until this time has passed [s]. */
  private static final double LONG_ENOUGH = 0.06;

  /** Items of a work-group. */
  private static final int GROUP = 64;

  /** Numbers an item takes where the device is the CPU itself. */
  private static final int BLOCK = 4096;

  /** Multiply-adds of an item and chain, as roof.cl has it: vectors of 16, 256 times. */
  private static final double A_CHAIN = 16.0 * 256;

  private final OpenCl cl;
  private final OpenCl.Session session;

  private DeviceRoof(OpenCl cl, OpenCl.Session session) {
    this.cl = cl;
    this.session = session;
  }

  /**
   * Measures.
   *
   * @param length of each of three arrays [numbers]
   * @throws OpenClException where the device refuses
   */
  static Roof measure(OpenCl cl, OpenCl.Device device, Precision precision, int length) {
    OpenCl.Session session = cl.open(device);
    try {
      return new DeviceRoof(cl, session).measure(precision == Precision.FP64, length);
    } finally {
      cl.close(session);
    }
  }

  private Roof measure(boolean fp64, int length) {
    boolean processor = session.device().processor();
    int block = processor ? BLOCK : 1;
    int chains = processor ? 8 : 2; // a core hides latency with chains, a GPU with items
    String options =
        String.join(
            " ",
            "-cl-std=CL1.2",
            "-w",
            "-D REAL=" + (fp64 ? "double" : "float"),
            "-D REAL_IS_DOUBLE=" + (fp64 ? 1 : 0),
            "-D VECTOR=" + (fp64 ? "double16" : "float16"),
            "-D CHAINS=" + chains,
            "-D BLOCK=" + block);
    cl_program program = cl.build(session, source(), options);
    Kernel copy = new Kernel(cl, session, fp64, cl.kernel(program, "roof_copy"));
    Kernel triad = new Kernel(cl, session, fp64, cl.kernel(program, "roof_triad"));
    Kernel multiplyAdd = new Kernel(cl, session, fp64, cl.kernel(program, "roof_fma"));
    try (DeviceMemory memory = new DeviceMemory(cl, session, fp64)) {
      int items = session.device().units() * (processor ? 64 : 2048);
      OpenCl.Buffer a = memory.reals(Math.max(length, items));
      OpenCl.Buffer b = memory.reals(length);
      OpenCl.Buffer c = memory.reals(length);
      copy.set(0, a, b);
      copy.whole(2, length);
      triad.set(0, a, b, c);
      triad.whole(3, length);
      multiplyAdd.set(0, a);
      long sweep = groups((length + (long) block - 1) / block);
      double word = memory.realSize();
      // a processor also reads what it is about to overwrite
      int extra = processor ? 1 : 0;
      return new Roof(
          rate((2 + extra) * word * length, copy, sweep),
          rate((3 + extra) * word * length, triad, sweep),
          rate(A_CHAIN * chains * items, multiplyAdd, items));
    } finally {
      cl.release(program, List.of(copy.handle, triad.handle, multiplyAdd.handle));
    }
  }

  private static long groups(long items) {
    return (items + GROUP - 1) / GROUP * GROUP;
  }

  private double rate(double amount, Kernel kernel, long items) {
    double best = 0;
    long began = System.nanoTime();
    int runs = 0;
    while (runs < 3 || (System.nanoTime() - began) * 1e-9 < LONG_ENOUGH) {
      long start = System.nanoTime();
      kernel.launch(new long[] {items}, new long[] {GROUP});
      cl.finish(session);
      best = Math.max(best, amount / ((System.nanoTime() - start) * 1e-9));
      runs++;
    }
    return best;
  }

  private static String source() {
    try (InputStream in = DeviceRoof.class.getResourceAsStream("roof.cl")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
