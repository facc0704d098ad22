package org.iceball.io.casefile;

import org.iceball.units.Dimension;
import org.iceball.units.Quantity;

/**
 * Where a quantity may lie, both ends included.
 *
 * @param dimension what it measures
 * @param low [SI unit of the dimension]
 * @param high [SI unit of the dimension]
 */
record Range(Dimension dimension, double low, double high) {

  /** The range between two written quantities. */
  static Range of(Dimension dimension, String low, String high) {
    return new Range(dimension, Quantity.parse(low, dimension), Quantity.parse(high, dimension));
  }

  boolean contains(double value) {
    return value >= low && value <= high;
  }

  /** For messages: {@code 0.25 mm to 5 mm}. */
  String words() {
    return Quantity.text(low, dimension) + " to " + Quantity.text(high, dimension);
  }
}
