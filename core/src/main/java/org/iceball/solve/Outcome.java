package org.iceball.solve;

import java.util.List;
import org.iceball.device.Needle;
import org.iceball.injury.Coverage;
import org.iceball.model.Anatomy;
import org.iceball.model.Case;

/**
 * What came out of a run. Everything a writer needs and nothing it has to compute.
 *
 * @param asked the case
 * @param anatomy labels on the grid
 * @param needles where the needles lay
 * @param moments zones at the end of each freeze, then {@code ever reached} as the last
 * @param coverage of the target by the tissue that ever reached the lethal threshold
 * @param history rows in time order, the first at time 0
 * @param energy where the heat went
 * @param stats how the run went
 * @param temperature at the end [K], shape [cells]
 * @param lowest lowest temperature each cell ever had [K], shape [cells]
 * @param warnings for people, in full sentences
 * @param vessels the vessels near the target, in the order of the anatomy
 * @param spared the structures to be spared, in the order of the case
 */
public record Outcome(
    Case asked,
    Anatomy anatomy,
    List<Needle> needles,
    List<Moment> moments,
    Coverage coverage,
    List<HistoryRow> history,
    EnergyReport energy,
    RunStats stats,
    float[] temperature,
    float[] lowest,
    List<String> warnings,
    List<VesselReport> vessels,
    List<SparedReport> spared) {

  /** An outcome without vessels near the target or structures to be spared. */
  public Outcome(
      Case asked,
      Anatomy anatomy,
      List<Needle> needles,
      List<Moment> moments,
      Coverage coverage,
      List<HistoryRow> history,
      EnergyReport energy,
      RunStats stats,
      float[] temperature,
      float[] lowest,
      List<String> warnings) {
    this(
        asked,
        anatomy,
        needles,
        moments,
        coverage,
        history,
        energy,
        stats,
        temperature,
        lowest,
        warnings,
        List.of(),
        List.of());
  }

  /** The same outcome with other warnings. */
  public Outcome withWarnings(List<String> others) {
    return new Outcome(
        asked,
        anatomy,
        needles,
        moments,
        coverage,
        history,
        energy,
        stats,
        temperature,
        lowest,
        List.copyOf(others),
        vessels,
        spared);
  }
}
