package org.iceball.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM as a request: while this is open, the process waits a few seconds for the work
 * to keep its state before it ends.
 */
final class StopSignal implements AutoCloseable {
  /** Longest wait [ms]; who sent the signal expects the process to be gone in 5 s. */
  private static final long PATIENCE = 4_500;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::wanted, "iceball-stop");
  private volatile boolean requested;

  /** Listens from now on. */
  StopSignal() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void wanted() {
    requested = true;
    try {
      // false where a step takes longer: the state kept before it is then what is left
      boolean inTime = ended.await(PATIENCE, TimeUnit.MILLISECONDS);
      if (!inTime) {
        System.getLogger(StopSignal.class.getName())
            .log(System.Logger.Level.DEBUG, "the step under way took too long to be waited for");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the process is to end. */
  boolean isRequested() {
    return requested;
  }

  /** The work has ended, one way or another. */
  @Override
  public void close() {
    ended.countDown();
    if (!requested) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        requested = true; // the signal came just now
      }
    }
  }
}
