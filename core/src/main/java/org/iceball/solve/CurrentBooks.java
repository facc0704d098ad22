package org.iceball.solve;

import java.util.List;

/** Adds up what a generator gave. Holds state: its sums. */
final class CurrentBooks {
  private final CompensatedSum energy = new CompensatedSum();
  private final CompensatedSum inBlood = new CompensatedSum();
  private final CompensatedSum beyond = new CompensatedSum();
  private double mostPower;
  private double mostCurrent;
  private double first = Double.NaN;
  private double least = Double.POSITIVE_INFINITY;
  private double last = Double.NaN;
  private double secondsOn;
  private double rowTime;
  private double rowEnergy;
  private double rowCurrent;
  private double rowVoltage;

  /**
   * Books a step.
   *
   * @param tau its length [s]
   * @param current [A]
   * @param impedance of all that the current passes [ohm]
   * @param blood heat of the current in held lumina [W]
   * @param outside heat of the current outside the box [W]
   */
  void book(double tau, double current, double impedance, double blood, double outside) {
    double power = current * current * impedance;
    energy.add(tau * power);
    inBlood.add(tau * blood);
    beyond.add(tau * outside);
    rowTime += tau;
    rowEnergy += tau * power;
    rowCurrent += tau * current * current;
    rowVoltage += tau * current * impedance * current * impedance;
    if (current > 0) {
      secondsOn += tau;
      mostPower = Math.max(mostPower, power);
      mostCurrent = Math.max(mostCurrent, current);
      first = Double.isNaN(first) ? impedance : first;
      least = Math.min(least, impedance);
      last = impedance;
    }
  }

  /** What the generator shows; the next row begins here. */
  CurrentReading reading(double impedance, double metal) {
    double t = rowTime > 0 ? rowTime : 1;
    CurrentReading row =
        new CurrentReading(
            rowEnergy / t, Math.sqrt(rowCurrent / t), Math.sqrt(rowVoltage / t), impedance, metal);
    rowTime = 0;
    rowEnergy = 0;
    rowCurrent = 0;
    rowVoltage = 0;
    return row;
  }

  CurrentReport report(
      double inTissue, List<Double> rollOffs, double reachedAt, int solves, long iterations) {
    return new CurrentReport(
        energy.value(),
        inTissue,
        inBlood.value(),
        beyond.value(),
        mostPower,
        mostCurrent,
        first,
        least,
        last,
        rollOffs,
        reachedAt,
        secondsOn,
        solves,
        iterations);
  }
}
