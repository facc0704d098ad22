package org.iceball.model;

/**
 * What holds at the six outer faces of the box.
 *
 * @param kind insulated or held
 * @param temperature where held [K]
 */
public record Faces(Kind kind, double temperature) {
  /** Kinds of outer face. */
  public enum Kind {
    INSULATED,
    HELD
  }
}
