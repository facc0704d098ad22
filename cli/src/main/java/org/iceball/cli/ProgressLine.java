package org.iceball.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.iceball.solve.Monitor;

/**
 * Says how far a run is: on a terminal one line that is written over, elsewhere a plain line every
 * few seconds.
 */
final class ProgressLine implements Monitor {
  /** Between two plain lines [ns]. */
  private static final long PLAIN_EVERY = 5_000_000_000L;

  /** Between two redraws [ns]. */
  private static final long REDRAW_EVERY = 100_000_000L;

  /** Before this nothing is said about the time left: it would be a guess [ns]. */
  private static final long SETTLED = 500_000_000L;

  private final PrintWriter to;
  private final boolean terminal;
  private final int columns;
  private final LongSupplier clock;
  private final long start;
  private long lastSaid;
  private boolean drawn;

  /**
   * A line on the console.
   *
   * @param console where to
   * @param clock monotonic elapsed time [ns]
   */
  ProgressLine(Console console, LongSupplier clock) {
    this.to = console.err();
    this.terminal = console.terminal();
    this.columns = console.columns();
    this.clock = clock;
    this.start = clock.getAsLong();
    this.lastSaid = start - REDRAW_EVERY;
    if (!terminal) {
      this.lastSaid = start;
    }
  }

  @Override
  public void progress(Progress progress) {
    long now = clock.getAsLong();
    if (now - lastSaid < (terminal ? REDRAW_EVERY : PLAIN_EVERY)) {
      return;
    }
    lastSaid = now;
    String text = say(progress, now - start);
    if (!terminal) {
      to.println(text);
      return;
    }
    to.print("\r" + fit(bar(progress, columns - 1 - text.length()) + text));
    to.flush();
    drawn = true;
  }

  /** Wipes the line off the terminal, so that what follows starts on a clean one. */
  void wipe() {
    if (drawn) {
      to.print("\r" + " ".repeat(columns - 1) + "\r");
      to.flush();
      drawn = false;
    }
  }

  private static String say(Progress p, long elapsed) {
    String text =
        String.format(
            Locale.ROOT,
            "%s of %s, iceball %.1f ml, %.0f Mcups",
            clock(p.time()),
            clock(p.duration()),
            p.iceVolume() * 1e6,
            p.cellUpdatesPerSecond() / 1e6);
    if (elapsed < SETTLED || !(p.time() > 0)) {
      return text;
    }
    double left = elapsed * 1e-9 * (p.duration() / p.time() - 1);
    return text + ", " + clock(Math.max(0, left)) + " left";
  }

  /** A time [s] as minutes and seconds, for example {@code 4:05}. */
  private static String clock(double seconds) {
    long whole = Math.round(seconds);
    return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
  }

  /** A bar of the given width [characters], or nothing where there is too little room. */
  private static String bar(Progress p, int room) {
    int inside = Math.min(room, 43) - 3;
    if (inside < 5) {
      return "";
    }
    int full = (int) Math.round(inside * Math.min(1, p.time() / p.duration()));
    return "[" + "#".repeat(full) + ".".repeat(inside - full) + "] ";
  }

  /** The text in exactly the width of the terminal less one, so that the line never wraps. */
  private String fit(String text) {
    int width = columns - 1;
    return text.length() > width
        ? text.substring(0, width)
        : text + " ".repeat(width - text.length());
  }
}
