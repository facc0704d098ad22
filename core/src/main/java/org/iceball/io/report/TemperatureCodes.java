package org.iceball.io.report;

/**
 * Temperatures in a byte each, finest where isotherms are drawn: half a kelvin from -60 to 10 degC
 * for ice, and from 36 to 100 degC for heat.
 */
final class TemperatureCodes {
  private static final double ZERO_CELSIUS = 273.15;

  private final double[] celsius = new double[256];

  private TemperatureCodes(double[][] stretches) {
    int at = 0;
    for (double[] s : stretches) {
      for (double t = s[0]; t < s[1] - 1e-9 && at < celsius.length; t += s[2]) {
        celsius[at++] = t;
      }
    }
    for (; at < celsius.length; at++) {
      celsius[at] = celsius[at - 1] + 1;
    }
  }

  /** Codes for a case that cools, or for one that heats. */
  static TemperatureCodes of(boolean hot) {
    return new TemperatureCodes(
        hot
            ? new double[][] {{-10, 36, 0.75}, {36, 100, 0.5}, {100, 200, 1.5}}
            : new double[][] {{-196, -60, 2}, {-60, 10, 0.5}, {10, 46, 0.75}});
  }

  /** Temperature of each code [degC], ascending; length 256. */
  double[] table() {
    return celsius.clone();
  }

  /** The code nearest to a temperature [K]. */
  byte code(double kelvin) {
    double t = kelvin - ZERO_CELSIUS;
    int low = 0;
    int high = celsius.length - 1;
    while (high - low > 1) {
      int middle = (low + high) / 2;
      if (celsius[middle] <= t) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (byte) (celsius[high] - t < t - celsius[low] ? high : low);
  }
}
