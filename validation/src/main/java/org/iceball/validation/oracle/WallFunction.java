package org.iceball.validation.oracle;

import java.util.function.DoubleUnaryOperator;

/**
 * The wall during one phase.
 *
 * @param held whether the function is the wall's temperature [K]; else it is the heat taken [W/m]
 * @param function of the time since the phase began [s]
 */
record WallFunction(boolean held, DoubleUnaryOperator function) {

  /** Temperature [K] or heat [W/m] at a time since the phase began [s]. */
  double value(double since) {
    return function.applyAsDouble(since);
  }

  /** What a wall does that has a temperature [K] when the phase begins. */
  static WallFunction of(Wall wall, double startTemperature) {
    if (wall instanceof Wall.Held held) {
      return new WallFunction(true, held.temperature());
    }
    if (wall instanceof Wall.Settling settling) {
      double end = settling.temperature();
      double tau = settling.timeConstant();
      double start = tau > 0 ? startTemperature - end : 0;
      return new WallFunction(true, t -> end + start * Math.exp(-t / Math.max(tau, 1e-300)));
    }
    return new WallFunction(false, ((Wall.Drawing) wall).heat());
  }
}
