package org.iceball.solve;

/** Looks at a run while it goes on. Must not modify anything it is handed. */
public interface Monitor {

  /**
   * Called often, up to some thirty times a second of elapsed time, and once at the end.
   *
   * @param progress where the run is
   */
  default void progress(Progress progress) {}

  /**
   * Called at each snapshot time: the start, every {@code snapshotEvery}, the phases' ends.
   *
   * @param time since the start [s]
   * @param temperature [K], shape [cells], x fastest; only valid during the call
   * @param frozen frozen fraction of the freezable water [1], shape [cells]
   */
  default void snapshot(double time, float[] temperature, float[] frozen) {}

  /**
   * Where a run is.
   *
   * @param time simulated so far [s]
   * @param duration to be simulated [s]
   * @param iceVolume at the last history row [m3]
   * @param cellUpdatesPerSecond so far [1/s]
   */
  record Progress(double time, double duration, double iceVolume, double cellUpdatesPerSecond) {}
}
