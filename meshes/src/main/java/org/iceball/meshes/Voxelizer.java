package org.iceball.meshes;

import java.util.Arrays;
import java.util.List;
import org.iceball.grid.Affine;
import org.iceball.grid.Grid;
import org.iceball.grid.LabelImage;
import org.iceball.grid.Vec3;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;

/**
 * Turns closed surfaces into labels: along each column of voxels the surface is crossed from
 * outside to inside and back, and a voxel is inside where its centre is.
 */
public final class Voxelizer {
  /** Part of the columns that may be crossed an odd number of times before a surface is refused. */
  private static final double MOST_ODD = 1e-3;

  private final Grid grid;
  private final byte[] labels;

  private Voxelizer(Grid grid) {
    this.grid = grid;
    labels = new byte[grid.cells()];
  }

  /**
   * A surface and the label inside it.
   *
   * @param name for messages
   * @param label 1 to 255
   * @param surface closed
   */
  public record Labelled(String name, int label, Surface surface) {}

  /**
   * Paints surfaces one after the other, later ones over earlier ones.
   *
   * @param surfaces at least one
   * @param spacing edge of a voxel [m]
   * @param rim voxels of label 0 around them [m]
   * @throws CaseException {@code BAD_IMAGE} for a surface that is not closed, {@code OVER_BUDGET}
   */
  public static LabelImage paint(List<Labelled> surfaces, double spacing, double rim) {
    Bounds box = new Bounds();
    for (Labelled s : surfaces) {
      double[] p = s.surface().points();
      for (int i = 0; i < p.length; i += 3) {
        box.include(new Vec3(p[i], p[i + 1], p[i + 2]), Vec3.ZERO);
      }
    }
    box.grow(rim);
    Voxelizer voxels = new Voxelizer(box.grid(spacing));
    surfaces.forEach(voxels::fill);
    Grid g = voxels.grid;
    return new LabelImage(g.nx(), g.ny(), g.nz(), Affine.of(g), voxels.labels);
  }

  private void fill(Labelled s) {
    int columns = grid.nx() * grid.ny();
    double[][] crossings = new double[columns][];
    int[] count = new int[columns];
    int[] corners = s.surface().corners();
    double[] p = s.surface().points();
    for (int t = 0; t < corners.length; t += 3) {
      cross(p, 3 * corners[t], 3 * corners[t + 1], 3 * corners[t + 2], crossings, count);
    }
    int hit = 0;
    int odd = 0;
    for (int c = 0; c < columns; c++) {
      hit += count[c] > 0 ? 1 : 0;
      if (count[c] % 2 != 0) {
        odd++;
      } else if (count[c] > 0) {
        Arrays.sort(crossings[c], 0, count[c]);
        column(c, crossings[c], count[c], s.label());
      }
    }
    if (odd > Math.max(1, MOST_ODD * hit)) {
      throw new CaseException(
          Finding.of(
              Complaint.BAD_IMAGE,
              s.name(),
              "the surface is not closed: "
                  + odd
                  + " of "
                  + hit
                  + " lines of sight go in without coming out",
              "Close its holes, for example in 3D Slicer or MeshLab"));
    }
  }

  private void column(int column, double[] z, int n, int label) {
    for (int c = 0; c < n; c += 2) {
      int from = (int) Math.max(0, Math.ceil(z[c]));
      int to = (int) Math.min(grid.nz() - 1.0, Math.ceil(z[c + 1]) - 1);
      for (int k = from; k <= to; k++) {
        labels[column + grid.nx() * grid.ny() * k] = (byte) label;
      }
    }
  }

  /** Adds where a triangle crosses the columns of voxel centres, in voxels along z. */
  private void cross(double[] p, int a, int b, int c, double[][] crossings, int[] count) {
    double h = grid.spacing();
    Vec3 o = grid.origin();
    double ax = (p[a] - o.x()) / h;
    double ay = (p[a + 1] - o.y()) / h;
    double bx = (p[b] - o.x()) / h;
    double by = (p[b + 1] - o.y()) / h;
    double cx = (p[c] - o.x()) / h;
    double cy = (p[c + 1] - o.y()) / h;
    double area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
    if (area == 0) {
      return;
    }
    int i0 = (int) Math.max(0, Math.ceil(Math.min(ax, Math.min(bx, cx))));
    int i1 = (int) Math.min(grid.nx() - 1.0, Math.floor(Math.max(ax, Math.max(bx, cx))));
    int j0 = (int) Math.max(0, Math.ceil(Math.min(ay, Math.min(by, cy))));
    int j1 = (int) Math.min(grid.ny() - 1.0, Math.floor(Math.max(ay, Math.max(by, cy))));
    for (int j = j0; j <= j1; j++) {
      for (int i = i0; i <= i1; i++) {
        double wa = edge(bx, by, cx, cy, i, j);
        double wb = edge(cx, cy, ax, ay, i, j);
        double wc = edge(ax, ay, bx, by, i, j);
        // a point on an edge belongs to one of the two triangles that share it
        boolean up =
            inside(wa, bx, by, cx, cy, area)
                && inside(wb, cx, cy, ax, ay, area)
                && inside(wc, ax, ay, bx, by, area);
        if (up) {
          double z = (wa * p[a + 2] + wb * p[b + 2] + wc * p[c + 2]) / (wa + wb + wc);
          add(i + grid.nx() * j, (z - o.z()) / h, crossings, count);
        }
      }
    }
  }

  /** Twice the area between an edge and a point; the same number for both directions, negated. */
  private static double edge(double ax, double ay, double bx, double by, double x, double y) {
    boolean forward = ax < bx || (ax == bx && ay < by);
    double area =
        forward
            ? (bx - ax) * (y - ay) - (by - ay) * (x - ax)
            : (ax - bx) * (y - by) - (ay - by) * (x - bx);
    return forward ? area : -area;
  }

  private static boolean inside(double w, double ax, double ay, double bx, double by, double area) {
    double side = area > 0 ? w : -w;
    if (side != 0) {
      return side > 0;
    }
    boolean turned = area > 0;
    double dx = turned ? bx - ax : ax - bx;
    double dy = turned ? by - ay : ay - by;
    return dy > 0 || (dy == 0 && dx < 0);
  }

  private static void add(int column, double z, double[][] crossings, int[] count) {
    if (crossings[column] == null) {
      crossings[column] = new double[4];
    } else if (count[column] == crossings[column].length) {
      crossings[column] = Arrays.copyOf(crossings[column], 2 * count[column]);
    }
    crossings[column][count[column]++] = z;
  }
}
