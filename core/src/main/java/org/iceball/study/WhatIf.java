package org.iceball.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iceball.device.Needle;
import org.iceball.model.Anatomy;
import org.iceball.model.Case;
import org.iceball.solve.Outcome;
import org.iceball.solve.Simulation;

/**
 * How a heat sink moves with freeze time and one more probe: the case as it is, with a longer last
 * freeze, and with one needle more on the vessel's side; a run each, all on the same cells.
 *
 * @param runs the case as it is first
 */
public record WhatIf(List<Run> runs) {

  /** Cells are at least so wide where a run is compared with itself only [m]. */
  public static final double COARSE = 2e-3;

  /**
   * A change and what comes of it.
   *
   * @param change in a few words
   * @param outcome of the run
   * @param added the needle more, where that is the change
   */
  public record Run(String change, Outcome outcome, Optional<Needle> added) {}

  public WhatIf {
    runs = List.copyOf(runs);
  }

  /** The case on cells that are coarse enough for a comparison, without snapshots. */
  public static Case coarse(Case asked) {
    return asked
        .withSpacing(Math.max(asked.spacing(), COARSE))
        .withSnapshotEvery(Double.POSITIVE_INFINITY);
  }

  /**
   * Runs the case and its changes.
   *
   * @param anatomy on the case's cells
   */
  public static WhatIf of(Case asked, Anatomy anatomy) {
    List<Run> runs = new ArrayList<>();
    Outcome now = Simulation.run(asked, anatomy);
    runs.add(new Run("as it is", now, Optional.empty()));
    Outcome longer = Simulation.run(VesselStudy.longer(asked), anatomy);
    String minutes = Math.round(VesselStudy.LONGER / 60) + " min longer";
    runs.add(new Run(minutes, longer, Optional.empty()));
    VesselStudy.oneMore(now)
        .ifPresent(
            more -> {
              Outcome outcome = Simulation.run(more, anatomy);
              List<Needle> needles = outcome.needles();
              Optional<Needle> added = Optional.of(needles.get(needles.size() - 1));
              runs.add(new Run("one needle more", outcome, added));
            });
    return new WhatIf(runs);
  }

  /** Edge of a cell in these runs [m]. */
  public double spacing() {
    return runs.get(0).outcome().asked().spacing();
  }
}
