package org.iceball.device;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * What a needle does to its wall at one moment: either its temperature is imposed, or the heat that
 * the needle takes up depends on it, as straight lines of which the weakest counts.
 *
 * @param imposed temperature of the wall [K]; NaN where the lines decide
 * @param warms whether the needle is there to warm the tissue
 * @param lines none where the temperature is imposed
 */
public record Load(double imposed, boolean warms, List<Line> lines) {
  /** Walls are looked for between these temperatures [K]. */
  private static final double COLDEST = 65;

  private static final double WARMEST = 400;

  /** Further off than any rounding of a wall [K]. */
  private static final double OFF = 1e-8;

  /**
   * Heat taken up, as a straight line.
   *
   * @param atZero at 0 K [W]
   * @param perKelvin not negative [W/K]
   */
  public record Line(double atZero, double perKelvin) {
    /** The line through a point with a slope. */
    static Line through(double temperature, double heat, double perKelvin) {
      return new Line(heat - perKelvin * temperature, perKelvin);
    }

    double at(double temperature) {
      return atZero + perKelvin * temperature;
    }
  }

  public Load {
    lines = List.copyOf(lines);
  }

  /** A wall that is held at a temperature [K]. */
  static Load wall(double temperature) {
    return new Load(temperature, false, List.of());
  }

  /** A needle that cools as much as the weakest of these lines allows. */
  static Load cooling(Line... lines) {
    return new Load(Double.NaN, false, List.of(lines));
  }

  /** A needle that warms as much as the weakest of these lines allows. */
  static Load warming(Line... lines) {
    return new Load(Double.NaN, true, List.of(lines));
  }

  /** Whether the temperature of the wall is imposed. */
  public boolean isImposed() {
    return !Double.isNaN(imposed);
  }

  /** Heat that the needle takes up [W] with its wall at a temperature [K]; negative: it warms. */
  public double heat(double temperature) {
    double heat = warms ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    for (Line line : lines) {
      heat = warms ? Math.max(heat, line.at(temperature)) : Math.min(heat, line.at(temperature));
    }
    return heat;
  }

  /**
   * The temperature [K] at which the needle takes up what the tissue gives: the first rises with
   * temperature and the second falls.
   *
   * @param given heat that the tissue gives to a wall at a temperature [W]
   * @param guess as for {@link #between}
   */
  public double wall(DoubleUnaryOperator given, double guess) {
    return isImposed() ? imposed : between(t -> given.applyAsDouble(t) - heat(t), guess);
  }

  /**
   * The temperature [K] at which a heat that falls with temperature [W] is zero, by bisection.
   *
   * @param heat for a temperature [K]
   * @param guess where it may be [K], or NaN; a good one saves looks and moves no bit
   */
  public static double between(DoubleUnaryOperator heat, double guess) {
    double low = COLDEST;
    double high = WARMEST;
    double root = secant(heat, guess);
    // the heat falls, so what lies off its zero need not be looked at
    double warm = heat.applyAsDouble(root - OFF) >= 0 ? root - OFF : low;
    double cold = heat.applyAsDouble(root + OFF) < 0 ? root + OFF : high;
    for (int i = 0; i < 48; i++) {
      double middle = 0.5 * (low + high);
      if (middle >= cold || (middle > warm && heat.applyAsDouble(middle) < 0)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return 0.5 * (low + high);
  }

  /** A few turns of the secant method; anything where they lead nowhere. */
  private static double secant(DoubleUnaryOperator heat, double guess) {
    if (Double.isNaN(guess)) {
      return COLDEST;
    }
    double before = guess;
    double at = guess + 0.1;
    double heatBefore = heat.applyAsDouble(before);
    for (int i = 0; i < 8 && Math.abs(at - before) > 0.01 * OFF; i++) {
      double now = heat.applyAsDouble(at);
      if (now == heatBefore) {
        return at;
      }
      double next = at - now * (at - before) / (now - heatBefore);
      before = at;
      heatBefore = now;
      at = Math.min(WARMEST, Math.max(COLDEST, next));
    }
    return at;
  }
}
