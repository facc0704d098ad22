package org.iceball.io.report;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.iceball.grid.DistanceTransform;
import org.iceball.grid.Grid;
import org.iceball.grid.Labels;
import org.iceball.grid.Threads;
import org.iceball.model.Case;
import org.iceball.model.Region;
import org.iceball.solve.Outcome;

/**
 * How deep a place lies in the lethal zone [m]: the distance to the nearest cell of organ or target
 * that is not in it; minus the distance to the zone for a place outside of it. On the target's
 * surface that is the margin there, to about half a cell. Vessels and tissue outside the organ are
 * nobody's to cover and do not count.
 *
 * @param box cells for which it is known
 * @param depth [m], shape [cells of the box]
 */
record MarginField(CellBox box, float[] depth) {
  /**
   * The field round the target; null without one.
   *
   * @param law by which the dead are counted; null where the lethal temperature counts
   */
  static MarginField of(Outcome outcome, String law) {
    Case asked = outcome.asked();
    Labels labels = outcome.anatomy().labels();
    Grid g = labels.grid();
    boolean[] target = roles(asked, Region.Role.TARGET, false);
    boolean[] organ = roles(asked, Region.Role.ORGAN, true);
    CellBox box = CellBox.round(g, 2, c -> target[labels.at(c)]);
    if (IntStream.range(0, g.cells()).noneMatch(c -> target[labels.at(c)])) {
      return null;
    }
    float lethal = (float) asked.lethal();
    float[] byLaw = law == null ? null : outcome.injury().deadBy(law);
    IntPredicate isDead = byLaw == null ? c -> outcome.lowest()[c] < lethal : c -> byLaw[c] >= 0.5f;
    IntPredicate isAlive = c -> organ[labels.at(c)] && !isDead.test(c);
    float[] alive = DistanceTransform.squared(g, isAlive, Threads.ALONE);
    float[] dead = DistanceTransform.squared(g, isDead, Threads.ALONE);
    Grid to = box.grid();
    float[] depth = new float[to.cells()];
    for (int k = 0, at = 0; k < to.nz(); k++) {
      for (int j = 0; j < to.ny(); j++) {
        for (int i = 0; i < to.nx(); i++, at++) {
          int c = g.index(box.i0() + i, box.j0() + j, box.k0() + k);
          depth[at] = (float) (alive[c] > 0 ? Math.sqrt(alive[c]) : -Math.sqrt(dead[c]));
        }
      }
    }
    return new MarginField(box, depth);
  }

  /** Labels of a role; with those of the target, and of surroundings where there is no organ. */
  private static boolean[] roles(Case asked, Region.Role role, boolean wide) {
    boolean anyOrgan = asked.regions().stream().anyMatch(r -> r.role() == Region.Role.ORGAN);
    boolean[] chosen = new boolean[256];
    for (Region r : asked.regions()) {
      chosen[r.label()] =
          r.role() == role
              || (wide && r.role() == Region.Role.TARGET)
              || (wide && !anyOrgan && r.role() == Region.Role.SURROUNDING);
    }
    return chosen;
  }
}
