package org.iceball.study.compare;

/** What two arms have in common beside the patient, so that a difference means something. */
public enum Matching {
  /** As planned: each arm with its own devices and for its own time. */
  EFFORT("equal effort", "as many applicators, on the same tracks, for as many minutes"),
  /** The arm that kills more far from vessels works for a shorter time, see {@link Reach}. */
  REACH("equal reach", "the same volume dead in the organ's tissue without vessels or tumour");

  private final String title;
  private final String rule;

  Matching(String title, String rule) {
    this.title = title;
    this.rule = rule;
  }

  /** Its name for people. */
  public String title() {
    return title;
  }

  /** What is the same in both arms, in words. */
  public String rule() {
    return rule;
  }
}
