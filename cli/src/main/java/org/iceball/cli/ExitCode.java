package org.iceball.cli;

import java.util.List;
import org.iceball.units.Finding;

/**
 * What a command ends with; the numbers are those of BSD's sysexits.h, but for the 1 of a check
 * that failed.
 */
public final class ExitCode {
  /** All went well. */
  public static final int OK = 0;

  /** All was run, and a check did not hold. */
  public static final int CHECK_FAILED = 1;

  /** The command line makes no sense. */
  public static final int USAGE = 64;

  /** The program failed by a fault of its own. */
  public static final int INTERNAL = 70;

  /** The run was asked to end, and its state is kept (SIGTERM; Ctrl-C ends with 130). */
  public static final int STOPPED = 143;

  private ExitCode() {}

  /**
   * The exit code for several findings: the lowest, because what is wrong in the case is to be
   * mended before anything else is worth a look.
   */
  static int of(List<Finding> findings) {
    return findings.stream().mapToInt(f -> f.complaint().exitCode()).min().orElse(INTERNAL);
  }
}
