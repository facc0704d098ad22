package org.iceball.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.iceball.device.Protocol;
import org.iceball.injury.Coverage;
import org.iceball.injury.InjuryReport;
import org.iceball.injury.LawZone;
import org.iceball.model.Case;
import org.iceball.solve.Outcome;

/**
 * A plan: some needles, what they do, and how well.
 *
 * @param asked the case with the needles that stay and those planned, on its own cells
 * @param tracks of the planned needles
 * @param protocol of theirs
 * @param ranked what the engine says on coarse cells
 * @param confirmed what it says on the case's own, with error bars; empty where the search was
 *     stopped before
 * @param robustness how the plan bears errors; empty where the search was stopped before
 */
public record Plan(
    Case asked,
    List<TrackReport> tracks,
    Protocol protocol,
    Score ranked,
    Optional<Outcome> confirmed,
    Optional<Robustness> robustness) {
  public Plan {
    tracks = List.copyOf(tracks);
  }

  /** How many needles it places. */
  public int needles() {
    return tracks.size();
  }

  /** Part of the target that is dead [1], by the best there is. */
  public double covered() {
    return told(LawZone::covered, Coverage::covered, ranked.covered());
  }

  /** Half-width of its error bar [1], NaN where not known. */
  public double coveredError() {
    return told(LawZone::coveredError, Coverage::coveredError, Double.NaN);
  }

  /** The same of target and margin [1]. */
  public double marginCovered() {
    return told(
        z -> z.margins().get(0).covered(),
        c -> c.margins().get(0).covered(),
        ranked.marginCovered());
  }

  /** Half-width of its error bar [1], NaN where not known. */
  public double marginError() {
    return told(z -> z.margins().get(0).error(), c -> c.margins().get(0).error(), Double.NaN);
  }

  /** By the law that counts, else by the lethal temperature; otherwise where nothing confirms. */
  private double told(
      ToDoubleFunction<LawZone> byLaw, ToDoubleFunction<Coverage> byCold, double otherwise) {
    if (confirmed.isEmpty()) {
      return otherwise;
    }
    InjuryReport injury = confirmed.get().injury();
    return injury == null || injury.zones().isEmpty()
        ? byCold.applyAsDouble(confirmed.get().coverage())
        : byLaw.applyAsDouble(injury.zones().get(0));
  }

  /** Least distance from the target's surface to the edge of the lethal temperature [m]. */
  public double leastMargin() {
    return confirmed.map(o -> o.coverage().leastMargin()).orElse(ranked.leastMargin());
  }

  /** Whether another plan is nowhere worse and somewhere better: needles, minutes, coverage. */
  public boolean isBeatenBy(Plan other) {
    double time = protocol.duration();
    double otherTime = other.protocol.duration();
    boolean nowhereWorse =
        other.needles() <= needles()
            && otherTime <= time
            && other.covered() >= covered()
            && other.marginCovered() >= marginCovered();
    boolean better =
        other.needles() < needles()
            || otherTime < time
            || other.covered() > covered()
            || other.marginCovered() > marginCovered();
    return nowhereWorse && better;
  }
}
