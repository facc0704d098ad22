package org.iceball.io;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.iceball.grid.Vec3;

/** Numbers as people say them, for texts and pictures. ASCII only, independent of the locale. */
public final class Words {
  private static final double KELVIN_AT_ZERO_CELSIUS = 273.15;

  private Words() {}

  /** The number with at most so many decimals; {@code unknown} where it is not finite. */
  public static String number(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return "unknown";
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    if (rounded.signum() == 0) {
      return "0";
    }
    BigDecimal stripped = rounded.stripTrailingZeros();
    return stripped.toPlainString();
  }

  /** The number with all of its decimals, so that columns line up; - where it is not finite. */
  public static String fixed(double value, int decimals) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value) : "-";
  }

  /**
   * The number with its error bar, as {@code 12.3 +/- 0.4}; without one where that is not finite.
   */
  public static String withError(double value, double error, int decimals) {
    String text = fixed(value, decimals);
    return Double.isFinite(error) ? text + " +/- " + fixed(error, decimals) : text;
  }

  /** A line of a text, ended by a line feed and without blanks before it. */
  public static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values).stripTrailing() + "\n";
  }

  /** A fraction [1] in per cent, one decimal. Never rounded up to 100. */
  public static String percent(double fraction) {
    if (!Double.isFinite(fraction)) {
      return "an unknown part";
    }
    double percent = fraction * 100;
    // 99.97 % is not all of it: what is left is what matters.
    RoundingMode mode = percent > 99 && percent < 100 ? RoundingMode.DOWN : RoundingMode.HALF_EVEN;
    return BigDecimal.valueOf(percent).setScale(1, mode).toPlainString() + " %";
  }

  /** A temperature [K] as {@code -20 degC}. */
  public static String celsius(double kelvin) {
    return number(kelvin - KELVIN_AT_ZERO_CELSIUS, 1) + " degC";
  }

  /** A time [s] as {@code 25 min}, {@code 1 min 30 s} or {@code 4.2 s}. */
  public static String duration(double seconds) {
    if (!(seconds >= 60)) {
      return number(seconds, 1) + " s";
    }
    long whole = Math.round(seconds);
    String minutes = whole / 60 + " min";
    return whole % 60 == 0 ? minutes : minutes + " " + whole % 60 + " s";
  }

  /** A point [m], RAS, as {@code R 12.3, P 4, H 56.1 mm}: letters of the patient's sides. */
  public static String place(Vec3 point) {
    return String.format(
        Locale.ROOT,
        "%s, %s, %s mm",
        side(point.x(), "R", "L"),
        side(point.y(), "A", "P"),
        side(point.z(), "H", "F"));
  }

  private static String side(double metres, String positive, String negative) {
    return (metres < 0 ? negative : positive) + " " + number(Math.abs(metres) * 1e3, 1);
  }
}
