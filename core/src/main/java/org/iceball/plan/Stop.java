package org.iceball.plan;

/** Whether a search is to end now: time is up, or somebody pressed a key. */
@FunctionalInterface
public interface Stop {
  /** Never. */
  Stop NEVER = () -> false;

  /** Asked often, from several threads. */
  boolean now();
}
