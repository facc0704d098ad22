package org.iceball.io;

/** What every result says about itself. */
public final class Disclaimer {
  /** One line, two sentences. */
  public static final String TEXT =
      "Research use only. Simulated coverage is not a clinical outcome.";

  private Disclaimer() {}
}
