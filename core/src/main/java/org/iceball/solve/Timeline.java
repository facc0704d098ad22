package org.iceball.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.iceball.device.DriveSchedule;
import org.iceball.device.Phase.Kind;
import org.iceball.device.Pull;

/** All times at which something changes or is looked at; steps hit them exactly. */
final class Timeline {
  /** Time between rows of the history [s]. */
  static final double HISTORY_EVERY = 30;

  /** Steps that a wall's exponential way to its plateau is cut into, of equal temperature. */
  private static final int RAMP_STEPS = 24;

  private final NavigableSet<Double> events = new TreeSet<>();
  private final NavigableSet<Double> history = new TreeSet<>();
  private final NavigableSet<Double> snapshots = new TreeSet<>();
  private final NavigableSet<Double> freezeEnds = new TreeSet<>();

  /**
   * @param schedules of the needles
   * @param snapshotEvery time between snapshots [s]
   * @param changes times at which something else changes [s]; those after the end don't count
   */
  Timeline(List<DriveSchedule> schedules, double snapshotEvery, List<Double> changes) {
    double end = 0;
    for (DriveSchedule w : schedules) {
      for (DriveSchedule.Stretch s : w.stretches()) {
        end = Math.max(end, s.to());
      }
    }
    history.add(0.0);
    snapshots.add(0.0);
    for (DriveSchedule w : schedules) {
      for (DriveSchedule.Stretch s : w.stretches()) {
        history.add(s.from());
        history.add(s.to());
        snapshots.add(s.to());
        if (s.kind() == Kind.FREEZE) {
          freezeEnds.add(s.to());
        }
        ramp(s);
      }
    }
    for (int n = 1; n * HISTORY_EVERY < end; n++) {
      history.add(n * HISTORY_EVERY);
    }
    if (Double.isFinite(snapshotEvery)) {
      for (int n = 1; n * snapshotEvery < end; n++) {
        snapshots.add(n * snapshotEvery);
      }
    }
    double last = end;
    changes.stream().filter(t -> t < last).forEach(history::add);
    events.addAll(history);
    events.addAll(snapshots);
    events.add(end);
    events.removeIf(t -> t <= 0);
  }

  /** Where a driven stretch settles or bends. */
  private void ramp(DriveSchedule.Stretch s) {
    double constant = s.pull().timeConstant();
    if (constant > 0) {
      for (int n = 1; n < RAMP_STEPS; n++) {
        double left = 1 - (double) n / RAMP_STEPS;
        double t = s.from() - constant * StrictMath.log(left);
        if (t < s.to()) {
          events.add(t);
        }
      }
      events.add(Math.min(s.to(), s.from() + Pull.Settling.SETTLED * constant));
    }
    for (double bend : s.pull().bends()) {
      if (bend > 0 && s.from() + bend < s.to()) {
        events.add(s.from() + bend);
      }
    }
  }

  /** Times to stop at, ascending, without 0 [s]. */
  List<Double> events() {
    // times that differ by rounding only are one
    List<Double> distinct = new ArrayList<>();
    double last = 0;
    for (double t : events) {
      if (t - last > 1e-6) {
        distinct.add(t);
        last = t;
      }
    }
    return distinct;
  }

  double end() {
    return events.last();
  }

  boolean isHistory(double time) {
    return near(history, time);
  }

  boolean isSnapshot(double time) {
    return near(snapshots, time);
  }

  boolean isFreezeEnd(double time) {
    return near(freezeEnds, time);
  }

  private static boolean near(NavigableSet<Double> set, double time) {
    Double up = set.ceiling(time - 1e-6);
    return up != null && up <= time + 1e-6;
  }
}
