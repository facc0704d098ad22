package org.iceball.tissue;

/**
 * Where a number comes from.
 *
 * @param source publication, data base or formula, with identifier where there is one
 * @param provenance how sure we are: {@code read}, {@code read (secondary)}, {@code computed}, or
 *     {@code from memory, unverified}
 */
public record Citation(String source, String provenance) {
  /** A number that the user's own case file sets. */
  public static final Citation CASE_FILE = new Citation("set in the case file", "user");

  @Override
  public String toString() {
    return source + " (" + provenance + ")";
  }
}
