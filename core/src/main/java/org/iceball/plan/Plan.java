package org.iceball.plan;

import java.util.List;
import java.util.Optional;
import org.iceball.device.Protocol;
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
    return confirmed
        .filter(o -> o.injury() == null || o.injury().zones().isEmpty())
        .map(o -> o.coverage().covered())
        .or(() -> confirmed.map(o -> o.injury().zones().get(0).covered()))
        .orElse(ranked.covered());
  }

  /** The same of target and margin [1]. */
  public double marginCovered() {
    return confirmed
        .filter(o -> o.injury() == null || o.injury().zones().isEmpty())
        .map(o -> o.coverage().margins().get(0).covered())
        .or(() -> confirmed.map(o -> o.injury().zones().get(0).margins().get(0).covered()))
        .orElse(ranked.marginCovered());
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
