package org.iceball.model;

import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.commons.math3.special.Erf;
import org.iceball.device.Needle;
import org.iceball.device.Wire;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;

/**
 * The cells that a needle's active zone, or a vessel's wall, exchanges heat with (term 4).
 *
 * @param cells their indices, ascending, shape [n]; not modified
 * @param conductance g of each: the cell gets g (Q_wall - Q) [1/m2], shape [n]; not modified
 * @param floor conductivity integral of each below which it gets no more: Q counts as at least so
 *     much [W/m], shape [n]; minus infinity where nothing limits the heat; not modified
 */
public record NeedleCells(int[] cells, double[] conductance, double[] floor) {

  /** Cells whose heat nothing limits. */
  public NeedleCells(int[] cells, double[] conductance) {
    this(cells, conductance, unlimited(cells.length));
  }

  private static double[] unlimited(int n) {
    double[] floor = new double[n];
    Arrays.fill(floor, Double.NEGATIVE_INFINITY);
    return floor;
  }

  /**
   * Spreads a needle over the grid. The weight of a cell is the integral of a three-dimensional
   * Gaussian along the active zone; insulated shaft and tip get none of their own.
   */
  public static NeedleCells of(Needle needle, Grid grid) {
    List<Wire> wires = needle.wires();
    double radius = needle.probe().radius();
    if (wires.size() == 1) {
      Wire w = wires.get(0);
      double length = needle.probe().activeLength().value();
      return line(w.from(), needle.axis(), length, radius, grid);
    }
    double sigma = LineConductance.width(radius, grid.spacing());
    double g = LineConductance.calibrate(radius, sigma, grid.spacing());
    NavigableMap<Integer, Double> sum = new TreeMap<>();
    for (Wire w : wires) {
      NeedleCells of = line(w.from(), w.axis(), w.length(), sigma, g, grid);
      for (int c = 0; c < of.cells.length; c++) {
        sum.merge(of.cells[c], of.conductance[c], Double::sum);
      }
    }
    return new NeedleCells(
        sum.keySet().stream().mapToInt(c -> c).toArray(),
        sum.values().stream().mapToDouble(v -> v).toArray());
  }

  /**
   * Spreads a line over the grid that has the effect of a cylinder.
   *
   * @param a where it begins [m]
   * @param axis unit vector along it [1]
   * @param length [m]
   * @param radius of the cylinder whose far field it has [m]
   * @param grid the cells
   */
  public static NeedleCells line(Vec3 a, Vec3 axis, double length, double radius, Grid grid) {
    double sigma = LineConductance.width(radius, grid.spacing());
    double g = LineConductance.calibrate(radius, sigma, grid.spacing());
    return line(a, axis, length, sigma, g, grid);
  }

  private static NeedleCells line(
      Vec3 a, Vec3 axis, double length, double sigma, double g, Grid grid) {
    Vec3 b = a.plus(axis.times(length));
    double reach = LineConductance.CUT_OFF * sigma;
    int i0 = first(Math.min(a.x(), b.x()) - reach, grid.origin().x(), grid.spacing());
    int j0 = first(Math.min(a.y(), b.y()) - reach, grid.origin().y(), grid.spacing());
    int k0 = first(Math.min(a.z(), b.z()) - reach, grid.origin().z(), grid.spacing());
    int i1 = last(Math.max(a.x(), b.x()) + reach, grid.origin().x(), grid.spacing(), grid.nx());
    int j1 = last(Math.max(a.y(), b.y()) + reach, grid.origin().y(), grid.spacing(), grid.ny());
    int k1 = last(Math.max(a.z(), b.z()) + reach, grid.origin().z(), grid.spacing(), grid.nz());
    int[] cells = new int[Math.max(0, (i1 - i0 + 1) * (j1 - j0 + 1) * (k1 - k0 + 1))];
    double[] weight = new double[cells.length];
    int n = 0;
    for (int k = k0; k <= k1; k++) {
      for (int j = j0; j <= j1; j++) {
        for (int i = i0; i <= i1; i++) {
          double w = weight(grid.centre(i, j, k).minus(a), axis, length, sigma, reach);
          if (w > 0) {
            cells[n] = grid.index(i, j, k);
            weight[n++] = w;
          }
        }
      }
    }
    double sum = sum(Arrays.copyOf(weight, n));
    double scale = sum > 0 ? g * length / (sum * grid.cellVolume()) : 0;
    double[] conductance = new double[n];
    for (int c = 0; c < n; c++) {
      conductance[c] = weight[c] * scale;
    }
    return new NeedleCells(Arrays.copyOf(cells, n), conductance);
  }

  /** Sum in ascending order, so that a mirrored needle has the same to the last bit. */
  private static double sum(double[] weights) {
    Arrays.sort(weights);
    double sum = 0;
    for (double w : weights) {
      sum += w;
    }
    return sum;
  }

  private static int first(double x, double origin, double spacing) {
    return Math.max(0, (int) Math.floor((x - origin) / spacing));
  }

  private static int last(double x, double origin, double spacing, int n) {
    return Math.min(n - 1, (int) Math.ceil((x - origin) / spacing));
  }

  /** Line integral of a Gaussian, up to a factor, at a point relative to the tip. */
  private static double weight(Vec3 p, Vec3 axis, double length, double sigma, double reach) {
    double z = p.dot(axis);
    double rho2 = Math.max(0, p.dot(p) - z * z);
    if (rho2 > reach * reach || z < -reach || z > length + reach) {
      return 0;
    }
    double s = StrictMath.sqrt(2) * sigma;
    double along = Erf.erf((length - z) / s) - Erf.erf(-z / s);
    return StrictMath.exp(-rho2 / (2 * sigma * sigma)) * along;
  }
}
