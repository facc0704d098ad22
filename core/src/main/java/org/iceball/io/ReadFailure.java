package org.iceball.io;

import java.io.IOException;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;

/** Says in words why a file could not be read. */
public final class ReadFailure {
  private ReadFailure() {}

  /** The complaint about a file, with the exception as its cause. */
  public static CaseException of(String file, IOException problem) {
    String said = problem.getMessage();
    CaseException complaint =
        new CaseException(
            Finding.of(
                Complaint.FILE_NOT_FOUND,
                file,
                "the file can't be read"
                    + (said == null || said.equals(file) ? "" : " (" + said + ")"),
                "check that it is there and that you may read it"));
    complaint.initCause(problem);
    return complaint;
  }
}
