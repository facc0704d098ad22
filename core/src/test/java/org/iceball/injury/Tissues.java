package org.iceball.injury;

import java.util.List;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.solve.Cases;
import org.iceball.tissue.EnthalpyCurve;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.ThermalLaw;

/** Liver whose temperature a test sets, cell by cell, so that laws can be shown any history. */
final class Tissues {
  static final EnthalpyCurve LIVER =
      new EnthalpyCurve(ThermalLaw.of(Cases.liver(0.016, FrozenLaw.CONSTANT)));
  static final TissueCurves CURVES = new TissueCurves(List.of(LIVER));

  private final Grid grid;
  private final double[] enthalpy;
  private final InjuryMemory memory;
  private final Span shown;
  private double time;

  /** A grid at 37 degC. */
  Tissues(int nx, int ny, int nz, InjuryLaw... laws) {
    grid = new Grid(nx, ny, nz, 1e-3, Vec3.ZERO);
    enthalpy = new double[grid.cells()];
    double start = LIVER.enthalpy(310.15);
    java.util.Arrays.fill(enthalpy, start);
    shown = Span.all(grid);
    memory =
        new InjuryMemory(
            shown, new byte[grid.cells()], CURVES, new double[] {start}, List.of(laws));
  }

  /** A few cells, looked at from the first. */
  static Tissues one(InjuryLaw... laws) {
    Tissues few = new Tissues(5, 5, 5, laws);
    few.memory.expect(java.util.stream.IntStream.range(0, 125).toArray());
    return few;
  }

  Tissues set(int cell, double celsius) {
    enthalpy[cell] = LIVER.enthalpy(celsius + 273.15);
    return this;
  }

  Tissues setAll(double celsius) {
    java.util.Arrays.fill(enthalpy, LIVER.enthalpy(celsius + 273.15));
    return this;
  }

  double[] enthalpies() {
    return enthalpy;
  }

  /** Lets time pass, then looks. */
  Tissues look(double seconds) {
    time += seconds;
    memory.look(
        time,
        new InjuryMemory.Planes() {
          @Override
          public Span shown() {
            return shown;
          }

          @Override
          public void read(int k, int j0, int j1, double[] into) {
            int nx = grid.nx();
            System.arraycopy(enthalpy, grid.index(0, j0, k), into, nx * j0, nx * (j1 - j0));
          }
        });
    return this;
  }

  InjuryMemory memory() {
    return memory;
  }

  Grid grid() {
    return grid;
  }

  /** A number that a law remembers of a cell of the grid. */
  double value(InjuryLaw law, int array, int cell) {
    int at = memory.box().at(cell);
    CellMemory m = memory.of(law);
    return at < 0 ? m.initial(array) : m.values(array)[at];
  }

  /** Part of a cell that is dead by a law. */
  double dead(InjuryLaw law, int cell, float[] lowest) {
    Evidence evidence = new Evidence(Span.all(grid), lowest, memory);
    return evidence.dead(law)[cell];
  }
}
