package org.iceball.device;

import java.util.List;

/**
 * What a needle does over time, in order.
 *
 * @param phases at least one
 */
public record Protocol(List<Phase> phases) {
  public Protocol {
    if (phases.isEmpty()) {
      throw new IllegalArgumentException("a protocol has at least one phase");
    }
    phases = List.copyOf(phases);
  }

  /** Whether any phase of it heats. */
  public boolean heats() {
    return phases.stream().anyMatch(p -> p.kind() == Phase.Kind.HEAT);
  }

  /**
   * The same whose device works for a part of its time: every phase that freezes or heats is so
   * much shorter, the others stay.
   *
   * @param part more than 0 [1]
   */
  public Protocol withActive(double part) {
    return new Protocol(
        phases.stream()
            .map(p -> p.treats() ? new Phase(p.kind(), part * p.duration()) : p)
            .toList());
  }

  /** Sum of the phases' durations [s]. */
  public double duration() {
    return phases.stream().mapToDouble(Phase::duration).sum();
  }
}
