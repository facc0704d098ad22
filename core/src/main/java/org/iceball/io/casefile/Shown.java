package org.iceball.io.casefile;

/** What the user wrote, fit for a message. */
final class Shown {
  private static final int LONGEST = 60;

  private Shown() {}

  /** The text in back quotes, cut where it is long, control characters made visible. */
  static String of(String text) {
    String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    return "`" + cut.replaceAll("\\p{Cntrl}", "?") + "`";
  }
}
