package org.iceball.validation.oracle;

/** The tissue round the needle at one moment. Immutable. */
public final class RadialState {
  private final double time;
  private final RadialGrid grid;
  private final ThermalTable table;
  private final double[] temperature;
  private final double[] integral;
  private final double[] coldestIntegral;
  private final double wallTemperature;
  private final double coldestWallTemperature;
  private final double stasis;
  private final RadialEnergy energy;

  RadialState(
      double time,
      RadialGrid grid,
      ThermalTable table,
      double stasis,
      double[] temperature,
      double[] coldest,
      double wallTemperature,
      double coldestWallTemperature,
      RadialEnergy energy) {
    this.time = time;
    this.grid = grid;
    this.table = table;
    this.stasis = stasis;
    this.temperature = temperature.clone();
    this.integral = integrals(table, temperature);
    this.coldestIntegral = integrals(table, coldest);
    this.wallTemperature = wallTemperature;
    this.coldestWallTemperature = coldestWallTemperature;
    this.energy = energy;
  }

  private static double[] integrals(ThermalTable table, double[] temperatures) {
    double[] result = new double[temperatures.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = table.integral(temperatures[i]);
    }
    return result;
  }

  /** Time since the start of the schedule [s]. */
  public double time() {
    return time;
  }

  /** Outermost radius [m] that is not warmer than a temperature [K]; zero where there is none. */
  public double radius(double isotherm) {
    return grid.outermost(integral, table.integral(wallTemperature), table.integral(isotherm));
  }

  /** Outermost radius [m] that has been no warmer than a temperature [K]; zero: none. */
  public double radiusEverReached(double isotherm) {
    return grid.outermost(
        coldestIntegral, table.integral(coldestWallTemperature), table.integral(isotherm));
  }

  /** Radius of the liquidus, the iceball's edge [m]; zero where there is no ice. */
  public double liquidusRadius() {
    // the conductivity integral is zero at the liquidus
    return grid.outermost(integral, table.integral(wallTemperature), 0);
  }

  /** Radius up to which tissue has been frozen, and blood doesn't flow [m]. */
  public double stasisRadius() {
    return stasis;
  }

  /** Temperature of the needle's wall [K]. */
  public double wallTemperature() {
    return wallTemperature;
  }

  /** Temperature [K] at a radius from the needle's wall to the outer one [m]. */
  public double temperature(double radius) {
    int above = 0;
    while (above < grid.cells && grid.centres[above] < radius) {
      above++;
    }
    if (above == grid.cells) {
      return temperature[above - 1];
    }
    double inner = above == 0 ? grid.walls[0] : grid.centres[above - 1];
    double cold = above == 0 ? wallTemperature : temperature[above - 1];
    double share = Math.log(radius / inner) / Math.log(grid.centres[above] / inner);
    return cold + share * (temperature[above] - cold);
  }

  /** Radii of the cells' centres, a copy [m]. */
  public double[] radii() {
    return grid.centres.clone();
  }

  /** Temperatures of the cells, a copy [K]. */
  public double[] temperatures() {
    return temperature.clone();
  }

  /** Where the heat went since the start. */
  public RadialEnergy energy() {
    return energy;
  }
}
