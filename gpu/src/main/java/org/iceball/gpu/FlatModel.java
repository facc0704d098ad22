package org.iceball.gpu;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.iceball.grid.Grid;
import org.iceball.model.Faces;
import org.iceball.model.Material;
import org.iceball.model.Model;
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

  /** Exchanges of heat with needles. */
  final Exchanges exchanges;

  /** For each cell sides that lead to another curve, whether a needle is near, whether it lives. */
  final byte[] flags;

  private final int nx;
  private final int[] curveOf;

  FlatModel(Model model) {
    this.model = model;
    Grid g = model.grid();
    nx = g.nx();
    int rows = g.ny() * g.nz();
    byte[] material = model.material();
    curveOf = curveClasses();
    flags = new byte[g.cells()];
    markSeams(g, material);

    runFirst = new int[rows + 1];
    int[] starts = new int[g.cells()];
    int[] kinds = new int[g.cells()];
    int runs = 0;
    for (int row = 0; row < rows; row++) {
      runFirst[row] = runs;
      for (int i = 0; i < nx; i++) {
        int c = nx * row + i;
        if (i == 0 || material[c] != material[c - 1]) {
          starts[runs] = i;
          kinds[runs++] = material[c] & 0xff;
        }
      }
    }
    runFirst[rows] = runs;
    runStart = Arrays.copyOf(starts, runs);
    runKind = Arrays.copyOf(kinds, runs);

    exchanges = new Exchanges(model);
    for (int c : exchanges.cell) {
      flags[c] |= NEEDLE;
    }
    for (int c = 0; c < flags.length; c++) {
      Material of = model.materialOf(c);
      if (!of.held() && of.start() > 0) {
        flags[c] |= (byte) ALIVE;
      }
    }
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
}
