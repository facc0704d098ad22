package org.iceball.validation.oracle;

import org.ejml.data.DMatrixSparseCSC;
import org.ejml.data.DMatrixSparseTriplet;
import org.ejml.ops.DConvertMatrixStruct;
import org.iceball.grid.Grid;
import org.iceball.model.Faces;
import org.iceball.model.Model;
import org.iceball.model.NeedleCells;
import org.iceball.tissue.EnthalpyCurve;

/**
 * The heat balance of a model as a function of all enthalpies, with its Jacobian as a sparse
 * matrix, and the implicit equation of a stage solved by Newton's method.
 */
final class ImplicitBalance {
  private static final int MOST_ITERATIONS = 20;

  /**
   * What may be left where Newton's method stalls [J/m3], some 0.005 K in ice: between two tissues
   * the flux jumps where a table's conductivity does, and the equation may have no solution at all.
   */
  private static final double BEARABLE = 1e4;

  /** A stage counts as solved when its mean residual is no larger [J/m3]: some 1e-4 K in ice. */
  private static final double SOLVED = 200;

  /** Step of the numerical derivatives [J/m3]. */
  private static final double NUDGE = 50;

  private final Model model;
  private final int cells;
  private final double perSquare;
  private final boolean[] alive;
  private final double[] temperature;
  private final double[] integral;
  private final double[] conductivity;
  private final double[] slopeT;
  private final double[] slopeQ;

  ImplicitBalance(Model model) {
    this.model = model;
    cells = model.grid().cells();
    perSquare = 1 / (model.grid().spacing() * model.grid().spacing());
    alive = new boolean[cells];
    for (int c = 0; c < cells; c++) {
      alive[c] = !model.materialOf(c).held();
    }
    temperature = new double[cells];
    integral = new double[cells];
    conductivity = new double[cells];
    slopeT = new double[cells];
    slopeQ = new double[cells];
  }

  /** Tissue that is at or below its liquidus has no blood from now on. */
  void endBloodAtOrBelowLiquidus(double[] enthalpy) {
    for (int c = 0; c < cells; c++) {
      alive[c] &= enthalpy[c] > 0;
    }
  }

  /**
   * Solves h = base + step balance(h).
   *
   * @param base [J/m3], shape [cells]; not modified
   * @param step [s]
   * @param walls of the needles [K]; NaN where passive
   * @param h first guess, then the solution [J/m3], *modified*
   * @return balance(h) [W/m3], shape [cells]
   */
  double[] solve(double[] base, double step, double[] walls, double[] h) {
    double[] rate = new double[cells];
    double[] residual = new double[cells];
    DMatrixSparseTriplet jacobian = evaluate(h, walls, rate);
    double size = residual(base, step, rate, h, residual);
    for (int iteration = 0; size > SOLVED; iteration++) {
      if (iteration >= MOST_ITERATIONS && size < BEARABLE) {
        return rate;
      }
      if (iteration > 3 * MOST_ITERATIONS) {
        throw new IllegalStateException(
            "Newton's method leaves " + size + " J/m3 after a step of " + step + " s");
      }
      double[] change = new SparseSystem(shifted(jacobian, step)).solve(residual);
      double[] before = h.clone();
      double[] tried = new double[cells];
      double part = 1;
      double found;
      do {
        for (int c = 0; c < cells; c++) {
          h[c] = before[c] + part * change[c];
        }
        jacobian = evaluate(h, walls, rate);
        found = residual(base, step, rate, h, tried);
        part /= 2;
        // at a kink of the tables a whole step may go to and fro
      } while (found > 0.9 * size && part > 0.2);
      System.arraycopy(tried, 0, residual, 0, cells);
      size = found;
    }
    return rate;
  }

  /** What is left of the equation [J/m3] in each cell; returns the root mean square. */
  private double residual(
      double[] base, double step, double[] rate, double[] h, double[] residual) {
    double sum = 0;
    for (int c = 0; c < cells; c++) {
      residual[c] = base[c] + step * rate[c] - h[c];
      sum += residual[c] * residual[c];
    }
    return Math.sqrt(sum / cells);
  }

  /** The matrix 1 - step J. */
  private DMatrixSparseCSC shifted(DMatrixSparseTriplet jacobian, double step) {
    DMatrixSparseTriplet system =
        new DMatrixSparseTriplet(cells, cells, jacobian.nz_length + cells);
    for (int c = 0; c < cells; c++) {
      system.addItem(c, c, 1);
    }
    for (int n = 0; n < jacobian.nz_length; n++) {
      system.addItem(
          jacobian.nz_rowcol.data[2 * n],
          jacobian.nz_rowcol.data[2 * n + 1],
          -step * jacobian.nz_value.data[n]);
    }
    DMatrixSparseCSC matrix = DConvertMatrixStruct.convert(system, (DMatrixSparseCSC) null);
    matrix.sortIndices(null);
    return added(matrix);
  }

  /** Entries of the same place added up: the conversion keeps them side by side. */
  private static DMatrixSparseCSC added(DMatrixSparseCSC m) {
    int to = 0;
    int from = 0;
    for (int column = 0; column < m.numCols; column++) {
      int end = m.col_idx[column + 1];
      int first = to;
      for (; from < end; from++) {
        if (to > first && m.nz_rows[to - 1] == m.nz_rows[from]) {
          m.nz_values[to - 1] += m.nz_values[from];
        } else {
          m.nz_rows[to] = m.nz_rows[from];
          m.nz_values[to++] = m.nz_values[from];
        }
      }
      m.col_idx[column + 1] = to;
    }
    m.nz_length = to;
    return m;
  }

  /** The balance [W/m3] into {@code rate}; returns its derivatives [1/s], some places twice. */
  private DMatrixSparseTriplet evaluate(double[] h, double[] walls, double[] rate) {
    for (int c = 0; c < cells; c++) {
      EnthalpyCurve curve = model.materialOf(c).curve();
      temperature[c] = curve.temperature(h[c]);
      integral[c] = curve.integral(h[c]);
      conductivity[c] = curve.conductivity(h[c]);
      slopeT[c] = (curve.temperature(h[c] + NUDGE) - curve.temperature(h[c] - NUDGE)) / (2 * NUDGE);
      slopeQ[c] = (curve.integral(h[c] + NUDGE) - curve.integral(h[c] - NUDGE)) / (2 * NUDGE);
      rate[c] = 0;
    }
    DMatrixSparseTriplet jacobian = new DMatrixSparseTriplet(cells, cells, 14 * cells);
    Grid g = model.grid();
    int[] size = {g.nx(), g.ny(), g.nz()};
    int[] stride = {1, g.nx(), g.nx() * g.ny()};
    for (int c = 0; c < cells; c++) {
      int[] at = {c % size[0], c / stride[1] % size[1], c / stride[2]};
      for (int axis = 0; axis < 3; axis++) {
        if (at[axis] + 1 < size[axis]) {
          face(c, c + stride[axis], rate, jacobian);
        }
        int rims = (at[axis] == 0 ? 1 : 0) + (at[axis] + 1 == size[axis] ? 1 : 0);
        if (rims > 0 && model.faces().kind() == Faces.Kind.HELD) {
          double outside = integralAt(c, model.faces().temperature());
          rate[c] += rims * 2 * perSquare * (outside - integral[c]);
          jacobian.addItem(c, c, -rims * 2 * perSquare * slopeQ[c]);
        }
      }
      blood(c, h[c], rate, jacobian);
    }
    needles(walls, rate, jacobian);
    return withoutHeld(jacobian, rate);
  }

  /** Conduction through the face between two cells. */
  private void face(int a, int b, double[] rate, DMatrixSparseTriplet jacobian) {
    boolean same = model.materialOf(a).curve().equals(model.materialOf(b).curve());
    double ka = conductivity[a];
    double kb = conductivity[b];
    // between two curves the conductivity's own change is left out of the derivative
    double k = 2 * ka * kb / (ka + kb);
    double flux =
        perSquare * (same ? integral[b] - integral[a] : k * (temperature[b] - temperature[a]));
    double byA = perSquare * (same ? slopeQ[a] : k * slopeT[a]);
    double byB = perSquare * (same ? slopeQ[b] : k * slopeT[b]);
    rate[a] += flux;
    rate[b] -= flux;
    jacobian.addItem(a, a, -byA);
    jacobian.addItem(a, b, byB);
    jacobian.addItem(b, a, byA);
    jacobian.addItem(b, b, -byB);
  }

  private void blood(int c, double h, double[] rate, DMatrixSparseTriplet jacobian) {
    if (alive[c]) {
      var law = model.materialOf(c).perfusion();
      rate[c] += law.heat(h) + law.metabolism();
      jacobian.addItem(c, c, (law.heat(h + NUDGE) - law.heat(h - NUDGE)) / (2 * NUDGE));
    }
  }

  private void needles(double[] walls, double[] rate, DMatrixSparseTriplet jacobian) {
    for (int n = 0; n < walls.length; n++) {
      if (!Double.isNaN(walls[n])) {
        NeedleCells needle = model.needles().get(n);
        for (int i = 0; i < needle.cells().length; i++) {
          int c = needle.cells()[i];
          double g = needle.conductance()[i];
          rate[c] += g * (integralAt(c, walls[n]) - integral[c]);
          jacobian.addItem(c, c, -g * slopeQ[c]);
        }
      }
    }
  }

  private double integralAt(int cell, double kelvin) {
    EnthalpyCurve curve = model.materialOf(cell).curve();
    return curve.integral(curve.enthalpy(kelvin));
  }

  /** Held cells do not change, whatever flows into them. */
  private DMatrixSparseTriplet withoutHeld(DMatrixSparseTriplet jacobian, double[] rate) {
    for (int c = 0; c < cells; c++) {
      rate[c] = model.materialOf(c).held() ? 0 : rate[c];
    }
    for (int n = 0; n < jacobian.nz_length; n++) {
      if (model.materialOf(jacobian.nz_rowcol.data[2 * n]).held()) {
        jacobian.nz_value.data[n] = 0;
      }
    }
    return jacobian;
  }
}
