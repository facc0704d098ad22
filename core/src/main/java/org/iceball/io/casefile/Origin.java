package org.iceball.io.casefile;

/** Who set a value of a case. */
public enum Origin {
  CASE_FILE("case file"),
  DEFAULT("default"),
  COMMAND_LINE("command line");

  private final String words;

  Origin(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
