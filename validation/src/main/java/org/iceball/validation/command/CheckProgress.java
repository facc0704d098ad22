package org.iceball.validation.command;

import org.iceball.cli.Console;
import org.iceball.validation.book.CheckCase;
import org.iceball.validation.book.CheckRun;
import org.iceball.validation.book.Verdict;

/**
 * Prints a line a row, and on a terminal, while a case runs, which one it is. Results go to
 * standard output, the running line to standard error.
 */
final class CheckProgress implements CheckRun.Watcher {
  private final Console console;

  CheckProgress(Console console) {
    this.console = console;
  }

  @Override
  public void begins(CheckCase next, int number, int of) {
    if (console.terminal()) {
      String text = "case " + number + " of " + of + ": " + next.name();
      console.err().print("\r" + fit(text));
      console.err().flush();
    }
  }

  @Override
  public void judged(Verdict verdict) {
    if (console.terminal()) {
      console.err().print("\r" + fit("") + "\r");
      console.err().flush();
    }
    console.out().println(verdict.line());
    console.out().flush();
  }

  private String fit(String text) {
    int width = console.columns() - 1;
    return text.length() > width
        ? text.substring(0, width)
        : text + " ".repeat(width - text.length());
  }
}
