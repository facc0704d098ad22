package org.iceball.solve;

import java.util.Arrays;
import java.util.List;
import org.iceball.grid.Grid;
import org.iceball.model.Material;
import org.iceball.model.Model;
import org.iceball.model.NeedleCells;

/**
 * The model cut into planes, once, so that the hot loops run over stretches of one material without
 * asking what a cell is.
 */
final class RowPlan {
  private static final int[] NONE = {};

  /** Starts of the runs of a plane, then nx as the last, shape [plane][runs + 1]. */
  final int[][] start;

  /** Material of each run, shape [plane][runs]. */
  final int[][] material;

  /** The same for runs of one enthalpy curve, which are longer: starts, then nx. */
  final int[][] curveStart;

  /** A material with the curve of each of these runs. */
  final int[][] curveMaterial;

  /** Cells of a plane that have a neighbour with another enthalpy curve, ascending. */
  final int[][] seams;

  /** Cells of a plane that exchange heat with a needle, in the order of the needles. */
  final int[][] needleCell;

  /** The needle of each of these. */
  final int[][] needle;

  /** The conductance of each of these [1/m2]. */
  final double[][] conductance;

  /** Largest sum of conductances of a cell [1/m2]. */
  final double largestConductance;

  RowPlan(Model model) {
    Grid g = model.grid();
    int rows = g.nz();
    start = new int[rows][];
    material = new int[rows][];
    curveStart = new int[rows][];
    curveMaterial = new int[rows][];
    seams = new int[rows][];
    needleCell = new int[rows][];
    needle = new int[rows][];
    conductance = new double[rows][];
    int[] curve = curveClasses(model.materials());
    for (int row = 0; row < rows; row++) {
      cutRuns(model, row);
      mergeRuns(curve, row);
      needleCell[row] = NONE;
      needle[row] = NONE;
      conductance[row] = new double[0];
    }
    for (int k = 0; k < g.nz(); k++) {
      seams[k] = findSeams(model, curve, k);
    }
    double[] sum = new double[g.cells()];
    for (int n = 0; n < model.needles().size(); n++) {
      addNeedle(model.needles().get(n), n, g.nx() * g.ny(), sum);
    }
    largestConductance = Arrays.stream(sum).max().orElse(0);
  }

  private void cutRuns(Model model, int row) {
    int nx = model.grid().nx() * model.grid().ny();
    byte[] m = model.material();
    int[] starts = new int[nx + 1];
    int[] kinds = new int[nx];
    int runs = 0;
    int offset = row * nx;
    for (int i = 0; i < nx; i++) {
      if (i == 0 || m[offset + i] != m[offset + i - 1]) {
        starts[runs] = i;
        kinds[runs++] = m[offset + i] & 0xff;
      }
    }
    starts[runs] = nx;
    start[row] = Arrays.copyOf(starts, runs + 1);
    material[row] = Arrays.copyOf(kinds, runs);
  }

  private void mergeRuns(int[] curve, int row) {
    int[] starts = start[row].clone();
    int[] kinds = new int[material[row].length];
    int runs = 0;
    for (int r = 0; r < kinds.length; r++) {
      int c = curve[material[row][r]];
      if (runs == 0 || kinds[runs - 1] != c) {
        starts[runs] = start[row][r];
        kinds[runs++] = c;
      }
    }
    starts[runs] = start[row][kinds.length];
    curveStart[row] = Arrays.copyOf(starts, runs + 1);
    curveMaterial[row] = Arrays.copyOf(kinds, runs);
  }

  /** Materials with equal curves get the same number, that of the first of them. */
  static int[] curveClasses(List<Material> materials) {
    int[] c = new int[materials.size()];
    for (int m = 0; m < c.length; m++) {
      c[m] = m;
      for (int o = 0; o < m; o++) {
        if (materials.get(o).curve().equals(materials.get(m).curve())) {
          c[m] = c[o];
          break;
        }
      }
    }
    return c;
  }

  private static int[] findSeams(Model model, int[] curve, int k) {
    Grid g = model.grid();
    byte[] m = model.material();
    int plane = g.nx() * g.ny();
    int[] found = new int[plane];
    int n = 0;
    for (int c = 0; c < plane; c++) {
      int i = c % g.nx();
      int j = c / g.nx();
      int at = c + plane * k;
      int own = curve[m[at] & 0xff];
      boolean seam =
          (i > 0 && curve[m[at - 1] & 0xff] != own)
              || (i < g.nx() - 1 && curve[m[at + 1] & 0xff] != own)
              || (j > 0 && curve[m[at - g.nx()] & 0xff] != own)
              || (j < g.ny() - 1 && curve[m[at + g.nx()] & 0xff] != own)
              || (k > 0 && curve[m[at - plane] & 0xff] != own)
              || (k < g.nz() - 1 && curve[m[at + plane] & 0xff] != own);
      if (seam) {
        found[n++] = c;
      }
    }
    return Arrays.copyOf(found, n);
  }

  private void addNeedle(NeedleCells cells, int number, int nx, double[] sum) {
    for (int c = 0; c < cells.cells().length; c++) {
      int at = cells.cells()[c];
      double g = cells.conductance()[c];
      int row = at / nx;
      int n = needle[row].length;
      needleCell[row] = Arrays.copyOf(needleCell[row], n + 1);
      needle[row] = Arrays.copyOf(needle[row], n + 1);
      conductance[row] = Arrays.copyOf(conductance[row], n + 1);
      needleCell[row][n] = at - row * nx;
      needle[row][n] = number;
      conductance[row][n] = g;
      sum[at] += g;
    }
  }
}
