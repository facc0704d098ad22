package org.iceball.solve;

import java.util.Arrays;
import org.iceball.electric.Conductor;
import org.iceball.grid.Grid;
import org.iceball.grid.Threads;
import org.iceball.model.Model;
import org.iceball.tissue.EnthalpyCurve;

/** The cells that get a part of the current's heat worth counting, and what it does to them. */
final class HeatedCells {
  /** Cells whose heat is a smaller part of all heat than this are not asked [1]. */
  private static final double FAINT = 1e-7;

  /** No cell warms by more between two looks at it [K]. */
  private static final double NEAR_BOILING = 30;

  /** Shared out to threads in so many pieces, whatever the number of threads. */
  private static final int PIECES = 64;

  private final Model model;
  private final Conductor conductor;
  private final Threads threads;
  private int[] cells = new int[0];
  private double[] share = new double[0];
  private double[] ratio = new double[0];
  private final double[] sums = new double[PIECES];
  private final Extent[] near = new Extent[PIECES];

  HeatedCells(Model model, Conductor conductor, Threads threads) {
    this.model = model;
    this.conductor = conductor;
    this.threads = threads;
    Arrays.setAll(near, p -> new Extent());
  }

  /**
   * Lists them anew.
   *
   * @param density heat of the current [W/m3], shape [cells]
   * @param scale volume of a cell over all heat [m3/W]
   */
  void list(double[] density, double scale) {
    int n = 0;
    for (double q : density) {
      n += q * scale > FAINT ? 1 : 0;
    }
    cells = new int[n];
    share = new double[n];
    ratio = new double[n];
    n = 0;
    for (int c = 0; c < density.length; c++) {
      if (density[c] * scale > FAINT) {
        cells[n] = c;
        share[n++] = density[c] * scale;
      }
    }
  }

  /**
   * The mean of their conductivities now over those of the potential, weighted by heat [1].
   *
   * @param enthalpy now [J/m3], shape [cells]
   * @param sigma conductivity when the potential was found [S/m], shape [cells]
   */
  double change(double[] enthalpy, double[] sigma) {
    return 1
        + sum(
            (from, to) -> {
              double sum = 0;
              for (int n = from; n < to; n++) {
                int c = cells[n];
                ratio[n] = conductor.at(c, enthalpy[c]) / sigma[c];
                sum += share[n] * (ratio[n] - 1);
              }
              return sum;
            });
  }

  /** Mean difference of the last {@link #change} of each cell from a mean, over that mean [1]. */
  double unevenness(double mean) {
    return sum(
        (from, to) -> {
          double sum = 0;
          for (int n = from; n < to; n++) {
            sum += share[n] * Math.abs(ratio[n] / mean - 1);
          }
          return sum;
        });
  }

  /** A sum over the cells from one up to, without, another. */
  private interface Summand {
    double over(int from, int to);
  }

  /** The sum over all of them: by pieces, then in their order. */
  private double sum(Summand of) {
    threads.run(PIECES, p -> sums[p] = of.over(start(p), start(p + 1)));
    double sum = 0;
    for (double part : sums) {
      sum += part;
    }
    return sum;
  }

  private int start(int piece) {
    return (int) ((long) cells.length * piece / PIECES);
  }

  /** A box of those that come near to boiling, from their enthalpies [J/m3]. */
  Box mayBoil(double[] enthalpy) {
    threads.run(PIECES, piece -> lookForBoiling(piece, enthalpy));
    Box all = Box.empty();
    for (Extent piece : near) {
      all = piece.isEmpty() ? all : all.including(piece.box());
    }
    return all;
  }

  private void lookForBoiling(int piece, double[] enthalpy) {
    Grid g = model.grid();
    near[piece].clear();
    for (int n = start(piece); n < start(piece + 1); n++) {
      int c = cells[n];
      EnthalpyCurve curve = model.materialOf(c).curve();
      if (enthalpy[c] + NEAR_BOILING / curve.slopeT() > curve.boiling().from()) {
        int i = c % g.nx();
        near[piece].add(i, i + 1, c / g.nx() % g.ny(), c / g.nx() / g.ny());
      }
    }
  }
}
