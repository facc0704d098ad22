package org.iceball.io.casefile;

/** A commented case to start from, as {@code iceball init} writes it. */
public final class CaseTemplate {
  private CaseTemplate() {}

  /** The template, YAML that {@link CaseReader} takes as it is. */
  public static String text() {
    return Resources.text("template.yaml");
  }
}
