package org.iceball.injury;

import java.util.Arrays;
import org.iceball.grid.Grid;
import org.iceball.grid.Threads;

/** The zone below a threshold, for who looks again and again at a few rows of a large grid. */
public final class ColdZone {
  private final Grid grid;
  private final Threads threads;
  private final float[] fraction;
  private Rows filled = Rows.NONE;

  /**
   * @param grid of the cells
   * @param threads share the planes
   */
  public ColdZone(Grid grid, Threads threads) {
    this.grid = grid;
    this.threads = threads;
    fraction = new float[grid.cells()];
  }

  /**
   * Looks at it as it is now.
   *
   * @param temperature [K], shape [cells]; not modified
   * @param threshold [K]
   * @param rows no cell outside them is colder
   * @return its volume [m3]
   */
  public double look(float[] temperature, double threshold, Rows rows) {
    for (int k = filled.k0(); k < filled.k1(); k++) {
      Arrays.fill(fraction, start(k, filled.j0()), start(k, filled.j1()), 0);
    }
    filled = ColdFraction.of(grid, temperature, threshold, fraction, rows, threads);
    double sum = 0;
    for (int k = filled.k0(); k < filled.k1(); k++) {
      sum += ZoneMetrics.sum(fraction, start(k, filled.j0()), start(k, filled.j1()));
    }
    return sum * grid.cellVolume();
  }

  private int start(int k, int j) {
    return grid.nx() * (j + grid.ny() * k);
  }

  /** The rows outside which no cell has a part in it. */
  Rows rows() {
    return filled;
  }

  /** Part of each cell in the zone at the last look [1], shape [cells]; changes with the next. */
  public float[] fraction() {
    return fraction;
  }
}
