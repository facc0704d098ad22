package org.iceball.device;

import java.util.ArrayList;
import java.util.List;
import org.iceball.device.Phase.Kind;

/**
 * What a needle's wall does over time: the stretches of its protocol laid out on the clock of the
 * run, each with the temperature that the wall goes to.
 *
 * <p>At the start of a driven phase the wall has the temperature of the tissue around it, and goes
 * to the gas's plateau exponentially (plateau and ramp: option 2 of the boundary models that the
 * literature uses; needles reach theirs with a time constant of 20 to 40 s).
 */
public final class WallSchedule {
  /** After this many time constants the wall counts as settled, within 0.07 % of the ramp. */
  public static final double SETTLED = 7.25;

  private final List<Stretch> stretches = new ArrayList<>();

  /**
   * A phase on the clock of the run.
   *
   * @param kind what the needle does
   * @param from when it begins [s]
   * @param to when it ends [s]
   * @param plateau temperature the wall goes to [K]; NaN while passive
   * @param timeConstant of the way there [s]
   */
  public record Stretch(Kind kind, double from, double to, double plateau, double timeConstant) {

    /**
     * Mean wall temperature [K] over a part of this stretch.
     *
     * @param start temperature at the beginning of the stretch [K]
     * @param t0 beginning of the part [s]
     * @param t1 its end [s]
     */
    public double meanWall(double start, double t0, double t1) {
      if (timeConstant <= 0 || t0 - from >= SETTLED * timeConstant) {
        return plateau;
      }
      double a = (t0 - from) / timeConstant;
      double b = (t1 - from) / timeConstant;
      double mean =
          b > a ? (StrictMath.exp(-a) - StrictMath.exp(-b)) / (b - a) : StrictMath.exp(-a);
      return plateau + (start - plateau) * mean;
    }
  }

  /** Lays a needle's protocol out on the clock. */
  public WallSchedule(Needle needle) {
    double t = needle.start();
    for (Phase p : needle.protocol().phases()) {
      Cryoprobe c = needle.probe();
      double plateau =
          switch (p.kind()) {
            case FREEZE -> c.freezeTemperature().value();
            case ACTIVE_THAW -> c.thawTemperature().value();
            case PASSIVE_THAW -> Double.NaN;
          };
      double constant =
          p.kind() == Kind.ACTIVE_THAW
              ? c.thawTimeConstant().value()
              : c.freezeTimeConstant().value();
      stretches.add(new Stretch(p.kind(), t, t + p.duration(), plateau, constant));
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
