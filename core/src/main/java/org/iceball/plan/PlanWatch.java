package org.iceball.plan;

import java.util.List;

/** Looks on while plans are made; called from several threads, one call at a time not assured. */
public interface PlanWatch {
  /** Nobody. */
  PlanWatch NOBODY = new PlanWatch() {};

  /**
   * The engine has judged a plan that keeps to the rules.
   *
   * @param tracks of its needles
   * @param score what it is worth
   */
  default void evaluated(List<Track> tracks, Score score) {}

  /** A number of needles is done. */
  default void finished(Plan plan) {}
}
