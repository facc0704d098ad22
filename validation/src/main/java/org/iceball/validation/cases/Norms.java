package org.iceball.validation.cases;

/** How far numbers are from what they should be. */
final class Norms {
  private Norms() {}

  /** Root of the mean square of the differences. */
  static double l2(double[] found, double[] exact) {
    double sum = 0;
    for (int i = 0; i < found.length; i++) {
      sum += (found[i] - exact[i]) * (found[i] - exact[i]);
    }
    return Math.sqrt(sum / found.length);
  }

  /** Largest difference. */
  static double max(double[] found, double[] exact) {
    double max = 0;
    for (int i = 0; i < found.length; i++) {
      double d = Math.abs(found[i] - exact[i]);
      max = d > max || Double.isNaN(d) ? d : max;
    }
    return max;
  }

  /** Largest absolute value. */
  static double max(double... values) {
    return max(values, new double[values.length]);
  }
}
