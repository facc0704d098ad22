package org.iceball.solve;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.iceball.grid.Threads;

/**
 * A few threads that share out numbered pieces of work, again and again, without allocating. Which
 * thread does which piece is left to chance, so a piece must write only what is its own.
 */
final class Team implements Threads, AutoCloseable {
  private static final int SPINS = 2_000;
  private static final int YIELDS = 200;

  private final Thread[] helpers;
  private final AtomicInteger round = new AtomicInteger();
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger busy = new AtomicInteger();
  private volatile int pieces;
  private volatile IntConsumer work;
  private volatile Throwable failure;
  private volatile boolean closed;

  /**
   * @param threads how many work, the caller included
   */
  Team(int threads) {
    helpers = new Thread[threads - 1];
    for (int t = 0; t < helpers.length; t++) {
      helpers[t] = new Thread(this::help, "iceball-" + (t + 1));
      helpers[t].setDaemon(true);
      helpers[t].start();
    }
  }

  @Override
  public void run(int n, IntConsumer piece) {
    if (helpers.length == 0) {
      for (int p = 0; p < n; p++) {
        piece.accept(p);
      }
      return;
    }
    work = piece;
    pieces = n;
    next.set(0);
    busy.set(helpers.length);
    round.incrementAndGet();
    for (Thread t : helpers) {
      LockSupport.unpark(t);
    }
    takeAll();
    for (int i = 0; busy.get() > 0; i++) {
      pause(i, false);
    }
    if (failure != null) {
      throw new IllegalStateException("a worker thread failed", failure);
    }
  }

  private void takeAll() {
    IntConsumer w = work;
    int n = pieces;
    for (int p = next.getAndIncrement(); p < n; p = next.getAndIncrement()) {
      w.accept(p);
    }
  }

  private void help() {
    int seen = 0;
    while (true) {
      for (int i = 0; round.get() == seen && !closed; i++) {
        pause(i, true);
      }
      if (closed) {
        return;
      }
      seen++;
      try {
        takeAll();
      } catch (RuntimeException | Error e) {
        failure = e;
      } finally {
        busy.decrementAndGet();
      }
    }
  }

  @SuppressWarnings(
      "ThreadPriorityCheck") // a hint after a long spin, not a means to order anything
  private static void pause(int waited, boolean mayPark) {
    if (waited < SPINS) {
      Thread.onSpinWait();
    } else if (waited < SPINS + YIELDS || !mayPark) {
      Thread.yield();
    } else {
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Override
  public void close() {
    closed = true;
    for (Thread t : helpers) {
      LockSupport.unpark(t);
    }
  }
}
