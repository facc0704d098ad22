package org.iceball.validation.book;

import java.util.Locale;

/**
 * A row of the table: one promise that can fail.
 *
 * @param id short, unique, stable
 * @param group chapter of the guide
 * @param caseName the case that measures it
 * @param quantity which of the case's numbers
 * @param unit of expected value and, unless the metric is relative, tolerance
 * @param metric how the two are compared
 * @param expected number [unit]; NaN where a complaint is expected
 * @param complaint code of the complaint that is expected; empty where a number is
 * @param tolerance [unit], or [1] where the metric is relative
 * @param tier whether every build runs it
 * @param mustFail the row passes only if the case is refused or its number is not accepted
 * @param reason why this tolerance
 * @param citation where the expected value comes from
 */
public record Check(
    String id,
    Group group,
    String caseName,
    String quantity,
    String unit,
    Metric metric,
    double expected,
    String complaint,
    double tolerance,
    Tier tier,
    boolean mustFail,
    String reason,
    String citation) {

  /** When a row is run. */
  public enum Tier {
    /** In every build. */
    FAST,
    /** Before a release, and whenever someone asks. */
    LONG;

    /** The name in the table. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is demanded, in words, for example {@code at most 0.2 mm}. */
  public String demand() {
    String bound =
        switch (metric) {
          case REFUSED -> "refused as " + complaint;
          case AT_LEAST -> "at least " + number(expected - tolerance) + unitText();
          case RELATIVE -> number(expected) + unitText() + " within " + percent(tolerance);
          case ABSOLUTE ->
              expected == 0
                  ? "at most " + number(tolerance) + unitText()
                  : number(expected) + " +/- " + number(tolerance) + unitText();
        };
    return mustFail && metric != Metric.REFUSED ? "must miss: " + bound : bound;
  }

  private String unitText() {
    return unit.equals("1") ? "" : " " + unit;
  }

  private static String percent(double share) {
    return number(share * 100) + " %";
  }

  /** A number with at most four figures, without trailing zeros. */
  public static String number(double value) {
    if (!Double.isFinite(value) || value == 0) {
      return value == 0 ? "0" : Double.toString(value);
    }
    double size = Math.abs(value);
    if (size < 1e-3 || size >= 1e5) {
      return String.format(Locale.ROOT, "%.2e", value)
          .replaceAll("\\.?0+e", "e")
          .replaceAll("e([+-])0*", "e$1")
          .replace("e+", "e");
    }
    int decimals = Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }
}
