package org.iceball.units;

import java.util.List;
import java.util.stream.Collectors;

/** Everything that is wrong with what the user gave, all of it at once. */
public final class CaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Finding> findings;

  /**
   * @param findings at least one finding, in the order in which they stand in the file
   */
  public CaseException(List<Finding> findings) {
    super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
    this.findings = List.copyOf(findings);
  }

  /** A case refused for one reason. */
  public CaseException(Finding finding) {
    this(List.of(finding));
  }

  /** The findings, never empty. */
  public List<Finding> findings() {
    return findings;
  }
}
