package org.iceball.device;

/**
 * What an RF generator holds while its electrodes heat, and what stops it. All electrodes of a case
 * hang on one generator and are at one potential.
 *
 * @param mode what is held
 * @param setting the value held [V], [A], [W] or [K], as the mode says
 * @param mostPower [W]; infinite where nothing limits it
 * @param mostCurrent root mean square [A]; infinite where nothing limits it
 * @param mostVoltage root mean square [V]; infinite where nothing limits it
 * @param hold time at the target temperature after which the power is cut [s]; infinite to keep it
 *     until the protocol ends
 * @param rollOff rise of the impedance over its lowest value at which the generator reacts [ohm];
 *     infinite where it does not
 * @param pause how long it then pauses [s]; infinite to stop for good
 * @param setback part of the setting with which it goes on after a pause [1]
 * @param ground where the current leaves
 * @param pad resistance of everything beyond the box: the rest of the body, pad and leads [ohm]
 */
public record Generator(
    Mode mode,
    double setting,
    double mostPower,
    double mostCurrent,
    double mostVoltage,
    double hold,
    double rollOff,
    double pause,
    double setback,
    Ground ground,
    double pad) {

  /** What a generator holds. */
  public enum Mode {
    VOLTAGE,
    CURRENT,
    POWER,
    /** Temperature of the electrode's metal, by its power. */
    TEMPERATURE
  }

  /** Where the current leaves the box. */
  public enum Ground {
    /** The tissue goes on outside the box for ever; the pad is far away. */
    FAR,
    /** All outer faces are at 0 V. */
    FACES,
    LEFT,
    RIGHT,
    POSTERIOR,
    ANTERIOR,
    INFERIOR,
    SUPERIOR
  }

  /** A generator without limits, roll-off or pad resistance, its ground far away. */
  public static Generator of(Mode mode, double setting) {
    double none = Double.POSITIVE_INFINITY;
    return new Generator(mode, setting, none, none, none, none, none, none, 1, Ground.FAR, 0);
  }
}
