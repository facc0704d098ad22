package org.iceball.validation.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The radial reference: one endless needle in homogeneous perfused tissue, solved so finely that
 * its radii are converged to 0.02 %.
 *
 * <pre>
 * dH/dt = (1/r) d/dr (r dQ/dr) + p (T_body - T) + q,    Q = integral of k dT
 * </pre>
 *
 * Blood flows only where the tissue is above its liquidus and has always been. Finite volumes in
 * rings, second order in space and time; see {@link RadialSolver}. It shares no code with the
 * engine.
 */
public final class RadialReference {
  private static final double FIRST_STEP = 1e-4;
  private static final double SHORTEST_STEP = 1e-9;

  private RadialReference() {}

  /**
   * Runs at {@link Resolution#STANDARD}.
   *
   * @param tissue what surrounds the needle
   * @param needleRadius [m]
   * @param schedule what the needle does
   * @param times rising, from above zero to the end of the schedule [s]
   * @return the state at each of the times
   */
  public static List<RadialState> run(
      RadialTissue tissue, double needleRadius, RadialSchedule schedule, double... times) {
    return run(tissue, needleRadius, schedule, Resolution.STANDARD, times);
  }

  /**
   * Runs at a resolution of one's own; the other parameters are those of {@link #run(RadialTissue,
   * double, RadialSchedule, double...)}.
   */
  public static List<RadialState> run(
      RadialTissue tissue,
      double needleRadius,
      RadialSchedule schedule,
      Resolution resolution,
      double... times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    if (times.length == 0
        || !Arrays.equals(sorted, times)
        || !(times[0] > 0 && times[times.length - 1] <= schedule.end() * (1 + 1e-12))) {
      throw new IllegalArgumentException("times must rise within the schedule, above zero");
    }
    RadialSolver solver = new RadialSolver(tissue, new RadialGrid(needleRadius, resolution));
    List<RadialState> states = new ArrayList<>();
    double began = 0;
    for (RadialSchedule.Phase phase : schedule.phases()) {
      double since = 0;
      WallFunction wall = WallFunction.of(phase.wall(), solver.wallTemperature());
      solver.beginPhase();
      while (states.size() < times.length) {
        double next = times[states.size()] - began;
        double until = Math.min(next, phase.duration());
        since = advanceTo(solver, wall, since, until, resolution);
        if (next > phase.duration()) {
          break;
        }
        states.add(solver.state(times[states.size()]));
      }
      began += phase.duration();
    }
    return List.copyOf(states);
  }

  private static double advanceTo(
      RadialSolver solver, WallFunction wall, double since, double until, Resolution resolution) {
    double now = since;
    while (until - now > SHORTEST_STEP) {
      double allowed =
          Math.min(resolution.longestStep(), Math.max(FIRST_STEP, resolution.stepShare() * now));
      double left = until - now;
      // equal steps over what is left, lest the last one be a sliver
      double step = left / Math.ceil(left / allowed * (1 - 1e-9));
      while (!solver.advance(wall, now, step)) {
        step /= 2;
        if (step < SHORTEST_STEP) {
          throw new IllegalStateException("no solution at " + now + " s into the phase");
        }
      }
      now += step;
    }
    return until;
  }
}
