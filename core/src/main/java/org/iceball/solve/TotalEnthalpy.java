package org.iceball.solve;

import org.iceball.grid.Grid;

/** The enthalpy of all cells of a backend. */
public final class TotalEnthalpy {
  private TotalEnthalpy() {}

  /** Its sum [J], plane by plane, in a fixed order with compensation. */
  public static double of(Backend backend, Grid grid) {
    double[] plane = new double[grid.nx() * grid.ny()];
    CompensatedSum total = new CompensatedSum();
    for (int k = 0; k < grid.nz(); k++) {
      backend.readEnthalpy(k, plane);
      CompensatedSum sum = new CompensatedSum();
      for (double v : plane) {
        sum.add(v);
      }
      total.add(sum.value());
    }
    return total.value() * grid.cellVolume();
  }
}
