package org.iceball.units;

import java.util.Locale;

/**
 * One mistake in what the user gave: what it is, where it stands, and how to mend it.
 *
 * @param complaint which of the known complaints this is
 * @param place where: a path into the case file such as {@code needles[1].tip}, or a file name
 * @param line line in the file, counted from 1, or 0 where there is none
 * @param cause what is wrong, with the offending value, without a final full stop
 * @param remedy what to do about it, without a final full stop
 */
public record Finding(Complaint complaint, String place, int line, String cause, String remedy) {

  /** A finding without a line number. */
  public static Finding of(Complaint complaint, String place, String cause, String remedy) {
    return new Finding(complaint, place, 0, cause, remedy);
  }

  /** The same mistake, told from where it stands in a file: a part doesn't know its own place. */
  public Finding at(String newPlace, int newLine) {
    return new Finding(complaint, newPlace, newLine, cause, remedy);
  }

  /** The finding as one printable paragraph: place, cause, remedy. */
  @Override
  public String toString() {
    String where = line > 0 ? "line " + line + ", " + place : place;
    // by code point, so that a letter outside the basic plane stays whole
    int first = remedy.isEmpty() ? 0 : remedy.offsetByCodePoints(0, 1);
    String sentence = remedy.substring(0, first).toUpperCase(Locale.ROOT) + remedy.substring(first);
    return where + ": " + cause + ". " + sentence + ". [" + complaint.code() + "]";
  }
}
