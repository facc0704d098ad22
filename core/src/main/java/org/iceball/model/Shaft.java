package org.iceball.model;

import java.util.ArrayList;
import java.util.List;
import org.iceball.device.Cryoprobe;
import org.iceball.device.Drive;
import org.iceball.device.Needle;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;

/**
 * The part of a needle behind its active zone as pieces that conduct along and exchange heat with
 * the tissue: the cold creeps up the shaft.
 *
 * @param needle index of the needle
 * @param first index of the first piece, the one next to the active zone, among the model's
 *     couplings
 * @param pieces how many there are
 * @param link conductance between the middles of two pieces [W/K]; the first one is linked to the
 *     active zone by twice that
 */
public record Shaft(int needle, int first, int pieces, double link) {
  /** Pieces are not shorter than this [m]. */
  private static final double PIECE = 2e-3;

  /** So much of the shaft is looked at [m]: the cold reaches a few millimetres. */
  private static final double REACH = 12e-3;

  /**
   * Lays the shafts of power-limited needles out on the grid, as far as they lie in it.
   *
   * @param needles of the case
   * @param couplings the needles' own; the pieces are added behind them
   */
  static List<Shaft> add(List<Needle> needles, Grid grid, List<NeedleCells> couplings) {
    List<Shaft> shafts = new ArrayList<>();
    double length = Math.max(PIECE, grid.spacing());
    int most = (int) Math.ceil(REACH / length);
    for (int n = 0; n < needles.size(); n++) {
      Needle needle = needles.get(n);
      if (!(needle.drive() instanceof Drive.Expansion)
          || !(needle.probe() instanceof Cryoprobe probe)) {
        continue;
      }
      double conduction = probe.gas().shaftConduction().value();
      int first = couplings.size();
      Vec3 from = needle.activeEnd();
      Vec3 along = needle.axis().times(length);
      for (int p = 0; p < most && conduction > 0 && grid.contains(from.plus(along)); p++) {
        couplings.add(NeedleCells.line(from, needle.axis(), length, needle.probe().radius(), grid));
        from = from.plus(along);
      }
      if (couplings.size() > first) {
        shafts.add(new Shaft(n, first, couplings.size() - first, conduction / length));
      }
    }
    return List.copyOf(shafts);
  }
}
