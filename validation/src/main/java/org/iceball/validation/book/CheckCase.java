package org.iceball.validation.book;

import java.util.function.Supplier;

/**
 * A case that rows of the table name.
 *
 * @param name its name in the table
 * @param about what it does, in a sentence for the guide
 * @param work runs it
 */
public record CheckCase(String name, String about, Supplier<Measured> work) {

  /** Runs the case. */
  public Measured run() {
    return work.get();
  }
}
