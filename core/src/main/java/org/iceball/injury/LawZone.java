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
 * @param axes extents of the dead tissue along its principal directions, longest first [m]; empty
 *     where they are not known
 */
public record LawZone(
    String name,
    InjuryLaw.Cause cause,
    double volume,
    double covered,
    List<Coverage.Margin> margins,
    double volumeError,
    double coveredError,
    List<Double> axes) {
  public LawZone {
    margins = List.copyOf(margins);
    axes = List.copyOf(axes);
  }

  /** A zone whose extents are not known. */
  public LawZone(
      String name,
      InjuryLaw.Cause cause,
      double volume,
      double covered,
      List<Coverage.Margin> margins,
      double volumeError,
      double coveredError) {
    this(name, cause, volume, covered, margins, volumeError, coveredError, List.of());
  }

  /** The same with extents [m]. */
  LawZone withAxes(List<Double> extents) {
    return new LawZone(name, cause, volume, covered, margins, volumeError, coveredError, extents);
  }

  /** The same with error bars on volume [m3], coverage [1] and the margins' coverage. */
  public LawZone withErrors(double ofVolume, double ofCovered, List<Coverage.Margin> withThem) {
    return new LawZone(name, cause, volume, covered, withThem, ofVolume, ofCovered, axes);
  }
}
