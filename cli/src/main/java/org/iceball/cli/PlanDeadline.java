package org.iceball.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells a long search when to end: when its time is up, or when the process is asked to (Ctrl-C,
 * SIGTERM). In the latter case the process waits until what was found is written.
 */
final class PlanDeadline implements AutoCloseable {
  /** How long the process waits for the results to be written [s]. */
  private static final long PATIENCE = 60;

  private final long end;
  private final AtomicBoolean asked = new AtomicBoolean();
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupted, "stop");

  /**
   * @param minutes until the time is up
   */
  PlanDeadline(double minutes) {
    end = System.nanoTime() + (long) (minutes * 60e9);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Whether to end. */
  boolean now() {
    return asked.get() || System.nanoTime() - end > 0;
  }

  private void interrupted() {
    asked.set(true);
    try {
      done.await(PATIENCE, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The results are written. */
  @Override
  public void close() {
    done.countDown();
    if (!asked.get()) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
