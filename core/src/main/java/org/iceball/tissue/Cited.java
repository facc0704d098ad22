package org.iceball.tissue;

/**
 * A number with its interval and its source.
 *
 * @param value the value used [SI, kelvin]
 * @param low lower end of the reported or assumed range [same unit]
 * @param high upper end [same unit]
 * @param citation where value and interval come from
 */
public record Cited(double value, double low, double high, Citation citation) {
  public Cited {
    if (!(low <= value && value <= high)) {
      throw new IllegalArgumentException(
          value + " lies outside its own interval " + low + " to " + high + ": " + citation);
    }
  }

  /** A value that the case file sets: no interval beyond the value itself. */
  public static Cited byUser(double value) {
    return new Cited(value, value, value, Citation.CASE_FILE);
  }

  /** The number and its interval times a factor that is not negative [1]. */
  public Cited times(double factor) {
    return new Cited(value * factor, low * factor, high * factor, citation);
  }
}
