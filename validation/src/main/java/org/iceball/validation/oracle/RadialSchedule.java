package org.iceball.validation.oracle;

import java.util.ArrayList;
import java.util.List;

/**
 * What the needle does over time, in order.
 *
 * @param phases at least one
 */
public record RadialSchedule(List<Phase> phases) {
  public RadialSchedule {
    if (phases.isEmpty()) {
      throw new IllegalArgumentException("a schedule has at least one phase");
    }
    phases = List.copyOf(phases);
  }

  /** One phase, for so long [s]. */
  public static RadialSchedule of(double duration, Wall wall) {
    return new RadialSchedule(List.of(new Phase(duration, wall)));
  }

  /** This schedule and then another phase, for so long [s]. */
  public RadialSchedule then(double duration, Wall wall) {
    List<Phase> longer = new ArrayList<>(phases);
    longer.add(new Phase(duration, wall));
    return new RadialSchedule(longer);
  }

  /** When the last phase ends [s]. */
  public double end() {
    return phases.stream().mapToDouble(Phase::duration).sum();
  }

  /**
   * One stretch of the schedule.
   *
   * @param duration [s]
   * @param wall what the needle's wall does
   */
  public record Phase(double duration, Wall wall) {
    public Phase {
      if (!(duration > 0 && duration < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("a phase lasts a positive time, not " + duration);
      }
    }
  }
}
