package org.iceball.solve;

import java.util.List;

/**
 * The state of the treatment at a moment.
 *
 * @param time since the start [s]
 * @param needleHeat heat each needle takes out of the tissue, averaged since the row before [W]
 * @param wallTemperature of each needle [K]; NaN while it is passive
 * @param iceVolume tissue now colder than the liquidus of the warmest threshold [m3]
 * @param lethalVolume tissue that has ever been colder than the lethal threshold [m3]
 * @param covered fraction of the target that has ever been colder than it [1]; NaN without target
 * @param iceVolumeError half-width of the numerical error bar on {@code iceVolume} [m3], NaN where
 *     not known
 * @param lethalVolumeError the same for {@code lethalVolume} [m3]
 * @param coveredError the same for {@code covered} [1]
 * @param current what the generator shows; null where no electrode heats
 */
public record HistoryRow(
    double time,
    List<Double> needleHeat,
    List<Double> wallTemperature,
    double iceVolume,
    double lethalVolume,
    double covered,
    double iceVolumeError,
    double lethalVolumeError,
    double coveredError,
    CurrentReading current) {

  /** Without error bars. */
  public HistoryRow(
      double time,
      List<Double> needleHeat,
      List<Double> wallTemperature,
      double iceVolume,
      double lethalVolume,
      double covered) {
    this(
        time,
        needleHeat,
        wallTemperature,
        iceVolume,
        lethalVolume,
        covered,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        null);
  }

  /** The same with these error bars: on ice and lethal volume [m3] and on the coverage [1]. */
  public HistoryRow withErrors(double ofIce, double ofLethal, double ofCovered) {
    return new HistoryRow(
        time,
        needleHeat,
        wallTemperature,
        iceVolume,
        lethalVolume,
        covered,
        ofIce,
        ofLethal,
        ofCovered,
        current);
  }

  /** The same with what the generator shows. */
  public HistoryRow withCurrent(CurrentReading reading) {
    return new HistoryRow(
        time,
        needleHeat,
        wallTemperature,
        iceVolume,
        lethalVolume,
        covered,
        iceVolumeError,
        lethalVolumeError,
        coveredError,
        reading);
  }
}
