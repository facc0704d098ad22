package org.iceball.solve;

import java.util.List;
import org.iceball.device.Needle;
import org.iceball.injury.Coverage;
import org.iceball.injury.InjuryReport;
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
 * @param twin how the run on cells of twice the edge went from which the error bars come; null
 *     where there was none
 * @param injury the dead by each injury law of the case; null where it names none
 * @param current how the generator fared; null where no electrode heats
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
    List<SparedReport> spared,
    RunStats twin,
    InjuryReport injury,
    CurrentReport current) {

  /** An outcome without vessels near the target, structures to be spared or injury laws. */
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
      List<String> warnings,
      RunStats twin) {
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
        List.of(),
        twin,
        null,
        null);
  }

  /** The same with other warnings. */
  public Outcome withWarnings(List<String> sentences) {
    return with(moments, coverage, history, sentences, twin);
  }

  /**
   * The same with other measures.
   *
   * @param zones in place of {@code moments}
   * @param target in place of {@code coverage}
   * @param rows in place of {@code history}
   * @param sentences in place of {@code warnings}
   * @param second in place of {@code twin}
   */
  public Outcome with(
      List<Moment> zones,
      Coverage target,
      List<HistoryRow> rows,
      List<String> sentences,
      RunStats second) {
    return new Outcome(
        asked,
        anatomy,
        needles,
        List.copyOf(zones),
        target,
        List.copyOf(rows),
        energy,
        stats,
        temperature,
        lowest,
        List.copyOf(sentences),
        vessels,
        spared,
        second,
        injury,
        current);
  }

  /** The same with another report on the dead. */
  public Outcome withInjury(InjuryReport report) {
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
        warnings,
        vessels,
        spared,
        twin,
        report,
        current);
  }
}
