package org.iceball.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.iceball.grid.Grid;
import org.iceball.model.Material;
import org.iceball.model.Model;
import org.iceball.model.NeedleCells;

/**
 * The model cut into planes, once, so that the hot loops run over stretches of one material without
 * asking what a cell is.
 */
final class PlanePlan {
  private static final int ALL_SIDES = 63;

  /** Starts of the runs of a plane, then nx as the last, shape [plane][runs + 1]. */
  final int[][] start;

  /** Material of each run, shape [plane][runs]. */
  final int[][] material;

  /**
   * The same for runs of one enthalpy curve, which are longer: starts, then nx. The insides of
   * vessels that conduct nothing count as what lies before them, for nothing asks what they are.
   */
  final int[][] curveStart;

  /** A material with the curve of each of these runs. */
  final int[][] curveMaterial;

  /**
   * The same for runs of one material in which the insides of vessels, where nothing happens, count
   * as what lies before them: fewer, longer runs.
   */
  final int[][] bloodStart;

  /** Material of each of these runs. */
  final int[][] bloodMaterial;

  /** Cells of a plane inside vessels that conduct nothing, ascending. */
  final int[][] lumen;

  /** Cells of a plane that conduct and have a neighbour with another enthalpy curve, ascending. */
  final int[][] seams;

  /** Sides of each that conduct and lead there: bit s for side s of x-, x+, y-, y+, z-, z+. */
  final byte[][] seamSides;

  /** Sides of each that lead into a vessel that conducts nothing, in the same bits. */
  final byte[][] closedSides;

  /** Cells of a plane that exchange heat with a needle, ascending, then in the order of needles. */
  final int[][] needleCell;

  /** The needle of each of these. */
  final int[][] needle;

  /** The material of each of these cells. */
  final int[][] needleKind;

  /** The conductance of each of these [1/m2]. */
  final double[][] conductance;

  /** The conductivity integral below which each of these gets no more heat [W/m]. */
  final double[][] floor;

  /** For each material the first one with the same enthalpy curve. */
  final int[] curveOf;

  private final boolean[] insulates;
  private final byte[] cellMaterial;
  private final int nx;
  private final int ny;

  PlanePlan(Model model) {
    Grid g = model.grid();
    cellMaterial = model.material();
    nx = g.nx();
    ny = g.ny();
    int rows = g.nz();
    start = new int[rows][];
    material = new int[rows][];
    curveStart = new int[rows][];
    curveMaterial = new int[rows][];
    bloodStart = new int[rows][];
    bloodMaterial = new int[rows][];
    lumen = new int[rows][];
    seams = new int[rows][];
    seamSides = new byte[rows][];
    closedSides = new byte[rows][];
    needleKind = new int[rows][];
    needleCell = new int[rows][];
    needle = new int[rows][];
    conductance = new double[rows][];
    floor = new double[rows][];
    curveOf = curveClasses(model.materials());
    insulates = new boolean[curveOf.length];
    for (int m = 0; m < insulates.length; m++) {
      insulates[m] = model.materials().get(m).insulates();
    }
    for (int row = 0; row < rows; row++) {
      cutRuns(model, row);
      leaveOutLumens(row);
      mergeRuns(curveOf, row);
    }
    for (int k = 0; k < g.nz(); k++) {
      findSeams(model, k);
    }
    addNeedles(model);
  }

  /** Material of a cell. */
  int kindAt(int k, int cell) {
    return cellMaterial[cell + nx * ny * k] & 0xff;
  }

  /** True for a cell inside a vessel that conducts nothing. */
  boolean insulatesAt(int k, int cell) {
    return insulates[kindAt(k, cell)];
  }

  /** Sides of a cell that lead to another enthalpy curve, as in {@link #seamSides}. */
  int seamSidesAt(int k, int cell) {
    int n = Arrays.binarySearch(seams[k], cell);
    return n < 0 ? 0 : seamSides[k][n];
  }

  /** Sides of a cell that nothing passes, as in {@link #closedSides}. */
  int closedSidesAt(int k, int cell) {
    int n = Arrays.binarySearch(seams[k], cell);
    return insulatesAt(k, cell) ? ALL_SIDES : n < 0 ? 0 : closedSides[k][n];
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
    int[] starts = bloodStart[row].clone();
    int[] kinds = new int[bloodMaterial[row].length];
    int runs = 0;
    for (int r = 0; r < kinds.length; r++) {
      int c = curve[bloodMaterial[row][r]];
      if (runs == 0 || kinds[runs - 1] != c) {
        starts[runs] = bloodStart[row][r];
        kinds[runs++] = c;
      }
    }
    starts[runs] = bloodStart[row][kinds.length];
    curveStart[row] = Arrays.copyOf(starts, runs + 1);
    curveMaterial[row] = Arrays.copyOf(kinds, runs);
  }

  private void leaveOutLumens(int row) {
    int[] starts = start[row].clone();
    int[] kinds = new int[material[row].length];
    int[] cells = new int[nx * ny];
    int inside = 0;
    int runs = 0;
    for (int r = 0; r < kinds.length; r++) {
      int kind = material[row][r];
      for (int c = start[row][r]; insulates[kind] && c < start[row][r + 1]; c++) {
        cells[inside++] = c;
      }
      if (runs == 0 || (!insulates[kind] && kind != kinds[runs - 1])) {
        starts[runs] = start[row][r];
        kinds[runs++] = kind;
      }
    }
    starts[runs] = start[row][kinds.length];
    bloodStart[row] = Arrays.copyOf(starts, runs + 1);
    bloodMaterial[row] = Arrays.copyOf(kinds, runs);
    lumen[row] = Arrays.copyOf(cells, inside);
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

  private void findSeams(Model model, int k) {
    Grid g = model.grid();
    byte[] m = model.material();
    int plane = nx * ny;
    int[] found = new int[plane];
    byte[] sides = new byte[plane];
    byte[] closed = new byte[plane];
    int n = 0;
    for (int c = 0; c < plane; c++) {
      int i = c % nx;
      int j = c / nx;
      int at = c + plane * k;
      int own = curveOf[m[at] & 0xff];
      int out =
          (i > 0 && curveOf[m[at - 1] & 0xff] != own ? 1 : 0)
              | (i < nx - 1 && curveOf[m[at + 1] & 0xff] != own ? 2 : 0)
              | (j > 0 && curveOf[m[at - nx] & 0xff] != own ? 4 : 0)
              | (j < ny - 1 && curveOf[m[at + nx] & 0xff] != own ? 8 : 0)
              | (k > 0 && curveOf[m[at - plane] & 0xff] != own ? 16 : 0)
              | (k < g.nz() - 1 && curveOf[m[at + plane] & 0xff] != own ? 32 : 0);
      if (out != 0 && !insulates[m[at] & 0xff]) {
        int into = insulated(at, out);
        found[n] = c;
        closed[n] = (byte) into;
        sides[n++] = (byte) (out & ~into);
      }
    }
    seams[k] = Arrays.copyOf(found, n);
    seamSides[k] = Arrays.copyOf(sides, n);
    closedSides[k] = Arrays.copyOf(closed, n);
  }

  /** Those of some sides of a cell of the grid that lead into what insulates. */
  private int insulated(int at, int sides) {
    int[] steps = {-1, 1, -nx, nx, -nx * ny, nx * ny};
    int into = 0;
    for (int side = 0; side < 6; side++) {
      if ((sides >> side & 1) != 0 && insulates[cellMaterial[at + steps[side]] & 0xff]) {
        into |= 1 << side;
      }
    }
    return into;
  }

  /** Sorts what the needles touch by plane and cell. */
  private void addNeedles(Model model) {
    int plane = nx * ny;
    int[] count = new int[needleCell.length];
    for (NeedleCells needle : model.needles()) {
      for (int at : needle.cells()) {
        count[at / plane]++;
      }
    }
    List<List<Touch>> touches = new ArrayList<>();
    for (int n : count) {
      touches.add(new ArrayList<>(n));
    }
    for (int n = 0; n < model.needles().size(); n++) {
      NeedleCells of = model.needles().get(n);
      for (int c = 0; c < of.cells().length; c++) {
        int at = of.cells()[c];
        touches.get(at / plane).add(new Touch(at % plane, n, of.conductance()[c], of.floor()[c]));
      }
    }
    for (int k = 0; k < count.length; k++) {
      List<Touch> here = touches.get(k);
      here.sort(Comparator.comparingInt(Touch::cell)); // stable
      int plane0 = k * plane;
      needleCell[k] = here.stream().mapToInt(Touch::cell).toArray();
      needle[k] = here.stream().mapToInt(Touch::needle).toArray();
      needleKind[k] = here.stream().mapToInt(t -> kindOf(model, plane0 + t.cell())).toArray();
      conductance[k] = here.stream().mapToDouble(Touch::conductance).toArray();
      floor[k] = here.stream().mapToDouble(Touch::floor).toArray();
    }
  }

  private record Touch(int cell, int needle, double conductance, double floor) {}

  private static int kindOf(Model model, int cell) {
    return model.material()[cell] & 0xff;
  }

  /** The run that a cell of a plane lies in. */
  static int runAt(int[] starts, int cell) {
    return find(starts, cell + 1) - 1;
  }

  /** The first index whose entry is not below a number, in ascending entries. */
  static int find(int[] ascending, int atLeast) {
    int n = ascending.length;
    if (n == 0 || ascending[0] >= atLeast) {
      return 0; // a whole plane is what is asked for most
    }
    return ascending[n - 1] < atLeast ? n : find(ascending, 0, n, atLeast);
  }

  /** The same among the entries from one index up to, without, another. */
  static int find(int[] ascending, int from, int to, int atLeast) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] < atLeast) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
