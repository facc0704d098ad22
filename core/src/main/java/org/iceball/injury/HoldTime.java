package org.iceball.injury;

import java.util.List;

/**
 * Dead is what was colder than a temperature for long enough, all such times added up.
 *
 * @param temperature [K]
 * @param duration [s]
 */
public record HoldTime(double temperature, double duration) implements InjuryLaw {

  @Override
  public Cause cause() {
    return Cause.FREEZING;
  }

  @Override
  public float[] dead(Evidence evidence) {
    float[] left = evidence.remembered(this, (m, c, kind) -> duration - m.values(0)[c], duration);
    // from minutes to nothing within a cell: the edge of such a zone is the isotherm's
    return ZoneFractions.both(
        ColdFraction.of(evidence.grid(), left, 0), evidence.colderThan(temperature));
  }

  @Override
  public CellMemory memory(TissueCurves tissues) {
    return new TimeBelow(tissues.enthalpy(temperature));
  }

  /** Time below an enthalpy. */
  private static final class TimeBelow extends CellMemory {
    private final double[] threshold;

    TimeBelow(double[] threshold) {
      super(List.of("time below [s]"), 0);
      this.threshold = threshold;
    }

    @Override
    protected double[] coldInterest() {
      return threshold.clone();
    }

    @Override
    protected void look(Look look, int from, int to) {
      double[] time = field[0];
      for (int c = from; c < to; c++) {
        double limit = threshold[look.material[c] & 0xff];
        double a = look.before[c] - limit;
        double b = look.after[c] - limit;
        if (a < 0 && b < 0) {
          time[c] += look.duration;
        } else if (a < 0 || b < 0) {
          time[c] += look.duration * Math.min(a, b) / (Math.min(a, b) - Math.max(a, b));
        }
      }
    }
  }
}
