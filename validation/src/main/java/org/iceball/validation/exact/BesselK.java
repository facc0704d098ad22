package org.iceball.validation.exact;

/**
 * The modified Bessel functions of the second kind K0 and K1. Up to x = 2, K0 is the logarithmic
 * series (Abramowitz and Stegun 9.6.13) and K1 follows from the Wronskian x (I0 K1 + I1 K0) = 1
 * (9.6.15). Beyond, the ratio K1/K0 is Temme's continued fraction (J. Comput. Phys. 19:324, 1975)
 * and the Wronskian yields the size; I0 and I1 are their power series, whose terms are all
 * positive.
 */
public final class BesselK {
  private BesselK() {}

  /** K0(x) for x above zero and below 700, to about 1e-14 of its value. */
  public static double k0(double x) {
    return k0(x, ratio(x));
  }

  /** K1(x) for x above zero and below 700, to about 1e-14 of its value. */
  public static double k1(double x) {
    double ratio = ratio(x);
    return ratio * k0(x, ratio);
  }

  /** K1(x)/K0(x) for any x above zero. */
  public static double ratio(double x) {
    Require.positive("x", x);
    if (x > 2) {
      return fraction(x);
    }
    double k0 = series(x);
    return (1 / x - i1(x) * k0) / (i0(x) * k0);
  }

  private static double k0(double x, double ratio) {
    return x > 2 ? 1 / (x * (i0(x) * ratio + i1(x))) : series(x);
  }

  /** 1 + 1/(2x) - (1/x) (1/4)/(2(x+1) - (9/4)/(2(x+2) - (25/4)/(2(x+3) - ...))). */
  private static double fraction(double x) {
    double b = 2 * (x + 1);
    double d = 1 / b;
    double c = Double.POSITIVE_INFINITY;
    double tail = d;
    for (int n = 1; n < 1000; n++) {
      double a = -(n + 0.5) * (n + 0.5);
      b += 2;
      d = 1 / (b + a * d);
      c = b + a / c;
      double factor = c * d;
      tail *= factor;
      if (Math.abs(factor - 1) < 1e-16) {
        break;
      }
    }
    return 1 + (0.5 - 0.25 * tail) / x;
  }

  private static double series(double x) {
    double quarter = x * x / 4;
    double term = 1;
    double harmonic = 0;
    double sum = 0;
    for (int n = 1; n < 40; n++) {
      term *= quarter / ((double) n * n);
      harmonic += 1.0 / n;
      sum += term * harmonic;
    }
    return sum - (Math.log(x / 2) + ExponentialIntegral.EULER) * i0(x);
  }

  private static double i0(double x) {
    double quarter = x * x / 4;
    double term = 1;
    double sum = 1;
    for (int n = 1; term > 1e-17 * sum; n++) {
      term *= quarter / ((double) n * n);
      sum += term;
    }
    return sum;
  }

  private static double i1(double x) {
    double quarter = x * x / 4;
    double term = x / 2;
    double sum = term;
    for (int n = 1; term > 1e-17 * sum; n++) {
      term *= quarter / (n * (n + 1.0));
      sum += term;
    }
    return sum;
  }
}
