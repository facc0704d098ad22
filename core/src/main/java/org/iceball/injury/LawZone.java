package org.iceball.injury;

import java.util.List;

/**
 * What is dead by one law. Errors are half-widths of numerical error bars, NaN where not known.
 *
 * @param name of the law
 * @param cause what kills by it
 * @param volume of dead tissue [m3]
 * @param covered part of the target that is dead [1]; NaN without a target
 * @param margins the same for the target grown by each margin; empty without a target
 * @param volumeError of {@code volume} [m3]
 * @param coveredError of {@code covered} [1]
 */
public record LawZone(
    String name,
    InjuryLaw.Cause cause,
    double volume,
    double covered,
    List<Coverage.Margin> margins,
    double volumeError,
    double coveredError) {
  public LawZone {
    margins = List.copyOf(margins);
  }

  /** The same with error bars on volume [m3], coverage [1] and the margins' coverage. */
  public LawZone withErrors(double ofVolume, double ofCovered, List<Coverage.Margin> withThem) {
    return new LawZone(name, cause, volume, covered, withThem, ofVolume, ofCovered);
  }
}
