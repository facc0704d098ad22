package org.iceball.io.report;

import java.util.ArrayList;
import java.util.List;
import org.iceball.grid.Grid;
import org.iceball.grid.Labels;
import org.iceball.io.Words;
import org.iceball.model.Region;
import org.iceball.solve.Outcome;

/** How much of the target's surface has which margin, for those who read rather than look. */
final class MarginShares {
  private static final double[] BOUNDS = {0, 2.5e-3, 5e-3, 10e-3};
  private static final List<String> WORDS =
      List.of(
          "left: outside the lethal zone",
          "less than 2.5 mm",
          "2.5 to 5 mm",
          "5 to 10 mm",
          "10 mm and more");

  private MarginShares() {}

  /**
   * Rows of a table: margin, and its part of the target's surface.
   *
   * @param law as for {@link MarginField#of}
   */
  static List<List<String>> rows(Outcome outcome, String law) {
    MarginField field = MarginField.of(outcome, law);
    List<List<String>> rows = new ArrayList<>();
    if (field == null) {
      return rows;
    }
    int[] faces = faces(outcome, field);
    double all = 0;
    for (int n : faces) {
      all += n;
    }
    for (int n = 0; n < faces.length; n++) {
      rows.add(List.of(WORDS.get(n), all > 0 ? Words.percent(faces[n] / all) : "-"));
    }
    return rows;
  }

  /** Faces between target and anything else, counted by the margin in their middle. */
  private static int[] faces(Outcome outcome, MarginField field) {
    Labels labels = outcome.anatomy().labels();
    boolean[] target = new boolean[256];
    for (Region r : outcome.asked().regions()) {
      target[r.label()] = r.role() == Region.Role.TARGET;
    }
    CellBox box = field.box();
    Grid g = box.grid();
    int[] counts = new int[BOUNDS.length + 1];
    int[] step = {1, g.nx(), g.nx() * g.ny()};
    int[] size = {g.nx(), g.ny(), g.nz()};
    for (int c = 0; c < g.cells(); c++) {
      int[] at = {c % g.nx(), c / g.nx() % g.ny(), c / g.nx() / g.ny()};
      for (int a = 0; a < 3; a++) {
        if (at[a] + 1 < size[a]
            && isTarget(labels, box, target, at, -1) != isTarget(labels, box, target, at, a)) {
          double middle = (field.depth()[c] + field.depth()[c + step[a]]) / 2;
          int n = 0;
          while (n < BOUNDS.length && middle >= BOUNDS[n]) {
            n++;
          }
          counts[n]++;
        }
      }
    }
    return counts;
  }

  private static boolean isTarget(
      Labels labels, CellBox box, boolean[] target, int[] at, int onwards) {
    int cell =
        box.of()
            .index(
                box.i0() + at[0] + (onwards == 0 ? 1 : 0),
                box.j0() + at[1] + (onwards == 1 ? 1 : 0),
                box.k0() + at[2] + (onwards == 2 ? 1 : 0));
    return target[labels.at(cell)];
  }
}
