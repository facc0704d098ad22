package org.iceball.units;

import java.util.Locale;

/**
 * Every kind of complaint the program can raise about what it was given. The code of a complaint is
 * its name in lower case with hyphens; scripts may rely on it. The exit code says whose turn it is:
 * the user's input (65), a file that can't be read (66) or written (74), or a run that failed (70);
 * see {@code docs/exit-codes.md}.
 */
public enum Complaint {
  // the case file as text
  NOT_YAML(65),
  TOO_LARGE(65),
  FORBIDDEN_YAML(65),
  DUPLICATE_KEY(65),
  UNKNOWN_KEY(65),
  MISSING_KEY(65),
  WRONG_TYPE(65),
  // quantities
  MISSING_UNIT(65),
  WRONG_UNIT(65),
  NOT_A_NUMBER(65),
  OUT_OF_RANGE(65),
  UNKNOWN_NAME(65),
  DUPLICATE_NAME(65),
  BAD_PROTOCOL(65),
  BAD_TABLE(65),
  // anatomy
  BAD_IMAGE(65),
  LABEL_WITHOUT_TISSUE(65),
  EMPTY_TARGET(65),
  // geometry
  PROBE_OUTSIDE_GRID(65),
  PROBES_OVERLAP(65),
  PROBE_IN_VESSEL(65),
  OVER_BUDGET(65),
  NO_TRACK(65),
  // files
  FILE_NOT_FOUND(66),
  PATH_OUTSIDE_ROOTS(66),
  CANNOT_WRITE(74),
  // going on with a run
  BAD_CHECKPOINT(65),
  CHECKPOINT_MISMATCH(65),
  NOTHING_TO_RESUME(66),
  FOLDER_IN_USE(75),
  // the run
  NOT_FINITE(70),
  NO_BACKEND(69),
  BACKEND_LOST(69);

  private final int exitCode;

  Complaint(int exitCode) {
    this.exitCode = exitCode;
  }

  /** The complaint's stable name, for example {@code missing-unit}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The exit code of the command that ends with this complaint (sysexits.h). */
  public int exitCode() {
    return exitCode;
  }
}
