package org.iceball.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command talks to.
 *
 * @param out results, UTF-8
 * @param err everything said to a person, UTF-8
 * @param terminal true where {@code err} is a terminal whose line can be written over
 * @param columns width of that terminal [characters]
 * @param debug true where a fault of the program is to be shown with its stack trace
 */
public record Console(
    PrintWriter out, PrintWriter err, boolean terminal, int columns, boolean debug) {

  /** Assumed where the launcher could not find out. */
  public static final int USUAL_COLUMNS = 80;

  /**
   * The console of this process. Java can't ask whether standard error is a terminal, so the
   * launcher asks and says so in the properties {@code iceball.terminal} and {@code
   * iceball.columns}.
   */
  static Console ofProcess() {
    return new Console(
        utf8(System.out),
        utf8(System.err),
        Boolean.getBoolean("iceball.terminal"),
        columns(Integer.getInteger("iceball.columns", 0)),
        "1".equals(System.getenv("ICEBALL_DEBUG")));
  }

  private static int columns(int told) {
    return told > 0 ? Math.max(40, told) : USUAL_COLUMNS;
  }

  /** A writer that says everything in UTF-8, whatever the locale. */
  static PrintWriter utf8(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
