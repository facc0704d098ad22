package org.iceball.solve;

/** Where the terms stand in an array of powers [W]. */
public final class Powers {
  private Powers() {}

  /** Number of entries for a number of needles. */
  public static int size(int needles) {
    return needles + 5;
  }

  /** Index of the heat that blood brings. */
  public static int perfusion(int needles) {
    return needles;
  }

  /** Index of the heat that metabolism makes. */
  public static int metabolism(int needles) {
    return needles + 1;
  }

  /** Index of the heat that comes in through the outer faces. */
  public static int faces(int needles) {
    return needles + 2;
  }

  /** Index of the heat that comes out of held vessels. */
  public static int vessels(int needles) {
    return needles + 3;
  }

  /** Index of the heat of an electric current. */
  public static int current(int needles) {
    return needles + 4;
  }
}
