package org.iceball.validation.oracle;

import java.util.Arrays;

/**
 * The rings' temperatures in time. One instance is one run; it alone is mutable.
 *
 * <p>Time: the two-stage, second-order, L-stable diagonally implicit Runge-Kutta method (Alexander,
 * SIAM J. Numer. Anal. 14:1006, 1977). Each stage solves V H(T) = known + a (conduction + blood +
 * metabolism) by Newton's method with a tridiagonal matrix. A correction that would leap over the
 * solidus or the liquidus stops just behind it, for the heat capacity jumps there.
 *
 * <p>Tissue freezes from the needle outwards, so where blood has stopped is one number: the largest
 * radius of the liquidus so far. A cell across it is perfused in part. A stage extrapolates that
 * radius from the two steps before.
 */
final class RadialSolver {
  private static final double GAMMA = 1 - Math.sqrt(0.5);
  private static final int ITERATIONS = 40;
  private static final double CONVERGED = 1e-7;

  private final RadialTissue tissue;
  private final RadialGrid grid;
  private final ThermalTable table;
  private final double outerIntegral;

  private final double[] temperature;
  private final double[] coldest;
  private double wallTemperature;
  private double coldestWall;
  private double stasis;
  private double front;
  private double frontSpeed;
  private RadialEnergy energy = RadialEnergy.NONE;

  // scratch
  private final double[] guess;
  private final double[] known;
  private final double[] old;
  private final double[] enthalpy;
  private final double[] capacity;
  private final double[] integral;
  private final double[] conductivity;
  private final double[] perfused;
  private final double[] right;
  private final double[] upper;
  private double guessWall;
  private RadialEnergy rates = RadialEnergy.NONE;

  RadialSolver(RadialTissue tissue, RadialGrid grid) {
    this.tissue = tissue;
    this.grid = grid;
    this.table = new ThermalTable(tissue);
    this.outerIntegral = table.integral(tissue.bodyTemperature());
    int n = grid.cells;
    temperature = new double[n];
    Arrays.fill(temperature, tissue.bodyTemperature());
    coldest = temperature.clone();
    wallTemperature = tissue.bodyTemperature();
    coldestWall = wallTemperature;
    guess = new double[n];
    known = new double[n];
    old = new double[n];
    enthalpy = new double[n];
    capacity = new double[n];
    integral = new double[n];
    conductivity = new double[n];
    perfused = new double[n];
    right = new double[n];
    upper = new double[n];
  }

  double wallTemperature() {
    return wallTemperature;
  }

  RadialState state(double time) {
    return new RadialState(
        time, grid, table, stasis, temperature, coldest, wallTemperature, coldestWall, energy);
  }

  /**
   * Advances by one step.
   *
   * @param wall what the wall does
   * @param since time since the phase began, before the step [s]
   * @param step [s]
   * @return whether Newton's method converged; nothing has changed where it didn't
   */
  boolean advance(WallFunction wall, double since, double step) {
    double a = GAMMA * step;
    System.arraycopy(temperature, 0, guess, 0, grid.cells);
    table.fill(guess, enthalpy, capacity, integral, conductivity);
    for (int i = 0; i < grid.cells; i++) {
      old[i] = enthalpy[i];
      known[i] = enthalpy[i];
    }
    if (!solve(wall, since + a, a, stasisAfter(a))) {
      return false;
    }
    RadialEnergy early = rates;
    for (int i = 0; i < grid.cells; i++) {
      known[i] = old[i] + (1 - GAMMA) / GAMMA * (enthalpy[i] - old[i]);
    }
    if (!solve(wall, since + step, a, stasisAfter(step))) {
      return false;
    }
    book(early, step - a, rates, a);
    System.arraycopy(guess, 0, temperature, 0, grid.cells);
    for (int i = 0; i < grid.cells; i++) {
      coldest[i] = Math.min(coldest[i], temperature[i]);
    }
    wallTemperature = guessWall;
    coldestWall = Math.min(coldestWall, wallTemperature);
    double now = grid.outermost(integral, table.integral(wallTemperature), 0);
    frontSpeed = front > 0 && now > 0 ? (now - front) / step : 0;
    front = now;
    stasis = Math.max(stasis, now);
    return true;
  }

  /** A new phase: the front's speed so far tells nothing about what comes. */
  void beginPhase() {
    frontSpeed = 0;
  }

  private double stasisAfter(double time) {
    return Math.max(stasis, front + frontSpeed * time);
  }

  /** Newton's method for one stage; leaves temperatures in {@code guess}, and the heat rates. */
  private boolean solve(WallFunction wall, double since, double a, double stasisRadius) {
    grid.shareBeyond(stasisRadius, perfused);
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      table.fill(guess, enthalpy, capacity, integral, conductivity);
      double wallConductance = wall.held() ? grid.conductances[0] : 0;
      double wallIntegral = wall.held() ? table.integral(wall.value(since)) : 0;
      double drawn = wall.held() ? 0 : wall.value(since) / (2 * Math.PI);
      double largest = correct(a, wallConductance, wallIntegral, drawn);
      if (largest < CONVERGED) {
        table.fill(guess, enthalpy, capacity, integral, conductivity);
        finish(wall, since);
        return true;
      }
    }
    return false;
  }

  /** One correction of {@code guess}; the largest change [K] is returned. */
  private double correct(double a, double wallConductance, double wallIntegral, double drawn) {
    int n = grid.cells;
    double[] g = grid.conductances;
    double blood = tissue.perfusion();
    double inflow = wallConductance * (integral[0] - wallIntegral) + drawn;
    double below = wallConductance;
    for (int i = 0; i < n; i++) {
      double above = g[i + 1];
      double next = i + 1 < n ? integral[i + 1] : outerIntegral;
      double outflow = above * (next - integral[i]);
      double volume = grid.volumes[i];
      double source =
          volume
              * (blood * perfused[i] * (tissue.bodyTemperature() - guess[i])
                  + tissue.metabolicHeat());
      double residual = volume * (known[i] - enthalpy[i]) + a * (outflow - inflow + source);
      double diagonal =
          volume * (capacity[i] + a * blood * perfused[i]) + a * (above + below) * conductivity[i];
      // forward elimination
      double lower = i == 0 ? 0 : -a * below * conductivity[i - 1];
      double pivot = diagonal - (i == 0 ? 0 : lower * upper[i - 1]);
      upper[i] = i + 1 < n ? -a * above * conductivity[i + 1] / pivot : 0;
      right[i] = (residual - (i == 0 ? 0 : lower * right[i - 1])) / pivot;
      inflow = outflow;
      below = above;
    }
    double largest = 0;
    double change = 0;
    for (int i = n - 1; i >= 0; i--) {
      change = right[i] - upper[i] * change;
      double corrected = guarded(guess[i], guess[i] + change);
      largest = Math.max(largest, Math.abs(corrected - guess[i]));
      guess[i] = corrected;
    }
    return Double.isNaN(change) ? Double.NaN : largest;
  }

  /** Stops a correction just behind the kink that it would leap over from the steep side. */
  private double guarded(double from, double to) {
    double hair = 1e-7;
    if (from > tissue.liquidus() && to < tissue.liquidus() - hair) {
      return tissue.liquidus() - hair;
    }
    if (from < tissue.solidus() && to > tissue.solidus() + hair) {
      return tissue.solidus() + hair;
    }
    return to;
  }

  /** The wall's temperature and the rates of heat at the end of a stage. */
  private void finish(WallFunction wall, double since) {
    int n = grid.cells;
    double taken;
    if (wall.held()) {
      guessWall = wall.value(since);
      taken = grid.conductances[0] * (integral[0] - table.integral(guessWall));
    } else {
      taken = wall.value(since) / (2 * Math.PI);
      guessWall = guess[0] - taken / (grid.conductances[0] * conductivity[0]);
    }
    double blood = 0;
    double volume = 0;
    for (int i = 0; i < n; i++) {
      blood +=
          grid.volumes[i]
              * tissue.perfusion()
              * perfused[i]
              * (tissue.bodyTemperature() - guess[i]);
      volume += grid.volumes[i];
    }
    double boundary = grid.conductances[n] * (outerIntegral - integral[n - 1]);
    rates = new RadialEnergy(taken, blood, volume * tissue.metabolicHeat(), boundary, 0);
  }

  private void book(RadialEnergy early, double first, RadialEnergy late, double second) {
    double stored = 0;
    for (int i = 0; i < grid.cells; i++) {
      stored += grid.volumes[i] * (enthalpy[i] - old[i]);
    }
    double turn = 2 * Math.PI;
    energy =
        new RadialEnergy(
            energy.needle() + turn * (first * early.needle() + second * late.needle()),
            energy.blood() + turn * (first * early.blood() + second * late.blood()),
            energy.metabolism() + turn * (first + second) * late.metabolism(),
            energy.boundary() + turn * (first * early.boundary() + second * late.boundary()),
            energy.stored() + turn * stored);
  }
}
