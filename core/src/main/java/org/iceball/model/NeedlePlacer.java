package org.iceball.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.iceball.device.Needle;
import org.iceball.device.Placement;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;

/** Turns planned needles into needles in the patient, and refuses impossible ones. */
public final class NeedlePlacer {
  private NeedlePlacer() {}

  /**
   * Places the needles of a case.
   *
   * @throws CaseException with every needle whose active zone leaves the grid and every pair that
   *     touches
   */
  public static List<Needle> place(Case asked, Anatomy anatomy) {
    List<Needle> needles = new ArrayList<>();
    for (Case.PlannedNeedle p : asked.needles()) {
      Placement at = p.placement();
      Vec3 tip = at.tip(anatomy.targetCentre(), p.probe().activeLength().value());
      needles.add(
          new Needle(p.name(), p.probe(), tip, at.axis(), p.start(), p.protocol(), p.drive()));
    }
    List<Finding> findings = new ArrayList<>();
    Grid grid = anatomy.labels().grid();
    for (int n = 0; n < needles.size(); n++) {
      Needle needle = needles.get(n);
      String place = "needles[" + n + "] (" + needle.name() + ")";
      needle.wires().stream()
          .flatMap(w -> Stream.of(w.from(), w.to()))
          .filter(end -> !grid.contains(end))
          .limit(2)
          .forEach(end -> findings.add(outside(place, end, grid)));
      for (int o = 0; o < n; o++) {
        double gap = distance(needle, needles.get(o));
        double touch = needle.probe().radius() + needles.get(o).probe().radius();
        if (gap < touch) {
          findings.add(
              Finding.of(
                  Complaint.PROBES_OVERLAP,
                  place,
                  String.format(
                      Locale.ROOT,
                      "its active zone comes within %.1f mm of needle %s, which are %.1f mm thick"
                          + " together",
                      gap * 1e3,
                      needles.get(o).name(),
                      touch * 1e3),
                  "move one of the two so that their shafts do not touch"));
        }
      }
    }
    if (!findings.isEmpty()) {
      throw new CaseException(findings);
    }
    return List.copyOf(needles);
  }

  private static Finding outside(String place, Vec3 p, Grid g) {
    Vec3 far = g.centre(g.nx() - 1, g.ny() - 1, g.nz() - 1);
    return Finding.of(
        Complaint.PROBE_OUTSIDE_GRID,
        place,
        String.format(
            Locale.ROOT,
            "its active zone reaches the point (%.1f, %.1f, %.1f) mm RAS, outside the grid, which"
                + " spans %.1f..%.1f, %.1f..%.1f, %.1f..%.1f mm",
            p.x() * 1e3,
            p.y() * 1e3,
            p.z() * 1e3,
            g.origin().x() * 1e3,
            far.x() * 1e3,
            g.origin().y() * 1e3,
            far.y() * 1e3,
            g.origin().z() * 1e3,
            far.z() * 1e3),
        "move the needle, or give the grid more room with grid.around");
  }

  /** Least distance between two active zones [m], by sampling one and projecting on the other. */
  private static double distance(Needle a, Needle b) {
    double least = Double.MAX_VALUE;
    double length = a.probe().activeLength().value();
    int samples = 1 + (int) Math.ceil(length / 0.1e-3);
    for (int s = 0; s <= samples; s++) {
      Vec3 p = a.tip().plus(a.axis().times(length * s / samples));
      Vec3 fromTip = p.minus(b.tip());
      double along = Math.min(b.probe().activeLength().value(), Math.max(0, fromTip.dot(b.axis())));
      least = Math.min(least, fromTip.minus(b.axis().times(along)).norm());
    }
    return least;
  }
}
