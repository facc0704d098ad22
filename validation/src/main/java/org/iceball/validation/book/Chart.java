package org.iceball.validation.book;

import java.util.List;

/**
 * A picture of numbers against numbers, for the guide.
 *
 * @param title one line
 * @param horizontal title of the axis, with its unit
 * @param vertical the same
 * @param logarithmic both axes
 * @param series what is drawn
 */
public record Chart(
    String title, String horizontal, String vertical, boolean logarithmic, List<Series> series) {
  public Chart {
    series = List.copyOf(series);
  }

  /**
   * A line or a set of points.
   *
   * @param name for the legend
   * @param line true for a line, false for points
   * @param x horizontal values; not modified
   * @param y vertical values, as many; not modified
   */
  public record Series(String name, boolean line, double[] x, double[] y) {}
}
