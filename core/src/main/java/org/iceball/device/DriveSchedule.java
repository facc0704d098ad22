package org.iceball.device;

import java.util.ArrayList;
import java.util.List;
import org.iceball.device.Phase.Kind;

/** A needle's protocol laid out on the clock of the run, each phase with what the needle does. */
public final class DriveSchedule {
  private final List<Stretch> stretches = new ArrayList<>();

  /**
   * A phase on the clock of the run.
   *
   * @param kind what the protocol says
   * @param from when it begins [s]
   * @param to when it ends [s]
   * @param pull what the needle does
   */
  public record Stretch(Kind kind, double from, double to, Pull pull) {
    /** Whether the needle exchanges heat by itself. */
    public boolean isDriven() {
      return !(pull instanceof Pull.Rest);
    }
  }

  /** Lays a needle's protocol out on the clock. */
  public DriveSchedule(Needle needle, GasSupply supply) {
    double t = needle.start();
    for (Phase p : needle.protocol().phases()) {
      Pull pull = needle.drive().pull(p.kind(), needle.probe(), supply);
      stretches.add(new Stretch(p.kind(), t, t + p.duration(), pull));
      t += p.duration();
    }
  }

  /** The stretches in order. */
  public List<Stretch> stretches() {
    return List.copyOf(stretches);
  }

  /** The stretch that holds just after a time [s], or null before the start and after the end. */
  public Stretch after(double time) {
    for (Stretch s : stretches) {
      if (time >= s.from() && time < s.to()) {
        return s;
      }
    }
    return null;
  }
}
