package org.iceball.model;

import java.util.List;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;

/** Couples a vessel that is thinner than the cells: as a line. */
final class LineWall {
  private LineWall() {}

  /**
   * A line with the far field of the vessel: tissue outside, film inside. Round a cylinder with a
   * film the profile is Q - Q_blood = q' / (2 pi) (ln(x / r) + k_u / (h r)), which is that of a
   * cylinder of the radius r exp(-k_u / (h r)) without one.
   *
   * @param material of the cells, shape [cells]; not modified
   * @return null where the middle of the piece lies outside the grid
   */
  static VesselWall of(VesselPiece p, Grid grid, byte[] material, List<Material> materials) {
    Vec3 along = p.shape().to().minus(p.shape().from());
    Vec3 middle = p.shape().from().plus(along.times(0.5));
    if (p.inside() <= 0 || !grid.contains(middle)) {
      return null;
    }
    Vec3 f = grid.toIndex(middle);
    int cell =
        grid.index(
            (int) Math.round(clamp(f.x(), grid.nx())),
            (int) Math.round(clamp(f.y(), grid.ny())),
            (int) Math.round(clamp(f.z(), grid.nz())));
    double k = materials.get(material[cell] & 0xff).curve().law().conductivity();
    double r = p.shape().radius();
    double radius = r * StrictMath.exp(-k / (p.film() * r));
    NeedleCells cells =
        NeedleCells.line(p.shape().from(), along.unit(), p.shape().length(), radius, grid);
    return new VesselWall(
        p.tree(), p.segment(), p.model(), cells, new double[0], p.film(), p.shape().wall());
  }

  private static double clamp(double index, int n) {
    return Math.min(n - 1.0, Math.max(0, index));
  }
}
