package org.iceball.validation.exact;

/**
 * The exponential integral E1(x), the integral of exp(-t)/t from x to infinity. Power series up to
 * 1 (Abramowitz and Stegun 5.1.11), continued fraction beyond (5.1.22, evaluated by the method of
 * Lentz as modified by Thompson and Barnett, J. Comput. Phys. 64:490, 1986).
 */
public final class ExponentialIntegral {
  /** The constant of Euler and Mascheroni. */
  static final double EULER = 0.5772156649015329;

  private static final double CONVERGED = 1e-17;

  private ExponentialIntegral() {}

  /** E1(x) for x above zero, to about 1e-15 of its value. */
  public static double e1(double x) {
    Require.positive("x", x);
    return x <= 1 ? series(x) : Math.exp(-x) * e1Scaled(x);
  }

  /** exp(x) E1(x) for x above zero, which does not vanish for large x. */
  public static double e1Scaled(double x) {
    Require.positive("x", x);
    return x <= 1 ? Math.exp(x) * series(x) : fraction(x);
  }

  private static double series(double x) {
    double sum = 0;
    double power = 1;
    for (int n = 1; n < 40; n++) {
      power *= -x / n;
      sum -= power / n;
      if (Math.abs(power) < CONVERGED) {
        break;
      }
    }
    return -EULER - Math.log(x) + sum;
  }

  /** 1/(x+1 - 1/(x+3 - 4/(x+5 - 9/(x+7 - ...)))). */
  private static double fraction(double x) {
    double b = x + 1;
    double d = 1 / b;
    double c = Double.POSITIVE_INFINITY;
    double value = d;
    for (int n = 1; n < 1000; n++) {
      double a = -(double) n * n;
      b += 2;
      d = 1 / (b + a * d);
      c = b + a / c;
      double factor = c * d;
      value *= factor;
      if (Math.abs(factor - 1) < 1e-16) {
        break;
      }
    }
    return value;
  }
}
