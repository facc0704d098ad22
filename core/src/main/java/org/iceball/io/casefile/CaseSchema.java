package org.iceball.io.casefile;

/** The JSON schema of case files, for editors; the reader's own messages say more. */
public final class CaseSchema {
  private CaseSchema() {}

  /** The schema, JSON in the draft of 2020-12. */
  public static String text() {
    return Resources.text("case.schema.json");
  }
}
