package org.iceball.validation.book;

/**
 * What became of a row.
 *
 * @param check the row
 * @param measured the number found; NaN where there is none
 * @param complaint what the case was refused with; empty where it was not
 * @param problem why there is no number; empty where all went well
 * @param seconds how long the case took, for all of its rows [s]
 */
public record Verdict(
    Check check, double measured, String complaint, String problem, double seconds) {

  /** Whether the row keeps its promise. */
  public boolean passed() {
    if (!problem.isEmpty()) {
      return false;
    }
    if (check.metric() == Metric.REFUSED) {
      return complaint.equals(check.complaint());
    }
    if (!Double.isFinite(measured)) {
      return false;
    }
    return accepted() != check.mustFail();
  }

  private boolean accepted() {
    return check.metric().accepts(measured, check.expected(), check.tolerance());
  }

  /** What was found, in words. */
  public String found() {
    if (!problem.isEmpty()) {
      return problem;
    }
    if (check.metric() == Metric.REFUSED) {
      return complaint.isEmpty() ? "accepted" : "refused as " + complaint;
    }
    return Check.number(measured) + (check.unit().equals("1") ? "" : " " + check.unit());
  }

  /** The row as a line of text: pass or fail, then the figures. */
  public String line() {
    return String.format(
        java.util.Locale.ROOT,
        "%s  %-26s %s: %s (%s)",
        passed() ? "pass" : "FAIL",
        check.id(),
        check.quantity(),
        found(),
        check.demand());
  }
}
