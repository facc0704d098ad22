package org.iceball.cli;

import picocli.CommandLine.Option;

/** How much a command says and writes. */
final class OutputOptions {
  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Option(names = "--no-pictures", description = "Draw no pictures.")
  private boolean noPictures;

  @Option(names = "--no-report", description = "Write no report.html.")
  private boolean noReport;

  boolean isQuiet() {
    return quiet;
  }

  boolean hasPictures() {
    return !noPictures;
  }

  boolean hasReport() {
    return !noReport;
  }
}
