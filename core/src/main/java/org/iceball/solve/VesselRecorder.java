package org.iceball.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iceball.device.VesselSegment;
import org.iceball.device.VesselTree;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.injury.TargetMask;
import org.iceball.model.Case;
import org.iceball.model.Model;
import org.iceball.model.Region;
import org.iceball.model.Vasculature;
import org.iceball.model.VesselWall;
import org.iceball.tissue.EnthalpyCurve;
import org.iceball.tissue.Tissue.Blood;

/** Measures what the vessels near the target do to the treatment. */
final class VesselRecorder {
  private final Case asked;
  private final Model model;
  private final Grid grid;
  private final Vasculature vessels;
  private final TargetMask target;
  private final double margin;
  private final List<Near> near = new ArrayList<>();

  /** A vessel near the target: its nearest piece and its shadow. */
  private static final class Near {
    final int tree;
    final int segment;
    final double gap;
    final List<VesselReport.Row> rows = new ArrayList<>();
    int[] shadow = new int[0];

    Near(int tree, int segment, double gap) {
      this.tree = tree;
      this.segment = segment;
      this.gap = gap;
    }
  }

  VesselRecorder(Case asked, Model model, Vasculature vessels, TargetMask target) {
    this.asked = asked;
    this.model = model;
    this.vessels = vessels;
    this.target = target;
    grid = model.grid();
    margin = marginOf(asked);
    for (int t = 0; t < vessels.trees().size() && !target.isEmpty(); t++) {
      Near found = nearest(t);
      if (found != null && found.gap <= VesselReport.NEAR) {
        near.add(found);
      }
    }
    castShadows();
  }

  /** The margin that shadows are measured in: the least of the case that is one [m]. */
  static double marginOf(Case asked) {
    return asked.margins().stream().filter(m -> m > 0).findFirst().orElse(5e-3);
  }

  private Near nearest(int t) {
    VesselTree tree = vessels.trees().get(t);
    Near best = null;
    for (int s = 0; s < tree.segments().size(); s++) {
      VesselSegment piece = tree.segments().get(s);
      for (int i = 0; i < 4; i++) {
        Vec3 p = piece.from().plus(piece.to().minus(piece.from()).times((i + 0.5) / 4));
        if (grid.contains(p)) {
          double gap = Math.max(0, target.distance(cellAt(p)) - piece.radius());
          if (best == null || gap < best.gap) {
            best = new Near(t, s, gap);
          }
        }
      }
    }
    return best;
  }

  private int cellAt(Vec3 point) {
    Vec3 f = grid.toIndex(point);
    return grid.index(
        (int) Math.min(grid.nx() - 1, Math.max(0, Math.round(f.x()))),
        (int) Math.min(grid.ny() - 1, Math.max(0, Math.round(f.y()))),
        (int) Math.min(grid.nz() - 1, Math.max(0, Math.round(f.z()))));
  }

  private Vec3 centre(int cell) {
    int i = cell % grid.nx();
    int j = cell / grid.nx() % grid.ny();
    return grid.centre(i, j, cell / grid.nx() / grid.ny());
  }

  /** Gives each cell of target and margin to the vessel whose wall is nearest and near enough. */
  private void castShadows() {
    int[] count = new int[near.size()];
    int[] owner = new int[grid.cells()];
    for (int c = 0; c < owner.length && !near.isEmpty(); c++) {
      owner[c] = -1;
      if (!target.counts(c) || target.distance(c) > margin) {
        continue;
      }
      double least = VesselReport.SHADOW;
      Vec3 at = centre(c);
      for (int n = 0; n < near.size(); n++) {
        double d = distance(near.get(n).tree, at);
        if (d <= least) {
          least = d;
          owner[c] = n;
        }
      }
      if (owner[c] >= 0) {
        count[owner[c]]++;
      }
    }
    for (int n = 0; n < near.size(); n++) {
      int[] shadow = new int[count[n]];
      int at = 0;
      for (int c = 0; c < owner.length; c++) {
        if (owner[c] == n) {
          shadow[at++] = c;
        }
      }
      near.get(n).shadow = shadow;
    }
  }

  /** Distance of a point from a vessel's wall [m]; negative inside. */
  private double distance(int tree, Vec3 point) {
    double least = Double.POSITIVE_INFINITY;
    for (VesselSegment s : vessels.trees().get(tree).segments()) {
      least = Math.min(least, s.distance(point) - s.radius());
    }
    return least;
  }

  boolean isEmpty() {
    return near.isEmpty();
  }

  /**
   * Adds a row for each vessel.
   *
   * @param temperature now [K], shape [cells]; not modified
   * @param lethal part of each cell that ever was lethally cold [1], shape [cells]; not modified
   */
  void row(double time, float[] temperature, float[] lethal, BloodFlow blood, double[] powers) {
    for (Near n : near) {
      double inTarget = 0;
      double inMargin = 0;
      for (int c : n.shadow) {
        double left = (1 - Math.min(1, lethal[c])) * grid.cellVolume();
        if (target.distance(c) < 0) {
          inTarget += left;
        } else {
          inMargin += left;
        }
      }
      double[] wall = walls(n.tree, temperature, blood, powers);
      n.rows.add(new VesselReport.Row(time, wall[0], wall[1], inTarget, inMargin));
    }
  }

  /** Lowest and mean temperature of a vessel's walls [K]. */
  private double[] walls(int tree, float[] temperature, BloodFlow blood, double[] powers) {
    double coldest = Double.POSITIVE_INFINITY;
    double sum = 0;
    double area = 0;
    for (int w = 0; w < vessels.walls().size(); w++) {
      VesselWall wall = vessels.walls().get(w);
      if (wall.tree() == tree) {
        double[] here = wall(w, wall, temperature, blood.blood(w), powers);
        coldest = Math.min(coldest, here[0]);
        sum += here[1] * wall.area();
        area += wall.area();
      }
    }
    if (area > 0) {
      return new double[] {coldest, sum / area};
    }
    return alongCentreline(tree, temperature);
  }

  private double[] wall(
      int w, VesselWall wall, float[] temperature, double blood, double[] powers) {
    boolean still = Double.isNaN(blood);
    if (wall.isLine() && !still) {
      double t = blood - powers[vessels.first() + w] / (wall.area() * wall.film());
      return new double[] {t, t};
    }
    double coldest = Double.POSITIVE_INFINITY;
    double sum = 0;
    double weight = 0;
    int[] cells = wall.cells().cells();
    for (int c = 0; c < cells.length; c++) {
      if (model.materialOf(cells[c]).held()) {
        continue;
      }
      EnthalpyCurve curve = model.materialOf(cells[c]).curve();
      double t =
          still
              ? temperature[cells[c]]
              : WallTemperature.of(wall, c, model, curve.enthalpy(temperature[cells[c]]), blood);
      coldest = Math.min(coldest, t);
      sum += wall.cells().conductance()[c] * t;
      weight += wall.cells().conductance()[c];
    }
    return new double[] {coldest, weight > 0 ? sum / weight : Blood.TEMPERATURE};
  }

  /** For a vessel without walls of its own: the tissue where it runs. */
  private double[] alongCentreline(int tree, float[] temperature) {
    double coldest = Double.POSITIVE_INFINITY;
    double sum = 0;
    int n = 0;
    for (VesselSegment s : vessels.trees().get(tree).segments()) {
      Vec3 middle = s.from().plus(s.to()).times(0.5);
      if (grid.contains(middle)) {
        double t = temperature[cellAt(middle)];
        coldest = Math.min(coldest, t);
        sum += t;
        n++;
      }
    }
    return new double[] {coldest, n > 0 ? sum / n : Blood.TEMPERATURE};
  }

  /**
   * The reports.
   *
   * @param lethal part of each cell that ever was lethally cold [1], shape [cells]; not modified
   */
  List<VesselReport> reports(float[] lethal, BloodFlow blood, EnergyLedger ledger) {
    List<VesselReport> reports = new ArrayList<>();
    for (Near n : near) {
      VesselTree tree = vessels.trees().get(n.tree);
      VesselSegment piece = tree.segments().get(n.segment);
      Region region =
          asked.regions().stream().filter(r -> r.label() == tree.label()).findFirst().orElseThrow();
      double r = piece.radius();
      reports.add(
          new VesselReport(
              tree.name(),
              asked.blood().model(region.flow().model(), 2 * r),
              2 * r,
              tree.flows()[n.segment] / (Math.PI * r * r),
              n.gap,
              piece.from().plus(piece.to()).times(0.5),
              approach(n.tree, lethal),
              blood.given(n.tree, ledger),
              blood.books(n.tree).lost(),
              blood.books(n.tree).cooling(),
              n.rows,
              blood.stasis().stream().filter(s -> s.vessel().equals(tree.name())).toList(),
              alive(n, lethal)));
    }
    return List.copyOf(reports);
  }

  /** Centre of what is left alive in a shadow [m]; empty where that is less than a cell. */
  private Optional<Vec3> alive(Near n, float[] lethal) {
    Vec3 sum = Vec3.ZERO;
    double weight = 0;
    for (int c : n.shadow) {
      double left = 1 - Math.min(1, lethal[c]);
      sum = sum.plus(centre(c).times(left));
      weight += left;
    }
    return weight >= 1 ? Optional.of(sum.times(1 / weight)) : Optional.empty();
  }

  /** Least distance between a vessel's wall and the lethal zone [m]. */
  private double approach(int tree, float[] lethal) {
    double least = Double.POSITIVE_INFINITY;
    double h = grid.spacing();
    for (int c = 0; c < lethal.length; c++) {
      if (lethal[c] > 0 && lethal[c] < 1) {
        // the zone ends in this cell
        double d = distance(tree, centre(c));
        least = Math.min(least, Math.max(0, d + (0.5 - lethal[c]) * h));
      }
    }
    return least;
  }

  /** A warning for each vessel that froze shut. */
  static List<String> warnings(List<Stasis> stasis) {
    List<String> warnings = new ArrayList<>();
    for (Stasis s : stasis) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%s froze shut after %.1f min where it is %.1f mm wide, at (%.1f, %.1f, %.1f) mm RAS;"
                  + " no blood passed there %s.",
              s.vessel(),
              s.from() / 60,
              s.diameter() * 1e3,
              s.at().x() * 1e3,
              s.at().y() * 1e3,
              s.at().z() * 1e3,
              Double.isInfinite(s.to())
                  ? "until the end"
                  : String.format(Locale.ROOT, "until %.1f min", s.to() / 60)));
    }
    return warnings;
  }
}
