package org.iceball.validation.exact;

/**
 * The slowest mode of a perfused cube whose faces are held at the tissue's resting temperature: a
 * product of three sines that keeps its shape and decays (Carslaw and Jaeger 1959, chapter VI).
 *
 * @param tissue perfused tissue
 * @param side of the cube [m]
 * @param amplitude rise at the centre at time zero [K]
 */
public record BoxMode(PerfusedMedium tissue, double side, double amplitude) {
  public BoxMode {
    Require.positive("side", side);
  }

  /** Rate of decay [1/s]. */
  public double decayRate() {
    double wave = Math.PI / side;
    return 3 * wave * wave * tissue.material().diffusivity() + tissue.rate();
  }

  /** What is left of the amplitude [1] at time t [s]. */
  public double decay(double t) {
    return Math.exp(-decayRate() * t);
  }

  /** Temperature [K] at (x, y, z), each from 0 to the side [m], and time t [s]. */
  public double temperature(double x, double y, double z, double t) {
    double wave = Math.PI / side;
    return tissue.restTemperature()
        + amplitude * Math.sin(wave * x) * Math.sin(wave * y) * Math.sin(wave * z) * decay(t);
  }
}
