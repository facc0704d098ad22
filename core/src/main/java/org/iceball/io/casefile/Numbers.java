package org.iceball.io.casefile;

import java.util.regex.Pattern;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;
import org.iceball.units.Quantity;

/** Texts to numbers within their limits. Each method throws a finding that has no place yet. */
final class Numbers {
  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,9}");
  private static final Pattern PLAIN =
      Pattern.compile(
          "[+-]?(?:[0-9]{1,20}(?:\\.[0-9]{0,20})?|\\.[0-9]{1,20})(?:[eE][+-]?[0-9]{1,2})?");

  private Numbers() {}

  static double quantity(String text, Range range) {
    double value = Quantity.parse(text, range.dimension());
    if (!range.contains(value)) {
      throw refuse(
          Complaint.OUT_OF_RANGE,
          Shown.of(text) + " is out of range",
          "write a value from " + range.words());
    }
    return value;
  }

  static int integer(String text, int low, int high) {
    if (!INTEGER.matcher(text).matches()) {
      throw refuse(
          Complaint.NOT_A_NUMBER,
          Shown.of(text) + " is no whole number",
          "write a number from " + low + " to " + high);
    }
    int value = Integer.parseInt(text);
    if (value < low || value > high) {
      throw refuse(
          Complaint.OUT_OF_RANGE,
          text + " is out of range",
          "write a number from " + low + " to " + high);
    }
    return value;
  }

  /** A number without unit, for directions. */
  static double plain(String text) {
    if (!PLAIN.matcher(text).matches()) {
      throw refuse(
          Complaint.NOT_A_NUMBER,
          Shown.of(text) + " is no plain number",
          "write a number without unit, as in `0.3`");
    }
    return Double.parseDouble(text);
  }

  private static CaseException refuse(Complaint complaint, String cause, String remedy) {
    return new CaseException(Finding.of(complaint, "number", cause, remedy));
  }
}
