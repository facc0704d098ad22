package org.iceball.validation.exact;

/**
 * Freezing round a line that takes a constant heat in an endless medium (Paterson, Proc. Glasgow
 * Math. Assoc. 1:42, 1952; Carslaw and Jaeger 1959, section 11.6). The front moves as s = 2 lambda
 * sqrt(alpha_f t); the temperature falls without bound towards the line.
 */
public final class PatersonLineSink {
  private final Material frozen;
  private final Material unfrozen;
  private final double sink;
  private final double freezing;
  private final double initial;
  private final double lambda;

  /**
   * @param frozen constant properties of the ice
   * @param unfrozen constant properties ahead of the front
   * @param latentHeat [J/m3]
   * @param sink heat taken by each metre of the line [W/m]
   * @param freezing freezing point [K]
   * @param initial temperature at the start and far away [K]
   */
  public PatersonLineSink(
      Material frozen,
      Material unfrozen,
      double latentHeat,
      double sink,
      double freezing,
      double initial) {
    Require.rising("freezing and initial temperature", freezing, initial);
    Require.positive("latent heat", latentHeat);
    Require.positive("sink", sink);
    this.frozen = frozen;
    this.unfrozen = unfrozen;
    this.sink = sink;
    this.freezing = freezing;
    this.initial = initial;
    double ratio = frozen.diffusivity() / unfrozen.diffusivity();
    double warmSide = unfrozen.conductivity() * (initial - freezing);
    double latent = frozen.diffusivity() * latentHeat;
    // Solved for lambda^2: both sides are smooth there, and the scaled E1 cannot underflow.
    double square =
        Roots.above(
            y ->
                sink / (4 * Math.PI) * Math.exp(-y)
                    - warmSide / ExponentialIntegral.e1Scaled(y * ratio)
                    - y * latent,
            0,
            1e-3);
    this.lambda = Math.sqrt(square);
  }

  /** The growth constant lambda [1]. */
  public double lambda() {
    return lambda;
  }

  /** Radius of the front [m] at time t [s]. */
  public double front(double t) {
    return 2 * lambda * Math.sqrt(frozen.diffusivity() * t);
  }

  /** Temperature [K] at distance r above zero [m] from the line and time t above zero [s]. */
  public double temperature(double r, double t) {
    double square = lambda * lambda;
    if (r < front(t)) {
      double scaled = r * r / (4 * frozen.diffusivity() * t);
      return freezing
          + sink
              / (4 * Math.PI * frozen.conductivity())
              * (ExponentialIntegral.e1(square) - ExponentialIntegral.e1(scaled));
    }
    double ratio = frozen.diffusivity() / unfrozen.diffusivity();
    double scaled = r * r / (4 * unfrozen.diffusivity() * t);
    return initial
        - (initial - freezing)
            * ExponentialIntegral.e1(scaled)
            / ExponentialIntegral.e1(square * ratio);
  }

  /**
   * Heat [W/m] that flows inwards through the cylinder of radius r [m] at time t above zero [s].
   */
  public double heat(double r, double t) {
    if (r < front(t)) {
      return sink * Math.exp(-r * r / (4 * frozen.diffusivity() * t));
    }
    double square = lambda * lambda * frozen.diffusivity() / unfrozen.diffusivity();
    double scaled = r * r / (4 * unfrozen.diffusivity() * t);
    return 4
        * Math.PI
        * unfrozen.conductivity()
        * (initial - freezing)
        * Math.exp(square - scaled)
        / ExponentialIntegral.e1Scaled(square);
  }
}
