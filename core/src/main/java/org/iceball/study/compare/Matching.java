package org.iceball.study.compare;

/** What two arms have in common beside the patient, so that a difference means something. */
public enum Matching {
  /** As many applicators for as many minutes, or each arm as it was planned. */
  EFFORT,
  /** The arm that kills more far from vessels works for a shorter time, see {@link Reach}. */
  REACH
}
