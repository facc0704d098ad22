package org.iceball.solve;

import java.util.List;
import org.iceball.state.Kept;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;

/** Those who look on at a run, and its clock: they are told of its progress now and then. */
final class Onlookers implements Kept {
  private static final long PROGRESS_NANOS = 30_000_000;

  private final List<Monitor> monitors;
  private final long started = System.nanoTime();
  private long reported = started;
  private long earlier;

  Onlookers(List<Monitor> monitors) {
    this.monitors = monitors;
  }

  boolean isEmpty() {
    return monitors.isEmpty();
  }

  /** What the run has taken so far, before it was stopped too [ns]. */
  long elapsed() {
    return earlier + System.nanoTime() - started;
  }

  /** The same, for dividing by [s]. */
  double wall() {
    return Math.max(1e-9, elapsed() * 1e-9);
  }

  /** The run goes on with one that took so long before it was stopped [ns]. */
  void goOn(long before) {
    earlier = before;
  }

  /** Whether they have been told nothing for a while. */
  boolean isTimeToTell() {
    return System.nanoTime() - reported > PROGRESS_NANOS;
  }

  void progress(Monitor.Progress where) {
    reported = System.nanoTime();
    for (Monitor m : monitors) {
      m.progress(where);
    }
  }

  /** Shows a state: temperature [K] and frozen fraction [1], shape [cells]; not modified. */
  void snapshot(double time, float[] temperature, float[] frozen) {
    for (Monitor m : monitors) {
      m.snapshot(time, temperature, frozen);
    }
  }

  @Override
  public void save(StateOut out) {
    for (Monitor m : monitors) {
      if (m instanceof Kept kept) {
        kept.save(out);
      }
    }
  }

  @Override
  public void restore(StateIn in) {
    for (Monitor m : monitors) {
      if (m instanceof Kept kept) {
        kept.restore(in);
      }
    }
  }
}
