package org.iceball.gpu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.iceball.grid.Grid;
import org.iceball.model.Faces;
import org.iceball.model.Material;
import org.iceball.model.Model;
import org.iceball.model.NeedleCells;
import org.iceball.model.PerfusionLaw;
import org.iceball.tissue.EnthalpyCurve;

/**
 * A model as the flat arrays that heat.cl reads. Rows are numbered j + ny k; what belongs to row r
 * lies from first[r] to first[r + 1] - 1.
 */
final class FlatModel {
  /** Bit of a cell's flags: a needle exchanges heat with it. */
  private static final int NEEDLE = 64;

  /** Bit of a cell's flags: blood flows. */
  private static final int ALIVE = 128;

  final Model model;

  /** Runs of one material in a row: first run of each row, shape [rows + 1]. */
  final int[] runFirst;

  /** First cell of each run, counted along x. */
  final int[] runStart;

  /** Material of each run. */
  final int[] runKind;

  /** Cells with a neighbour of another curve: first of each row, shape [rows + 1]. */
  final int[] seamFirst;

  /** Their indices, ascending. */
  final int[] seamCell;

  /** Exchanges of heat with needles: first of each row, shape [rows + 1]. */
  final int[] needleFirst;

  /** Their cells, ascending, and where cells are equal in the order of the needles. */
  final int[] needleCell;

  /** The exchanges again by plane and needle: first of each, shape [planes * needles + 1]. */
  final int[] sumFirst;

  /** Their numbers in the list by rows. */
  final int[] sumEntry;

  /** Index of its wall, needle * materials + material. */
  final int[] needleWall;

  /** The conductance of each [1/m2]. */
  final double[] conductance;

  /** For each cell sides that lead to another curve, whether a needle is near, whether it lives. */
  final byte[] flags;

  /** Largest sum of the conductances of a cell [1/m2]. */
  final double largestConductance;

  private final int nx;
  private final int rows;
  private final int[] curveOf;

  FlatModel(Model model) {
    this.model = model;
    Grid g = model.grid();
    nx = g.nx();
    rows = g.ny() * g.nz();
    byte[] material = model.material();
    curveOf = curveClasses();
    flags = new byte[g.cells()];
    markSeams(g, material);

    runFirst = new int[rows + 1];
    seamFirst = new int[rows + 1];
    int[] starts = new int[g.cells()];
    int[] kinds = new int[g.cells()];
    int[] seams = new int[g.cells()];
    int runs = 0;
    int seam = 0;
    for (int row = 0; row < rows; row++) {
      runFirst[row] = runs;
      seamFirst[row] = seam;
      for (int i = 0; i < nx; i++) {
        int c = nx * row + i;
        if (i == 0 || material[c] != material[c - 1]) {
          starts[runs] = i;
          kinds[runs++] = material[c] & 0xff;
        }
        if (flags[c] != 0) {
          seams[seam++] = c;
        }
      }
    }
    runFirst[rows] = runs;
    seamFirst[rows] = seam;
    runStart = Arrays.copyOf(starts, runs);
    runKind = Arrays.copyOf(kinds, runs);
    seamCell = Arrays.copyOf(seams, seam);

    List<Exchange> all = exchanges();
    double most = 0;
    double sum = 0;
    for (int e = 0; e < all.size(); e++) {
      boolean again = e > 0 && all.get(e - 1).cell == all.get(e).cell;
      sum = again ? sum + all.get(e).conductance : all.get(e).conductance;
      most = Math.max(most, sum);
    }
    largestConductance = most;
    // a held cell takes no heat from a needle
    List<Exchange> exchanges = all.stream().filter(x -> !model.materialOf(x.cell).held()).toList();
    int n = exchanges.size();
    needleFirst = new int[rows + 1];
    needleCell = new int[n];
    int[] sumOf = new int[n];
    needleWall = new int[n];
    conductance = new double[n];
    for (int e = 0; e < n; e++) {
      Exchange x = exchanges.get(e);
      needleFirst[x.cell / nx + 1] = e + 1;
      needleCell[e] = x.cell;
      sumOf[e] = x.cell / (nx * g.ny()) * model.needles().size() + x.needle;
      needleWall[e] = x.needle * model.materials().size() + (material[x.cell] & 0xff);
      conductance[e] = x.conductance;
      flags[x.cell] |= NEEDLE;
    }
    sumFirst = new int[g.nz() * model.needles().size() + 1];
    sumEntry = inOrder(sumOf, sumFirst);
    for (int row = 0; row < rows; row++) {
      needleFirst[row + 1] = Math.max(needleFirst[row + 1], needleFirst[row]);
    }
    for (int c = 0; c < flags.length; c++) {
      Material of = model.materialOf(c);
      if (!of.held() && of.start() > 0) {
        flags[c] |= (byte) ALIVE;
      }
    }
  }

  private record Exchange(int cell, int needle, double conductance) {}

  /** Numbers of things in the order of the groups they belong to, and where each group begins. */
  private static int[] inOrder(int[] group, int[] first) {
    for (int g : group) {
      first[g + 1]++;
    }
    for (int g = 0; g + 1 < first.length; g++) {
      first[g + 1] += first[g];
    }
    int[] next = first.clone();
    int[] order = new int[group.length];
    for (int n = 0; n < group.length; n++) {
      order[next[group[n]]++] = n;
    }
    return order;
  }

  private List<Exchange> exchanges() {
    List<Exchange> all = new ArrayList<>();
    for (int n = 0; n < model.needles().size(); n++) {
      NeedleCells of = model.needles().get(n);
      for (int c = 0; c < of.cells().length; c++) {
        all.add(new Exchange(of.cells()[c], n, of.conductance()[c]));
      }
    }
    all.sort(Comparator.comparingInt(Exchange::cell).thenComparingInt(Exchange::needle));
    return all;
  }

  private int[] curveClasses() {
    List<Material> materials = model.materials();
    int[] of = new int[materials.size()];
    for (int m = 0; m < of.length; m++) {
      of[m] = m;
      for (int o = m - 1; o >= 0; o--) {
        of[m] = materials.get(o).curve().equals(materials.get(m).curve()) ? of[o] : of[m];
      }
    }
    return of;
  }

  private void markSeams(Grid g, byte[] material) {
    int ny = g.ny();
    int plane = nx * ny;
    int[] stride = {-1, 1, -nx, nx, -plane, plane};
    for (int c = 0; c < flags.length; c++) {
      int i = c % nx;
      int j = c / nx % ny;
      int k = c / plane;
      boolean[] open = {i > 0, i < nx - 1, j > 0, j < ny - 1, k > 0, k < g.nz() - 1};
      int own = curveOf[material[c] & 0xff];
      for (int side = 0; side < 6; side++) {
        if (open[side] && curveOf[material[c + stride[side]] & 0xff] != own) {
          flags[c] |= (byte) (1 << side);
        }
      }
    }
  }

  /** The first material with the same curve. */
  int curveOf(int material) {
    return curveOf[material];
  }

  /** True where some cells are held. */
  boolean hasVessels() {
    return model.materials().stream().anyMatch(Material::held);
  }

  /** True where the outer faces are held. */
  boolean holdsFaces() {
    return model.faces().kind() == Faces.Kind.HELD;
  }

  /** Slopes of Q and T, knots, ta, tb, qa, qb of every material. */
  double[] curves() {
    return model.materials().stream()
        .flatMapToDouble(
            m -> {
              EnthalpyCurve c = m.curve();
              return DoubleStream.concat(DoubleStream.of(c.slopeQ(), c.slopeT()), tables(c));
            })
        .toArray();
  }

  /** The same with the liquidus [K] before them. */
  double[] laws() {
    return model.materials().stream()
        .flatMapToDouble(
            m -> {
              EnthalpyCurve c = m.curve();
              double liquidus = c.law().liquidus();
              return DoubleStream.concat(
                  DoubleStream.of(liquidus, c.slopeQ(), c.slopeT()), tables(c));
            })
        .toArray();
  }

  private static DoubleStream tables(EnthalpyCurve c) {
    return DoubleStream.concat(
        Arrays.stream(c.knots()), Arrays.stream(c.coefficients()).flatMapToDouble(Arrays::stream));
  }

  /**
   * The perfusion law of every material, then 1 where it is held.
   *
   * @param part of its blood that each material gets [1]
   * @param fp64 precision of the product
   */
  double[] bloods(double[] part, boolean fp64) {
    double[] all = bloods();
    int width = all.length / part.length;
    for (int m = 0; m < part.length; m++) {
      for (int c = width * m + 2; c < width * m + 7; c++) {
        all[c] = fp64 ? part[m] * all[c] : (float) part[m] * (float) all[c];
      }
    }
    return all;
  }

  /** The same with all of the blood. */
  double[] bloods() {
    return model.materials().stream()
        .flatMapToDouble(
            m -> {
              PerfusionLaw p = m.perfusion();
              return DoubleStream.of(
                  p.full(),
                  PerfusionLaw.OFF,
                  p.base(),
                  p.slope(),
                  p.bendFull(),
                  p.bendFront(),
                  p.bendOff(),
                  p.metabolism(),
                  m.held() ? 1 : 0);
            })
        .toArray();
  }

  /** Conductivity integral at the outer faces' temperature for every material [W/m]. */
  double[] outside() {
    double t = model.faces().temperature();
    return model.materials().stream()
        .mapToDouble(m -> m.curve().integral(m.curve().enthalpy(t)))
        .toArray();
  }

  /** Enthalpy at the start of every material [J/m3]. */
  double[] starts() {
    return model.materials().stream().mapToDouble(Material::start).toArray();
  }

  /** Liquidus of every material [K]. */
  float[] liquidus() {
    float[] t = new float[model.materials().size()];
    for (int m = 0; m < t.length; m++) {
      t[m] = (float) model.materials().get(m).curve().law().liquidus();
    }
    return t;
  }

  /** Number of rows. */
  int rows() {
    return rows;
  }
}
