package org.iceball.validation.oracle;

import java.util.function.DoubleUnaryOperator;

/** What the needle's wall does during a phase. */
public sealed interface Wall {

  /**
   * The wall has a given temperature.
   *
   * @param temperature [K] as function of the time since the phase began [s]
   */
  record Held(DoubleUnaryOperator temperature) implements Wall {}

  /**
   * The wall goes from the temperature it has towards another one, exponentially.
   *
   * @param temperature that it settles at [K]
   * @param timeConstant in which 63 % of the way is gone; zero is at once [s]
   */
  record Settling(double temperature, double timeConstant) implements Wall {}

  /**
   * The needle takes a given heat; negative where it warms.
   *
   * @param heat [W/m] as function of the time since the phase began [s]
   */
  record Drawing(DoubleUnaryOperator heat) implements Wall {}

  /** A wall held at one temperature [K]. */
  static Wall at(double temperature) {
    return new Held(t -> temperature);
  }

  /** A wall that lets no heat through, as in a passive thaw. */
  static Wall insulated() {
    return new Drawing(t -> 0);
  }
}
