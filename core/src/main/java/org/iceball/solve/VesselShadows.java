package org.iceball.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iceball.device.VesselSegment;
import org.iceball.device.VesselTree;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.injury.TargetMask;

/** The vessels near a target, and which cells of target and margin lie in whose shadow. */
final class VesselShadows {
  private final Grid grid;
  private final List<VesselTree> trees;
  private final TargetMask target;
  private final List<Near> near = new ArrayList<>();

  /**
   * A vessel near the target.
   *
   * @param tree index of it
   * @param segment its piece nearest to the target
   * @param gap from the target to its wall there [m]
   */
  record Near(int tree, int segment, double gap) {}

  private final List<int[]> shadows = new ArrayList<>();

  /**
   * @param margin round the target that counts [m]
   */
  VesselShadows(Grid grid, List<VesselTree> trees, TargetMask target, double margin) {
    this.grid = grid;
    this.trees = trees;
    this.target = target;
    for (int t = 0; t < trees.size() && !target.isEmpty(); t++) {
      Near found = nearest(t);
      if (found != null && found.gap <= VesselReport.NEAR) {
        near.add(found);
      }
    }
    cast(margin);
  }

  /** The vessels near the target. */
  List<Near> near() {
    return near;
  }

  /** Cells of a near vessel's shadow, ascending; not to be modified. */
  int[] shadow(int n) {
    return shadows.get(n);
  }

  private Near nearest(int t) {
    VesselTree tree = trees.get(t);
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

  /** The cell that a point [m] within the grid lies in. */
  int cellAt(Vec3 point) {
    Vec3 f = grid.toIndex(point);
    return grid.index(
        (int) Math.min(grid.nx() - 1, Math.max(0, Math.round(f.x()))),
        (int) Math.min(grid.ny() - 1, Math.max(0, Math.round(f.y()))),
        (int) Math.min(grid.nz() - 1, Math.max(0, Math.round(f.z()))));
  }

  /** Gives each cell of target and margin to the vessel whose wall is nearest and near enough. */
  private void cast(double margin) {
    int[] count = new int[near.size()];
    int[] owner = new int[grid.cells()];
    for (int c = 0; c < owner.length && !near.isEmpty(); c++) {
      owner[c] = -1;
      if (!target.counts(c) || target.distance(c) > margin) {
        continue;
      }
      double least = VesselReport.SHADOW;
      Vec3 at = grid.centre(c);
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
      shadows.add(shadow);
    }
  }

  /** Distance of a point from a vessel's wall [m]; negative inside. */
  private double distance(int tree, Vec3 point) {
    double least = Double.POSITIVE_INFINITY;
    for (VesselSegment s : trees.get(tree).segments()) {
      least = Math.min(least, s.distance(point) - s.radius());
    }
    return least;
  }

  /**
   * What is left in a near vessel's shadow.
   *
   * @param lethal part of each cell that ever was lethally cold [1], shape [cells]; not modified
   * @return of the target, then of the margin [m3]
   */
  double[] left(int n, float[] lethal) {
    double[] left = new double[2];
    for (int c : shadow(n)) {
      int where = target.distance(c) < 0 ? 0 : 1;
      left[where] += (1 - Math.min(1, lethal[c])) * grid.cellVolume();
    }
    return left;
  }

  /** Centre of what is left alive in a shadow [m]; empty where that is less than a cell. */
  Optional<Vec3> alive(int n, float[] lethal) {
    Vec3 sum = Vec3.ZERO;
    double weight = 0;
    for (int c : shadow(n)) {
      double left = 1 - Math.min(1, lethal[c]);
      sum = sum.plus(grid.centre(c).times(left));
      weight += left;
    }
    return weight >= 1 ? Optional.of(sum.times(1 / weight)) : Optional.empty();
  }

  /** Least distance between a near vessel's wall and the lethal zone [m]. */
  double approach(int n, float[] lethal) {
    double least = Double.POSITIVE_INFINITY;
    double h = grid.spacing();
    for (int c = 0; c < lethal.length; c++) {
      if (lethal[c] > 0 && lethal[c] < 1) {
        // the zone ends in this cell
        double d = distance(near.get(n).tree, grid.centre(c));
        least = Math.min(least, Math.max(0, d + (0.5 - lethal[c]) * h));
      }
    }
    return least;
  }
}
