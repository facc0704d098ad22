package org.iceball.injury;

import java.util.List;

/**
 * The tissue colder than a threshold.
 *
 * @param name for people, for example {@code iceball 0 degC}
 * @param threshold the isotherm that bounds it [K]
 * @param volume from interpolated isotherms, not from counted cells [m3]
 * @param axes lengths of the zone along its three principal axes, longest first [m]; zeros where it
 *     is empty
 * @param volumeError half-width of the numerical error bar on the volume [m3], NaN where not known
 * @param axesErrors the same for each of the axes [m]; empty where not known
 */
public record Zone(
    String name,
    double threshold,
    double volume,
    List<Double> axes,
    double volumeError,
    List<Double> axesErrors) {

  /** The same with these error bars: on the volume [m3] and on each of the axes [m]. */
  public Zone withErrors(double ofVolume, List<Double> ofAxes) {
    return new Zone(name, threshold, volume, axes, ofVolume, ofAxes);
  }
}
