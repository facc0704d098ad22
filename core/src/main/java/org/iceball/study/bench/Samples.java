package org.iceball.study.bench;

import java.util.List;

/**
 * Repeats of one measurement.
 *
 * @param values at least one, in the order they were taken, all in the same unit
 */
public record Samples(List<Double> values) {
  public Samples {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a measurement has at least one repeat");
    }
    values = List.copyOf(values);
  }

  /** The middle one, or the mean of the two in the middle. */
  public double median() {
    List<Double> sorted = values.stream().sorted().toList();
    int n = sorted.size();
    return 0.5 * (sorted.get((n - 1) / 2) + sorted.get(n / 2));
  }

  /** The smallest. */
  public double least() {
    return values.stream().mapToDouble(v -> v).min().orElseThrow();
  }

  /** The largest. */
  public double most() {
    return values.stream().mapToDouble(v -> v).max().orElseThrow();
  }

  /**
   * The ratios to another measurement whose repeats were taken in turn with these, so that both saw
   * the same load of the machine [1].
   *
   * @throws IllegalArgumentException where the numbers of repeats differ
   */
  public Samples over(Samples other) {
    if (values.size() != other.values.size()) {
      throw new IllegalArgumentException("repeats that were not taken in turn");
    }
    return new Samples(
        java.util.stream.IntStream.range(0, values.size())
            .mapToObj(i -> values.get(i) / other.values.get(i))
            .toList());
  }
}
