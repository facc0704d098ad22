package org.iceball.solve;

import java.util.ArrayList;
import java.util.List;
import org.iceball.device.Generator;
import org.iceball.state.Kept;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;

/**
 * What the generator makes of what it sees: from the impedance and the temperature of the metal to
 * a voltage. Holds state: its clock, its pauses, and the power that it arrived at.
 */
final class GeneratorControl implements Kept {
  /** Metal colder than its target by this much gets all the power there is [K]. */
  private static final double BAND = 20;

  /** Time in which a lasting difference of {@link #BAND} moves the power from none to most [s]. */
  private static final double INTEGRAL_TIME = 60;

  /** The target counts as reached this close to it [K]. */
  private static final double REACHED = 1;

  private final Generator settings;
  private final List<Double> rollOffs = new ArrayList<>();
  private double baseline = Double.NaN;
  private double pausedUntil = Double.NEGATIVE_INFINITY;
  private double part = 1;
  private double asked;
  private double difference = Double.NaN;
  private double reachedAt = Double.NaN;

  GeneratorControl(Generator settings) {
    this.settings = settings;
  }

  /**
   * The voltage from now on, between electrodes and ground, without that over the pad [V].
   *
   * @param time now [s]
   * @param step time since this was asked last [s]
   * @param conductance of the tissue [S]
   * @param temperature of the electrodes' metal [K]
   */
  double voltage(double time, double step, double conductance, double temperature) {
    double impedance = 1 / conductance + settings.pad();
    if (isPaused(time)) {
      return 0;
    }
    baseline = Double.isNaN(baseline) ? impedance : baseline;
    if (impedance > baseline + settings.rollOff()) {
      rollOffs.add(time);
      pausedUntil = time + settings.pause();
      part *= settings.setback();
      return 0;
    }
    double current =
        switch (settings.mode()) {
          case VOLTAGE -> part * settings.setting() / impedance;
          case CURRENT -> part * settings.setting();
          case POWER -> Math.sqrt(part * settings.setting() / impedance);
          case TEMPERATURE -> Math.sqrt(power(time, step, temperature) / impedance);
        };
    current = Math.min(current, settings.mostCurrent());
    current = Math.min(current, settings.mostVoltage() / impedance);
    current = Math.min(current, Math.sqrt(settings.mostPower() / impedance));
    return current / conductance;
  }

  /** Whether it waits for the end of a pause at a time [s]. */
  boolean isPaused(double time) {
    return time < pausedUntil - 1e-9;
  }

  /** Proportional to the difference and its integral, in the form that can't wind up. */
  private double power(double time, double step, double temperature) {
    double missing = (settings.setting() - temperature) / BAND;
    if (settings.setting() - temperature < REACHED && Double.isNaN(reachedAt)) {
      reachedAt = time;
    }
    if (time >= reachedAt + settings.hold()) {
      return 0;
    }
    double most = settings.mostPower();
    double change = Double.isNaN(difference) ? 1 : missing - difference;
    asked += most * (change + missing * step / INTEGRAL_TIME);
    asked = Math.min(most, Math.max(0, asked));
    difference = missing;
    return part * (missing >= 1 ? most : asked);
  }

  /** Times at which the impedance rolled off [s]. */
  List<Double> rollOffs() {
    return List.copyOf(rollOffs);
  }

  /** When the target temperature was reached [s]; NaN where it was not. */
  double reachedAt() {
    return reachedAt;
  }

  @Override
  public void save(StateOut out) {
    out.whole(rollOffs.size());
    rollOffs.forEach(out::number);
    out.number(baseline);
    out.number(pausedUntil);
    out.number(part);
    out.number(asked);
    out.number(difference);
    out.number(reachedAt);
  }

  @Override
  public void restore(StateIn in) {
    rollOffs.clear();
    int many = in.whole(0, HistoryRow.MOST);
    for (int n = 0; n < many; n++) {
      rollOffs.add(in.number());
    }
    baseline = in.number();
    pausedUntil = in.number();
    part = in.number();
    asked = in.number();
    difference = in.number();
    reachedAt = in.number();
  }
}
