package org.iceball.gpu;

import org.iceball.solve.Roof;

/** Measures what a device does at best, see {@link org.iceball.solve.Roof}. */
final class DeviceRoof implements AutoCloseable {
  /** Numbers an item of a processor takes. */
  private static final int STRETCH = 8192;

  /** Steps of the multiply-adds, each of 8 chains of 8 numbers. */
  private static final int STEPS = 4096;

  private static final int CHAINS = 64;
  private static final int REPEATS = 3;

  private final OpenCl.Session session;
  private final OpenCl cl;
  private final DeviceProgram program;
  private final DeviceMemory memory;
  private final boolean processor;
  private final int length;
  private final OpenCl.Buffer[] arrays;

  /**
   * Opens a device.
   *
   * @param length of each of the three arrays [numbers], at least 1024
   * @throws OpenClException where that fails
   */
  DeviceRoof(OpenCl cl, OpenCl.Device device, boolean fp64, int length) {
    this.cl = cl;
    this.length = length;
    processor = device.processor();
    session = cl.open(device);
    memory = new DeviceMemory(cl, session, fp64);
    program = DeviceProgram.roof(cl, session, fp64);
    int items = Math.max(length, items());
    arrays = new OpenCl.Buffer[] {memory.reals(items), memory.reals(items), memory.reals(items)};
  }

  private int items() {
    return processor ? 256 * session.device().units() : 256 * 8 * session.device().units();
  }

  /** Measures once. */
  Roof measure() {
    // a processor fetches a line before it overwrites part of it
    int fetched = processor ? 1 : 0;
    double size = memory.realSize();
    double copy = (2 + fetched) * size * length / seconds("copy");
    double triad = (3 + fetched) * size * length / seconds("triad");
    double adds = (double) CHAINS * STEPS * items() / seconds("multiply_adds");
    return new Roof(copy, triad, adds);
  }

  /** The best of several runs, after one that is not timed. */
  private double seconds(String name) {
    boolean moves = !name.equals("multiply_adds");
    Kernel k = program.kernel(name);
    k.set(0, arrays);
    k.number(3, 0.5);
    k.whole(4, moves ? length : STEPS);
    int stretch = processor ? STRETCH : 1;
    k.whole(5, stretch);
    long[] global = {moves ? (length + stretch - 1) / stretch : items()};
    double best = Double.POSITIVE_INFINITY;
    for (int r = -1; r < REPEATS; r++) {
      long began = System.nanoTime();
      k.launch(global, processor ? new long[] {1} : null);
      cl.finish(session);
      double taken = (System.nanoTime() - began) * 1e-9;
      best = r < 0 ? best : Math.min(best, taken);
    }
    return best;
  }

  @Override
  public void close() {
    memory.close();
    program.close();
    cl.close(session);
  }
}
