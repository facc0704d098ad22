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

  /**
   * The same whose device works for a part of its time: every phase of {@link Phase.Kind#FREEZE} is
   * so much shorter, the others stay.
   *
   * @param part more than 0 [1]
   */
  public Protocol withActive(double part) {
    return new Protocol(
        phases.stream()
            .map(p -> p.kind() == Phase.Kind.FREEZE ? new Phase(p.kind(), part * p.duration()) : p)
            .toList());
  }

  /** Sum of the phases' durations [s]. */
  public double duration() {
    return phases.stream().mapToDouble(Phase::duration).sum();
  }
}
