package org.iceball.study.compare;

import org.iceball.grid.Grid;
import org.iceball.grid.Labels;
import org.iceball.grid.Vec3;
import org.iceball.injury.TargetMask;
import org.iceball.solve.Outcome;

/**
 * The margin that was reached round the target, as a map of its surface: along rays from the
 * target's centre, how far beyond the target's surface tissue is dead without a gap. Negative where
 * a part of the target itself is left.
 *
 * @param rows of the map; row r looks up by 90 - 180 (r + 1/2) / rows degrees
 * @param columns of the map; column c looks towards azimuth 360 (c + 1/2) / columns - 180 degrees,
 *     from the patient's right (RAS, x) through the front (y)
 * @param margin reached [m], shape [rows][columns]; no more than {@link #FAR}, NaN where the ray
 *     leaves the tissue that counts at once, so that there is no margin to reach; not modified
 */
public record MarginMap(int rows, int columns, double[][] margin) {
  /** Rays end this far beyond the target [m]. */
  public static final double FAR = 15e-3;

  /** The map of a run by a law. */
  public static MarginMap of(Outcome outcome, String law, int rows) {
    Labels labels = outcome.anatomy().labels();
    TargetMask target = outcome.asked().targetIn(labels);
    Rays rays =
        new Rays(
            labels.grid(), target, outcome.injury().deadBy(law), outcome.anatomy().targetCentre());
    double[][] margin = new double[rows][2 * rows];
    for (int r = 0; r < rows; r++) {
      double up = Math.PI / 2 - Math.PI * (r + 0.5) / rows;
      for (int c = 0; c < 2 * rows; c++) {
        double round = Math.PI * (c + 0.5) / rows - Math.PI;
        Vec3 along =
            new Vec3(Math.cos(up) * Math.cos(round), Math.cos(up) * Math.sin(round), Math.sin(up));
        margin[r][c] = rays.margin(along);
      }
    }
    return new MarginMap(rows, 2 * rows, margin);
  }

  /** The tissue that rays go through. */
  private record Rays(Grid grid, TargetMask target, float[] dead, Vec3 centre) {

    double margin(Vec3 along) {
      double step = grid.spacing() / 4;
      double surface = surface(along, step);
      double alive = Double.NaN;
      double end = surface;
      for (double r = 0; r <= surface + FAR; r += step) {
        int cell = cell(centre.plus(along.times(r)));
        if (cell < 0 || (r > surface && !target.counts(cell))) {
          break;
        }
        end = r;
        if (target.counts(cell) && dead[cell] < 0.5) {
          alive = r;
          break;
        }
      }
      if (!Double.isNaN(alive)) {
        return alive - surface;
      }
      return end - surface < grid.spacing() ? Double.NaN : end - surface;
    }

    /** Distance from the centre to where the ray leaves the target for the last time [m]. */
    private double surface(Vec3 along, double step) {
      double last = 0;
      for (double r = 0; ; r += step) {
        int cell = cell(centre.plus(along.times(r)));
        if (cell < 0) {
          return last;
        }
        if (target.isTarget(cell)) {
          last = r + step / 2;
        }
      }
    }

    private int cell(Vec3 point) {
      Vec3 f = grid.toIndex(point);
      long i = Math.round(f.x());
      long j = Math.round(f.y());
      long k = Math.round(f.z());
      boolean inside =
          i >= 0 && j >= 0 && k >= 0 && i < grid.nx() && j < grid.ny() && k < grid.nz();
      return inside ? grid.index((int) i, (int) j, (int) k) : -1;
    }
  }
}
