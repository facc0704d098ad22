package org.iceball.solve;

import org.iceball.grid.Grid;
import org.iceball.model.Faces;
import org.iceball.model.Material;
import org.iceball.model.Model;

/**
 * Conductivity integrals beside the cells of some rows, in double precision. Beyond the grid, what
 * the outer face implies; beyond the window nothing flows, so that no heat leaves the books there.
 */
@SuppressWarnings("cast") // the casts do their work in the single-precision twin
final class Neighbours64 {
  private final int nx;
  private final int ny;
  private final int nz;
  private final double perArea;
  private final int faces;
  private final PlanePlan plan;
  private final double[][] outside;
  private final Loops64 loops = Loops64.best();

  Neighbours64(Part part, PlanePlan plan) {
    Model model = part.model();
    Grid g = model.grid();
    this.plan = plan;
    nx = g.nx();
    ny = g.ny();
    nz = g.nz();
    perArea = (double) (1 / (g.spacing() * g.spacing()));
    faces = Powers.faces(model.needles().size());
    outside = new double[6][model.materials().size()];
    for (int m = 0; m < model.materials().size(); m++) {
      Material of = model.materials().get(m);
      Faces held = model.faces();
      /* wide */ double q = of.curve().integral(of.curve().enthalpy(held.temperature()));
      for (int side = 0; side < 6; side++) {
        outside[side][m] = part.outer().get(side) ? (double) q : (double) Double.NaN;
      }
    }
  }

  /**
   * Gathers them for the rows from one index to another of a plane, whose integrals and those of
   * the planes beside are known.
   *
   * @param sum what flows through outer faces is added here; that into the near part is not
   */
  void gather(Work64 w, int k, Box window, Box near, int from, int to, /* wide */ double[] sum) {
    double[] q = w.q[k % 3];
    int first = nx * window.j0();
    int last = nx * window.j1();
    loops.shift(w, q, nx, first, last, from, to);
    for (int row = from; row < to; row += nx) {
      w.left[row] = q[row];
      w.right[row + nx - 1] = q[row + nx - 1];
    }
    if (from == first) {
      System.arraycopy(q, from, w.below, from, nx);
    }
    if (to == last) {
      System.arraycopy(q, to - nx, w.above, to - nx, nx);
    }
    w.back = k > window.k0() ? w.q[(k + 2) % 3] : q;
    w.front = k < window.k1() - 1 ? w.q[(k + 1) % 3] : q;
    mirror(w.left, 0, q, k, near, from, to, nx, sum);
    mirror(w.right, 1, q, k, near, from + nx - 1, to, nx, sum);
    if (from == 0) {
      mirror(w.below, 2, q, k, near, 0, nx, 1, sum);
    }
    if (to == nx * ny) {
      mirror(w.above, 3, q, k, near, to - nx, to, 1, sum);
    }
    if (k == 0 && held(4)) {
      w.back = w.backRim;
      mirror(w.back, 4, q, k, near, from, to, 1, sum);
    }
    if (k == nz - 1 && held(5)) {
      w.front = w.frontRim;
      mirror(w.front, 5, q, k, near, from, to, 1, sum);
    }
  }

  private boolean held(int side) {
    return !Double.isNaN(outside[side][0]);
  }

  /** Whether a box lies at a side of the grid. */
  private boolean reaches(Box box, int side) {
    return switch (side) {
      case 0 -> box.i0() == 0;
      case 1 -> box.i1() == nx;
      case 2 -> box.j0() == 0;
      case 3 -> box.j1() == ny;
      case 4 -> box.k0() == 0;
      default -> box.k1() == nz;
    };
  }

  /** Values beyond an outer face; the face lies half a cell away, so a cell is mirrored there. */
  private void mirror(
      double[] into,
      int side,
      double[] q,
      int k,
      Box near,
      int from,
      int to,
      int stride,
      /* wide */ double[] sum) {
    if (!held(side)) {
      return;
    }
    boolean some = near.holdsPlane(k) && reaches(near, side);
    for (int c = from; c < to; c += stride) {
      double beyond = 2 * outside[side][plan.kindAt(k, c)] - q[c];
      into[c] = beyond;
      boolean counts = !plan.insulatesAt(k, c);
      if (counts && (!some || !near.contains(c % nx, c / nx, k))) {
        sum[faces] += (beyond - q[c]) * perArea;
      }
    }
  }
}
