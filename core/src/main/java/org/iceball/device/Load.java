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
   * The temperature [K] at which the needle takes up what the tissue gives, by bisection: the first
   * rises with temperature and the second falls.
   *
   * @param given heat that the tissue gives to a wall at a temperature [W]
   */
  public double wall(DoubleUnaryOperator given) {
    return isImposed() ? imposed : between(t -> given.applyAsDouble(t) - heat(t));
  }

  /**
   * The temperature [K] at which a heat that falls with temperature [W] is zero, by bisection.
   *
   * @param heat for a temperature [K]
   */
  public static double between(DoubleUnaryOperator heat) {
    double low = COLDEST;
    double high = WARMEST;
    for (int i = 0; i < 48; i++) {
      double middle = 0.5 * (low + high);
      if (heat.applyAsDouble(middle) < 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return 0.5 * (low + high);
  }
}
