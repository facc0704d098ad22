package org.iceball.validation.book;

import java.util.Locale;
import java.util.Optional;

/** How a measured number is compared with the expected one. */
public enum Metric {
  /** |measured - expected| is at most the tolerance [unit of the row]. */
  ABSOLUTE {
    @Override
    boolean accepts(double measured, double expected, double tolerance) {
      return Math.abs(measured - expected) <= tolerance;
    }
  },
  /** |measured / expected - 1| is at most the tolerance [1]. */
  RELATIVE {
    @Override
    boolean accepts(double measured, double expected, double tolerance) {
      return Math.abs(measured / expected - 1) <= tolerance;
    }
  },
  /** The measured number falls short of the expected one by at most the tolerance [unit]. */
  AT_LEAST {
    @Override
    boolean accepts(double measured, double expected, double tolerance) {
      return measured >= expected - tolerance;
    }
  },
  /** The case is refused with the complaint that is expected, by its code. */
  REFUSED {
    @Override
    boolean accepts(double measured, double expected, double tolerance) {
      throw new IllegalStateException("a complaint is not a number");
    }
  };

  /** True where the number is good enough; never for what is not a number. */
  abstract boolean accepts(double measured, double expected, double tolerance);

  /** The name in the table, for example {@code at-least}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The metric of a name in the table. */
  public static Optional<Metric> of(String key) {
    for (Metric m : values()) {
      if (m.key().equals(key)) {
        return Optional.of(m);
      }
    }
    return Optional.empty();
  }
}
