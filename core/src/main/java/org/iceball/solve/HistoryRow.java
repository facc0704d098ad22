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
 */
public record HistoryRow(
    double time,
    List<Double> needleHeat,
    List<Double> wallTemperature,
    double iceVolume,
    double lethalVolume,
    double covered) {}
