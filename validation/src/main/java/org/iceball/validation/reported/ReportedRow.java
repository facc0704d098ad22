package org.iceball.validation.reported;

/**
 * A figure that a study reported.
 *
 * @param id short, unique
 * @param study who reported it; a study is used for one thing only
 * @param use what it is used for
 * @param kind phantom, ex vivo or in vivo
 * @param caseName the case file, in {@code reported/cases}, that stands for it
 * @param quantity what was measured
 * @param over case whose figure this one is a percentage of; empty where it is a length
 * @param isotherm temperature it was measured at [K]
 * @param value [mm], or [percent]
 * @param u standard uncertainty of the reported value, in its unit
 * @param note what a reader should know
 * @param citation where it was read
 */
public record ReportedRow(
    String id,
    String study,
    Use use,
    String kind,
    String caseName,
    ZoneQuantity quantity,
    String over,
    double isotherm,
    double value,
    double u,
    String note,
    String citation) {

  /** What a figure is used for. */
  public enum Use {
    /** Moves numbers of the device library. */
    CALIBRATION,
    /** Judges the engine; nothing was moved by it. */
    VALIDATION,
    /** Shown beside the engine's figure; its conditions are not known well enough to judge. */
    CONTEXT
  }
}
