package org.iceball.model;

import org.iceball.tissue.Tissue.Blood;

/**
 * Heat transfer between flowing blood and the wall of its vessel: laminar flow whose temperature
 * profile is still developing. The entry length of a vein is longer than the liver (Peclet number
 * of 10,000), so the fully developed Nusselt number would be several times too small.
 */
public final class BloodFilm {
  /** Conductivity of blood, IT'IS v4 [W/(m K)]. */
  public static final double CONDUCTIVITY = 0.52;

  /** Nusselt number far downstream with a wall at constant temperature (Graetz 1883) [1]. */
  public static final double DEVELOPED = 3.66;

  private BloodFilm() {}

  /**
   * Mean Nusselt number [1] over the first stretch of a cooled vessel (Hausen, Z. VDI Beih.
   * Verfahrenstechnik 4 (1943) 91; Incropera, Fundamentals of Heat and Mass Transfer, chapter 8).
   *
   * @param diameter of the lumen [m]
   * @param velocity mean over the lumen [m/s]
   * @param length from where the wall begins to be cooled [m]
   */
  public static double meanNusselt(double diameter, double velocity, double length) {
    double graetz = velocity * diameter * diameter * Blood.HEAT_CAPACITY / (CONDUCTIVITY * length);
    return DEVELOPED + 0.0668 * graetz / (1 + 0.04 * StrictMath.cbrt(graetz * graetz));
  }

  /**
   * Mean heat transfer coefficient [W/(m2 K)] of the stretch between two distances from where the
   * wall begins to be cooled. The stretches of a vessel add up to its mean.
   *
   * @param diameter of the lumen [m]
   * @param velocity mean over the lumen [m/s]
   * @param from first distance [m]
   * @param to second one, greater [m]
   */
  public static double coefficient(double diameter, double velocity, double from, double to) {
    double before = from > 0 ? from * meanNusselt(diameter, velocity, from) : 0;
    double nusselt = (to * meanNusselt(diameter, velocity, to) - before) / (to - from);
    return nusselt * CONDUCTIVITY / diameter;
  }
}
