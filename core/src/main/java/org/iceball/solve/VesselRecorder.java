package org.iceball.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iceball.device.VesselSegment;
import org.iceball.device.VesselTree;
import org.iceball.grid.Vec3;
import org.iceball.injury.TargetMask;
import org.iceball.model.Case;
import org.iceball.model.Model;
import org.iceball.model.Region;
import org.iceball.model.Vasculature;
import org.iceball.model.VesselWall;
import org.iceball.state.Kept;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;
import org.iceball.tissue.Tissue.Blood;

/** Measures what the vessels near the target do to the treatment. */
final class VesselRecorder implements Kept {
  private final Case asked;
  private final Model model;
  private final Vasculature vessels;
  private final VesselShadows shadows;
  private final List<List<VesselReport.Row>> rows = new ArrayList<>();
  private final List<VesselReport.Coldest> coldest = new ArrayList<>();

  VesselRecorder(Case asked, Model model, Vasculature vessels, TargetMask target) {
    this.asked = asked;
    this.model = model;
    this.vessels = vessels;
    shadows = new VesselShadows(model.grid(), vessels.trees(), target, marginOf(asked));
    for (VesselShadows.Near n : shadows.near()) {
      VesselSegment piece = vessels.trees().get(n.tree()).segments().get(n.segment());
      rows.add(new ArrayList<>());
      coldest.add(
          new VesselReport.Coldest(Double.POSITIVE_INFINITY, middle(piece), 2 * piece.radius()));
    }
  }

  /** The margin that shadows are measured in: the least of the case that is one [m]. */
  static double marginOf(Case asked) {
    return asked.margins().stream().filter(m -> m > 0).findFirst().orElse(5e-3);
  }

  private static Vec3 middle(VesselSegment piece) {
    return piece.from().plus(piece.to()).times(0.5);
  }

  boolean isEmpty() {
    return shadows.near().isEmpty();
  }

  /**
   * Adds a row for each vessel.
   *
   * @param temperature now [K], shape [cells]; not modified
   * @param lethal part of each cell that ever was lethally cold [1], shape [cells]; not modified
   */
  void row(double time, float[] temperature, float[] lethal, BloodFlow blood, double[] powers) {
    for (int n = 0; n < rows.size(); n++) {
      double[] left = shadows.left(n, lethal);
      rows.get(n).add(walls(n, time, temperature, blood, powers, left));
    }
  }

  /** A row: all walls of a vessel taken together. */
  private VesselReport.Row walls(
      int n, double time, float[] temperature, BloodFlow blood, double[] powers, double[] left) {
    int tree = shadows.near().get(n).tree();
    List<VesselSegment> segments = vessels.trees().get(tree).segments();
    double cold = Double.POSITIVE_INFINITY;
    double sum = 0;
    double area = 0;
    double ice = 0;
    double round = 0;
    for (int w = 0; w < vessels.walls().size(); w++) {
      VesselWall wall = vessels.walls().get(w);
      if (wall.tree() == tree) {
        VesselSegment piece = segments.get(wall.segment());
        double power = powers[vessels.first() + w];
        WallReading here =
            WallReading.of(wall, middle(piece), model, temperature, blood.blood(w), power);
        sum += here.mean() * wall.area();
        area += wall.area();
        ice = Math.max(ice, Math.min(here.ice(), 2 * piece.radius()));
        if (FrozenWalls.isClosed(wall, piece.wall())) {
          round = Math.max(round, here.round());
        }
        cold = Math.min(cold, here.coldest());
        note(n, here.coldest(), here.at(), piece);
      }
    }
    if (area > 0) {
      return new VesselReport.Row(time, cold, sum / area, ice, round, left[0], left[1]);
    }
    double[] tissue = alongCentreline(n, segments, temperature);
    return new VesselReport.Row(time, tissue[0], tissue[1], 0, 0, left[0], left[1]);
  }

  private void note(int n, double temperature, Vec3 at, VesselSegment piece) {
    if (temperature < coldest.get(n).temperature()) {
      coldest.set(n, new VesselReport.Coldest(temperature, at, 2 * piece.radius()));
    }
  }

  /** For a vessel without walls of its own: the tissue where it runs, coldest and mean [K]. */
  private double[] alongCentreline(int n, List<VesselSegment> segments, float[] temperature) {
    double cold = Double.POSITIVE_INFINITY;
    double sum = 0;
    int inside = 0;
    for (VesselSegment s : segments) {
      if (model.grid().contains(middle(s))) {
        double t = temperature[shadows.cellAt(middle(s))];
        note(n, t, middle(s), s);
        cold = Math.min(cold, t);
        sum += t;
        inside++;
      }
    }
    return new double[] {cold, inside > 0 ? sum / inside : Blood.TEMPERATURE};
  }

  /** Film of the piece nearest to the target [W/(m2 K)]; NaN without one. */
  private double film(VesselShadows.Near near) {
    return vessels.walls().stream()
        .filter(w -> w.tree() == near.tree() && w.segment() == near.segment())
        .mapToDouble(VesselWall::film)
        .filter(Double::isFinite)
        .findFirst()
        .orElse(Double.NaN);
  }

  /**
   * The reports.
   *
   * @param lethal part of each cell that ever was lethally cold [1], shape [cells]; not modified
   */
  List<VesselReport> reports(float[] lethal, BloodFlow blood, EnergyLedger ledger) {
    List<VesselReport> reports = new ArrayList<>();
    for (int n = 0; n < rows.size(); n++) {
      VesselShadows.Near near = shadows.near().get(n);
      VesselTree tree = vessels.trees().get(near.tree());
      VesselSegment piece = tree.segments().get(near.segment());
      Region region =
          asked.regions().stream().filter(r -> r.label() == tree.label()).findFirst().orElseThrow();
      double r = piece.radius();
      reports.add(
          new VesselReport(
              tree.name(),
              asked.blood().model(region.flow().model(), 2 * r),
              2 * r,
              tree.shear() * r,
              film(near),
              near.gap(),
              middle(piece),
              shadows.approach(n, lethal),
              coldest.get(n),
              blood.given(near.tree(), ledger),
              blood.lost(near.tree()),
              blood.cooling(near.tree()),
              rows.get(n),
              blood.stasis().stream().filter(s -> s.vessel().equals(tree.name())).toList(),
              shadows.alive(n, lethal)));
    }
    return List.copyOf(reports);
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

  @Override
  public void save(StateOut out) {
    out.section("vessels");
    for (int n = 0; n < rows.size(); n++) {
      coldest.get(n).save(out);
      out.whole(rows.get(n).size());
      rows.get(n).forEach(row -> row.save(out));
    }
  }

  @Override
  public void restore(StateIn in) {
    in.section("vessels");
    for (int n = 0; n < rows.size(); n++) {
      coldest.set(n, VesselReport.Coldest.restored(in));
      rows.get(n).clear();
      int many = in.whole(0, HistoryRow.MOST);
      for (int r = 0; r < many; r++) {
        rows.get(n).add(VesselReport.Row.restored(in));
      }
    }
  }
}
