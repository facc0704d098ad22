package org.iceball.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Does independent jobs side by side; results come in the order of the jobs. */
final class Crew implements AutoCloseable {
  private final ExecutorService workers;

  Crew(int threads) {
    workers =
        Executors.newFixedThreadPool(
            threads,
            job -> {
              Thread t = new Thread(job, "plan");
              t.setDaemon(true);
              return t;
            });
  }

  /** Results of all jobs; the first failure, if any, is thrown once all have ended. */
  <T> List<T> all(List<? extends Supplier<T>> jobs) {
    List<Callable<T>> calls = new ArrayList<>();
    for (Supplier<T> job : jobs) {
      calls.add(job::get);
    }
    try {
      return results(workers.invokeAll(calls));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while planning", e);
    }
  }

  /** Begins a job that {@link #results} waits for. */
  <T> Future<T> begin(Supplier<T> job) {
    return workers.submit(job::get);
  }

  /** Results of jobs that have begun; the first failure, if any, is thrown. */
  static <T> List<T> results(List<Future<T>> jobs) {
    List<T> results = new ArrayList<>();
    try {
      for (Future<T> f : jobs) {
        results.add(f.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while planning", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
    return results;
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
