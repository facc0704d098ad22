package org.iceball.injury;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.iceball.grid.Grid;
import org.iceball.grid.Threads;
import org.iceball.grid.Vec3;

/** Volume and axes of the zone colder than a threshold. */
public final class ZoneMetrics {
  private ZoneMetrics() {}

  /**
   * Measures a zone.
   *
   * @param grid of the cells
   * @param temperature [K], shape [cells]; not modified
   * @param threshold [K]
   */
  public static Zone measure(Grid grid, float[] temperature, double threshold) {
    return measure(grid, temperature, threshold, Rows.all(grid), Threads.ALONE);
  }

  /**
   * Measures a zone that lies in some rows.
   *
   * @param rows no cell outside them is colder
   * @param threads share the planes
   */
  public static Zone measure(
      Grid grid, float[] temperature, double threshold, Rows rows, Threads threads) {
    ColdZone zone = new ColdZone(grid, threads);
    double volume = zone.look(temperature, threshold, rows);
    String name = String.format(Locale.ROOT, "%.0f degC", threshold - 273.15);
    name = name.equals("-0 degC") ? "0 degC" : name;
    List<Double> axes =
        volume > 0
            ? axes(
                grid,
                temperature,
                threshold,
                zone.rows(),
                principalDirections(grid, zone.fraction(), zone.rows()))
            : List.of(0.0, 0.0, 0.0);
    return new Zone(name, threshold, volume, axes, Double.NaN, List.of());
  }

  /**
   * Extents of a zone along its principal directions, longest first [m].
   *
   * @param fraction part of each cell that lies in it [1], shape [cells]; not modified
   */
  static List<Double> axes(Grid grid, float[] fraction) {
    if (!(volume(grid, fraction) > 0)) {
      return List.of(0.0, 0.0, 0.0);
    }
    float[] outside = new float[fraction.length];
    for (int c = 0; c < outside.length; c++) {
      outside[c] = -fraction[c];
    }
    Rows all = Rows.all(grid);
    return axes(grid, outside, -0.5, all, principalDirections(grid, fraction, all));
  }

  /** Sum of fractions of some of a grid's cells as a volume [m3]. */
  public static double volume(Grid grid, float[] fraction) {
    return sum(fraction, 0, fraction.length) * grid.cellVolume();
  }

  /**
   * The sum of a stretch. Most cells hold nothing; adding fours of them up first is quicker than
   * widening each.
   */
  static double sum(float[] fraction, int from, int to) {
    double sum = 0;
    int c = from;
    for (; c + 4 <= to; c += 4) {
      if ((fraction[c] + fraction[c + 1]) + (fraction[c + 2] + fraction[c + 3]) > 0) {
        sum +=
            ((double) fraction[c] + fraction[c + 1]) + ((double) fraction[c + 2] + fraction[c + 3]);
      }
    }
    for (; c < to; c++) {
      sum += fraction[c];
    }
    return sum;
  }

  /** Principal directions of the zone's second moments. */
  private static Vec3[] principalDirections(Grid g, float[] fraction, Rows rows) {
    double w = 0;
    double[] s = new double[9];
    for (int k = rows.k0(); k < rows.k1(); k++) {
      for (int j = rows.j0(); j < rows.j1(); j++) {
        int row = g.index(0, j, k);
        for (int i = 0; i < g.nx(); i++) {
          double f = fraction[row + i];
          if (f > 0) {
            w += f;
            s[0] += f * i;
            s[1] += f * j;
            s[2] += f * k;
            s[3] += f * i * i;
            s[4] += f * j * j;
            s[5] += f * k * k;
            s[6] += f * i * j;
            s[7] += f * i * k;
            s[8] += f * j * k;
          }
        }
      }
    }
    double mi = s[0] / w;
    double mj = s[1] / w;
    double mk = s[2] / w;
    double ij = s[6] / w - mi * mj;
    double ik = s[7] / w - mi * mk;
    double jk = s[8] / w - mj * mk;
    DMatrixRMaj moments =
        new DMatrixRMaj(
            new double[][] {
              {s[3] / w - mi * mi, ij, ik},
              {ij, s[4] / w - mj * mj, jk},
              {ik, jk, s[5] / w - mk * mk}
            });
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(3, true, true);
    eigen.decompose(moments);
    Vec3[] directions = new Vec3[3];
    for (int a = 0; a < 3; a++) {
      DMatrixRMaj v = eigen.getEigenVector(a);
      directions[a] = new Vec3(v.get(0), v.get(1), v.get(2)).unit();
    }
    return directions;
  }

  /** Extents of the isotherm surface along three directions, longest first [m]. */
  private static List<Double> axes(
      Grid g, float[] t, double threshold, Rows rows, Vec3[] directions) {
    IsothermSurface surface = IsothermSurface.of(g, t, threshold, rows);
    List<Double> lengths = new ArrayList<>();
    for (Vec3 d : directions) {
      lengths.add(surface.extent(d) * g.spacing());
    }
    lengths.sort((x, y) -> Double.compare(y, x));
    return List.copyOf(lengths);
  }
}
