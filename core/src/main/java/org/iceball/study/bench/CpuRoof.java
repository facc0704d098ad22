package org.iceball.study.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.iceball.model.Numerics.Precision;
import org.iceball.solve.Roof;

/**
 * What Java threads do at best: copy and triad after McCalpin's STREAM (1995), and a chain of fused
 * multiply-adds on numbers in the first-level cache. Plain loops, as the compiler vectorises them.
 * Bytes include what the processor reads only because it is about to be overwritten.
 */
final class CpuRoof implements AutoCloseable {
  /** A measurement goes on until this time has passed [s]. */
  private static final double LONG_ENOUGH = 0.06;

  /** Numbers that a thread multiplies and adds, 8 KiB in double precision. */
  private static final int IN_CACHE = 1024;

  /** Multiply-adds a number and pass. */
  private static final int CHAIN = 16;

  private final int threads;
  private final ExecutorService pool;

  CpuRoof(int threads) {
    this.threads = threads;
    pool = Executors.newFixedThreadPool(threads);
  }

  /**
   * Measures.
   *
   * @param precision of the numbers
   * @param length of each of the three arrays [numbers]
   */
  Roof measure(Precision precision, int length) {
    return precision == Precision.FP32 ? single(length) : twice(length);
  }

  private Roof single(int length) {
    float[] a = new float[length];
    float[] b = new float[length];
    float[] c = new float[length];
    parallel(t -> RoofLoops.fill(a, b, c, from(t, length), from(t + 1, length)));
    float[][] small = new float[threads][IN_CACHE];
    return new Roof(
        rate(12.0 * length, t -> RoofLoops.copy(a, b, from(t, length), from(t + 1, length))),
        rate(16.0 * length, t -> RoofLoops.triad(a, b, c, from(t, length), from(t + 1, length))),
        rate(64.0 * CHAIN * IN_CACHE * threads, t -> RoofLoops.multiplyAdd(small[t], 64)));
  }

  private Roof twice(int length) {
    double[] a = new double[length];
    double[] b = new double[length];
    double[] c = new double[length];
    parallel(t -> RoofLoops.fill(a, b, c, from(t, length), from(t + 1, length)));
    double[][] small = new double[threads][IN_CACHE];
    return new Roof(
        rate(24.0 * length, t -> RoofLoops.copy(a, b, from(t, length), from(t + 1, length))),
        rate(32.0 * length, t -> RoofLoops.triad(a, b, c, from(t, length), from(t + 1, length))),
        rate(64.0 * CHAIN * IN_CACHE * threads, t -> RoofLoops.multiplyAdd(small[t], 64)));
  }

  private int from(int thread, int length) {
    return (int) ((long) length * thread / threads);
  }

  /** The best of a few runs that together take long enough, in amount a second. */
  private double rate(double amount, IntConsumer work) {
    double best = 0;
    long began = System.nanoTime();
    int runs = 0;
    while (runs < 3 || (System.nanoTime() - began) * 1e-9 < LONG_ENOUGH) {
      long start = System.nanoTime();
      parallel(work);
      best = Math.max(best, amount / ((System.nanoTime() - start) * 1e-9));
      runs++;
    }
    return best;
  }

  private void parallel(IntConsumer work) {
    List<Future<?>> running = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      int thread = t;
      running.add(pool.submit(() -> work.accept(thread)));
    }
    try {
      for (Future<?> f : running) {
        f.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
