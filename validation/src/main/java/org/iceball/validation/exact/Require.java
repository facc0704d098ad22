package org.iceball.validation.exact;

/** Guards on the parameters of a closed form. */
final class Require {
  private Require() {}

  /** Returns {@code value} if it is finite and above zero, in whatever unit it has. */
  static double positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be above zero, but is " + value);
    }
    return value;
  }

  /** Refuses temperatures [K] that do not rise strictly in the order given. */
  static void rising(String names, double... temperatures) {
    for (int i = 1; i < temperatures.length; i++) {
      if (!(temperatures[i - 1] < temperatures[i])) {
        throw new IllegalArgumentException(names + " must rise strictly");
      }
    }
  }
}
