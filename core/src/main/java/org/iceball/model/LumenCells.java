package org.iceball.model;

import java.util.Arrays;
import java.util.List;
import org.iceball.device.VesselTree;
import org.iceball.grid.Grid;
import org.iceball.grid.Labels;
import org.iceball.grid.Vec3;

/** Which piece of a vessel each cell of a lumen belongs to. */
final class LumenCells {
  /** A cell of no vessel. */
  static final int NONE = -1;

  /** A cell with the label of a vessel that no centreline passes. */
  static final int LOOSE = -2;

  /** A cell may be this far from the nearest wall and still belong to it [m]. */
  private static final double STRAY = 3e-3;

  private LumenCells() {}

  /**
   * The piece that each cell of a vessel belongs to: the one whose surface is nearest.
   *
   * @param pieces of the trees
   * @return an index of a piece, {@link #NONE} or {@link #LOOSE}, shape [cells]
   */
  static int[] pieces(Labels labels, List<VesselTree> trees, List<VesselPiece> pieces) {
    Grid grid = labels.grid();
    int[] nearest = new int[grid.cells()];
    Arrays.fill(nearest, NONE);
    boolean[] hasTree = new boolean[256];
    trees.forEach(t -> hasTree[t.label()] = true);
    for (int c = 0; c < nearest.length; c++) {
      if (hasTree[labels.at(c)]) {
        Vec3 at = grid.centre(c);
        nearest[c] = nearest(at, labels.at(c), trees, pieces);
      }
    }
    return nearest;
  }

  private static int nearest(Vec3 at, int label, List<VesselTree> trees, List<VesselPiece> pieces) {
    double least = Double.POSITIVE_INFINITY;
    int best = NONE;
    for (int p = 0; p < pieces.size(); p++) {
      VesselPiece piece = pieces.get(p);
      if (trees.get(piece.tree()).label() == label) {
        double d = piece.shape().distance(at) - piece.shape().radius();
        if (d < least) {
          least = d;
          best = p;
        }
      }
    }
    return least > Math.max(STRAY, pieces.get(best).shape().radius()) ? LOOSE : best;
  }
}
