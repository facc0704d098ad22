package org.iceball.plan;

import java.util.Arrays;
import java.util.List;
import org.iceball.device.VesselSegment;
import org.iceball.device.VesselTree;
import org.iceball.grid.Affine;
import org.iceball.grid.DistanceTransform;
import org.iceball.grid.Grid;
import org.iceball.grid.LabelImage;
import org.iceball.grid.Labels;
import org.iceball.grid.Vec3;
import org.iceball.model.Anatomy;
import org.iceball.model.Region;

/**
 * The whole anatomy as a needle meets it: what lies at a point, and how far it is to what must not
 * be crossed. Distances come from the labels on a grid; whether a point is forbidden is asked of
 * the image itself, too, so that a thin structure between two cells is not missed.
 */
public final class Terrain {
  /**
   * A vessel's cells lie within its radius times this of its centreline, or within {@link #NEAR}.
   */
  private static final double WIDE = 1.6;

  private static final double NEAR = 3e-3;

  private final Anatomy whole;
  private final LabelImage image;
  private final boolean[] organ = new boolean[256];
  private final boolean[] always = new boolean[256];
  private final boolean[] vessel = new boolean[256];
  private final Vec3[] toIndex;
  private final float[] calibre;
  private final float[] distance;
  private final double narrow;

  /**
   * @param whole the anatomy on a grid that holds all of it
   * @param regions what the labels are
   * @param rules what is not to be crossed
   */
  public Terrain(Anatomy whole, List<Region> regions, PlanRules rules) {
    this.whole = whole;
    image = whole.source() != null ? whole.source() : LabelImage.of(whole.labels());
    toIndex = inverse(image.affine());
    narrow = rules.calibre();
    for (Region r : regions) {
      organ[r.label()] = r.role() != Region.Role.SURROUNDING;
      vessel[r.label()] = r.role() == Region.Role.VESSEL;
      always[r.label()] = r.isSpared() || rules.avoid().contains(r.label());
    }
    calibre = calibres();
    distance = DistanceTransform.of(grid(), c -> isForbidden(whole.labels().at(c), c));
  }

  /** The rows of the matrix that makes indices of points [1/m]. */
  private static Vec3[] inverse(Affine a) {
    double det = a.determinant();
    return new Vec3[] {
      a.dj().cross(a.dk()).times(1 / det),
      a.dk().cross(a.di()).times(1 / det),
      a.di().cross(a.dj()).times(1 / det)
    };
  }

  Grid grid() {
    return whole.labels().grid();
  }

  /** Diameter of the vessel that a cell belongs to [m]; NaN where no centreline is near. */
  private float[] calibres() {
    Grid g = grid();
    float[] diameter = new float[g.cells()];
    float[] nearest = new float[g.cells()];
    Arrays.fill(diameter, Float.NaN);
    Arrays.fill(nearest, Float.MAX_VALUE);
    for (VesselTree tree : whole.vessels()) {
      for (VesselSegment s : tree.segments()) {
        double reach = Math.max(WIDE * s.radius(), s.radius() + NEAR);
        int[] low = cell(Vec3.least(s.from(), s.to()).minus(new Vec3(reach, reach, reach)));
        int[] high = cell(Vec3.most(s.from(), s.to()).plus(new Vec3(reach, reach, reach)));
        for (int k = low[2]; k <= high[2]; k++) {
          for (int j = low[1]; j <= high[1]; j++) {
            for (int i = low[0]; i <= high[0]; i++) {
              int c = g.index(i, j, k);
              if (whole.labels().at(c) == tree.label()) {
                float d = (float) (s.distance(g.centre(i, j, k)) - s.radius());
                if (d < nearest[c] && d < reach - s.radius()) {
                  nearest[c] = d;
                  diameter[c] = (float) (2 * s.radius());
                }
              }
            }
          }
        }
      }
    }
    return diameter;
  }

  /** The cell a point lies in, or the nearest one. */
  private int[] cell(Vec3 p) {
    Grid g = grid();
    Vec3 f = g.toIndex(p);
    return new int[] {clamp(f.x(), g.nx()), clamp(f.y(), g.ny()), clamp(f.z(), g.nz())};
  }

  private static int clamp(double f, int n) {
    return Math.max(0, Math.min(n - 1, (int) Math.rint(f)));
  }

  /** Whether the anatomy reaches as far as a point. */
  public boolean contains(Vec3 p) {
    return grid().contains(p);
  }

  /** Label at a point of the anatomy, as the image has it; 0 outside. */
  public int label(Vec3 p) {
    Vec3 from = p.minus(image.affine().origin());
    int i = (int) Math.rint(from.dot(toIndex[0]));
    int j = (int) Math.rint(from.dot(toIndex[1]));
    int k = (int) Math.rint(from.dot(toIndex[2]));
    boolean inside = i >= 0 && j >= 0 && k >= 0 && i < image.nx() && j < image.ny();
    return inside && k < image.nz() ? image.at(i, j, k) : 0;
  }

  /** Whether a label is the organ, its target or one of their vessels. */
  boolean isOrgan(int label) {
    return organ[label];
  }

  /** Whether a point of the image, or the cell round it, is not to be crossed. */
  public boolean isForbidden(Vec3 p) {
    return forbidden(p, label(p)) >= 0;
  }

  /**
   * The label of what is not to be crossed at a point, of the image or of the cell; -1 for none.
   */
  int forbidden(Vec3 p, int label) {
    int[] at = cell(p);
    int c = grid().index(at[0], at[1], at[2]);
    int own = whole.labels().at(c);
    return isForbidden(label, c) ? label : isForbidden(own, c) ? own : -1;
  }

  /** A vessel of unknown calibre counts as wide. */
  private boolean isForbidden(int label, int cell) {
    return always[label] || (vessel[label] && !(calibre[cell] < narrow));
  }

  /** Distance of a point from the nearest cell not to be crossed [m], interpolated; 0 inside. */
  public double clearance(Vec3 p) {
    return Trilinear.at(distance, grid(), grid().toIndex(p));
  }

  /** Distance of every cell from the nearest one with a label [m], shape [cells]. */
  float[] distanceTo(int label) {
    Labels labels = whole.labels();
    return DistanceTransform.of(labels.grid(), c -> labels.at(c) == label);
  }

  /** The value of a field at the cell of a point. */
  float at(float[] field, Vec3 p) {
    int[] c = cell(p);
    return field[grid().index(c[0], c[1], c[2])];
  }

  /** Whether any cell is not to be crossed. */
  boolean hasForbidden() {
    for (float d : distance) {
      if (d == 0) {
        return true;
      }
    }
    return false;
  }
}
