package org.iceball.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What a command said and how it ended.
 *
 * @param code exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Ran(int code, String out, String err) {

  /** Runs the command line in this process, not on a terminal. */
  static Ran iceball(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false, 80, false);
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    int code = Main.run(console, words);
    return new Ran(code, out.toString(), err.toString());
  }
}
