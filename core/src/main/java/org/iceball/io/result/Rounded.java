package org.iceball.io.result;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers with as many digits as they deserve, for files. All methods return null for what is not
 * finite: no file of ours holds a NaN.
 */
public final class Rounded {
  private static final double KELVIN_AT_ZERO_CELSIUS = 273.15;

  private Rounded() {}

  /** The number with at most so many decimals, without trailing zeros or exponent. */
  public static BigDecimal decimals(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return null;
    }
    return plain(new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN));
  }

  /** The number with at most so many significant digits, without trailing zeros or exponent. */
  public static BigDecimal significant(double value, int digits) {
    if (!Double.isFinite(value)) {
      return null;
    }
    return plain(new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN)));
  }

  /** A length [m] in millimetres, to a micrometre. */
  public static BigDecimal mm(double metres) {
    return decimals(metres * 1e3, 3);
  }

  /** A volume [m3] in millilitres, to a tenth of a microlitre. */
  public static BigDecimal ml(double cubicMetres) {
    return decimals(cubicMetres * 1e6, 4);
  }

  /** A temperature [K] in degC, to a hundredth. */
  public static BigDecimal celsius(double kelvin) {
    return decimals(kelvin - KELVIN_AT_ZERO_CELSIUS, 2);
  }

  /** A fraction [1] in per cent, to a hundredth. */
  public static BigDecimal percent(double fraction) {
    return decimals(fraction * 100, 2);
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
