package org.iceball.model;

import java.util.List;
import org.iceball.device.Cryoprobe;
import org.iceball.device.Placement;
import org.iceball.device.Protocol;
import org.iceball.injury.NamedLaw;

/**
 * What the user asked, resolved: every default filled in, every quantity in SI, nothing looked up
 * later. Immutable.
 *
 * @param title one line
 * @param anatomy where the labels come from
 * @param regions what each label is; no label twice
 * @param spacing edge of a cell [m]
 * @param around how far the grid reaches beyond target and active zones [m]; infinite keeps the
 *     whole anatomy
 * @param faces what holds at the outer faces
 * @param initialTemperature everywhere outside vessels at the start [K]
 * @param needles in the user's order
 * @param thresholds temperatures whose zones are measured, warmest first [K]
 * @param margins margins round the target whose coverage is measured, ascending [m]
 * @param lethal the threshold that coverage is measured with [K]; one of {@code thresholds}
 * @param snapshotEvery time between snapshots [s]; infinite for none but the phases' ends
 * @param numerics how it is solved
 * @param blood what holds for all vessels, and when the inflow is clamped
 * @param injury laws by which the dead are counted, beside the zones; may be empty
 */
public record Case(
    String title,
    AnatomySpec anatomy,
    List<Region> regions,
    double spacing,
    double around,
    Faces faces,
    double initialTemperature,
    List<PlannedNeedle> needles,
    List<Double> thresholds,
    List<Double> margins,
    double lethal,
    double snapshotEvery,
    Numerics numerics,
    BloodSupply blood,
    List<NamedLaw> injury) {

  /**
   * A needle as the case gives it.
   *
   * @param name the user's name for it
   * @param probe what kind it is
   * @param placement where it is to lie
   * @param start when its protocol begins [s]
   * @param protocol what it does
   */
  public record PlannedNeedle(
      String name, Cryoprobe probe, Placement placement, double start, Protocol protocol) {}

  public Case {
    regions = List.copyOf(regions);
    needles = List.copyOf(needles);
    thresholds = List.copyOf(thresholds);
    margins = List.copyOf(margins);
    injury = List.copyOf(injury);
  }

  /** A case that counts no dead beside its zones. */
  public Case(
      String title,
      AnatomySpec anatomy,
      List<Region> regions,
      double spacing,
      double around,
      Faces faces,
      double initialTemperature,
      List<PlannedNeedle> needles,
      List<Double> thresholds,
      List<Double> margins,
      double lethal,
      double snapshotEvery,
      Numerics numerics,
      BloodSupply blood) {
    this(
        title,
        anatomy,
        regions,
        spacing,
        around,
        faces,
        initialTemperature,
        needles,
        thresholds,
        margins,
        lethal,
        snapshotEvery,
        numerics,
        blood,
        List.of());
  }

  /** The same, with vessels that follow from their calibre and an inflow that is never clamped. */
  public Case(
      String title,
      AnatomySpec anatomy,
      List<Region> regions,
      double spacing,
      double around,
      Faces faces,
      double initialTemperature,
      List<PlannedNeedle> needles,
      List<Double> thresholds,
      List<Double> margins,
      double lethal,
      double snapshotEvery,
      Numerics numerics) {
    this(
        title,
        anatomy,
        regions,
        spacing,
        around,
        faces,
        initialTemperature,
        needles,
        thresholds,
        margins,
        lethal,
        snapshotEvery,
        numerics,
        BloodSupply.BY_CALIBRE);
  }

  /** The same case on cells of another edge [m]. */
  public Case withSpacing(double edge) {
    return with(edge, needles, snapshotEvery, numerics, blood, injury);
  }

  /** The same case with other needles. */
  public Case withNeedles(List<PlannedNeedle> others) {
    return with(spacing, others, snapshotEvery, numerics, blood, injury);
  }

  /** The same case, solved in another way. */
  public Case withNumerics(Numerics other) {
    return with(spacing, needles, snapshotEvery, other, blood, injury);
  }

  /** The same case with other rules for its blood. */
  public Case withBlood(BloodSupply other) {
    return with(spacing, needles, snapshotEvery, numerics, other, injury);
  }

  /** The same with another time between snapshots [s]; infinite for none but the phases' ends. */
  public Case withSnapshotEvery(double seconds) {
    return with(spacing, needles, seconds, numerics, blood, injury);
  }

  /** The same case with other laws by which the dead are counted. */
  public Case withInjury(List<NamedLaw> laws) {
    return with(spacing, needles, snapshotEvery, numerics, blood, laws);
  }

  private Case with(
      double edge,
      List<PlannedNeedle> planned,
      double snapshots,
      Numerics how,
      BloodSupply supply,
      List<NamedLaw> laws) {
    return new Case(
        title,
        anatomy,
        regions,
        edge,
        around,
        faces,
        initialTemperature,
        planned,
        thresholds,
        margins,
        lethal,
        snapshots,
        how,
        supply,
        laws);
  }
}
