package org.iceball.study.bench;

import org.iceball.model.Numerics.Precision;

/**
 * The time of a whole run, from the case to the outcome.
 *
 * @param study what it belongs to
 * @param protocol in words
 * @param device its name
 * @param precision of the state
 * @param edge of the cube [cells]
 * @param spacing [m]
 * @param seconds elapsed [s]
 * @param evaluations of the balance
 * @param cellSteps evaluations times the cells they were made for; less than all where nothing
 *     happened in some [1]
 * @param iceVolume below the warmest threshold at the end of the last freeze [m3]
 * @param everVolume tissue that was ever below the lethal threshold [m3]
 * @param difference of the lowest temperatures from the CPU's in the same precision; null for the
 *     CPU itself and where it was not asked for
 */
public record RunRow(
    Study study,
    String protocol,
    String device,
    Precision precision,
    int edge,
    double spacing,
    Samples seconds,
    long evaluations,
    double cellSteps,
    double iceVolume,
    double everVolume,
    Difference difference) {

  /** What runs are compared for. */
  public enum Study {
    /** The speed of a usual procedure. */
    PROCEDURE,
    /** The same box on finer and finer grids. */
    SCALING,
    /** Larger and larger boxes round the same ice. */
    WINDOW
  }
}
