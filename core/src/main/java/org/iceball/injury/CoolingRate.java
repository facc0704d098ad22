package org.iceball.injury;

import java.util.List;

/**
 * Dead is what froze fast: from its liquidus to a temperature at a mean rate of so many kelvin a
 * second or more, in any of its freezes. Ice forms inside cells that have no time to lose their
 * water.
 *
 * @param temperature to which the cooling is timed [K]
 * @param rate [K/s]
 */
public record CoolingRate(double temperature, double rate) implements InjuryLaw {

  @Override
  public Cause cause() {
    return Cause.FREEZING;
  }

  @Override
  public float[] dead(Evidence evidence) {
    // tissue that did not get so cold has no rate: lent that of its neighbours, it leaves the edge
    // of the zone to the isotherm
    float[] slow =
        evidence.remembered(this, (m, c, kind) -> rate - m.values(Passage.FASTEST)[c], rate);
    ZoneFractions.lend(evidence.grid(), slow, (float) rate);
    float[] fast = ColdFraction.of(evidence.grid(), slow, 0);
    float[] cold = evidence.colderThan(temperature);
    return ZoneFractions.both(fast, cold);
  }

  @Override
  public CellMemory memory(TissueCurves tissues) {
    return new Passage(
        tissues.enthalpy(temperature),
        tissues.curves().stream().mapToDouble(c -> c.law().liquidus() - temperature).toArray());
  }

  /** When a cell began to freeze, and how fast it passed through its freezing. */
  private static final class Passage extends CellMemory {
    static final int BEGAN = 0;
    static final int FASTEST = 1;
    private static final double NEVER = -1;

    private final double[] threshold;
    private final double[] drop;

    Passage(double[] threshold, double[] drop) {
      super(List.of("began to freeze [s]", "fastest cooling [K/s]"), NEVER, 0);
      this.threshold = threshold;
      this.drop = drop;
    }

    @Override
    protected double[] coldInterest() {
      return new double[threshold.length]; // the liquidus of every tissue
    }

    @Override
    protected void look(Look look, int from, int to) {
      double[] began = field[BEGAN];
      double[] fastest = field[FASTEST];
      for (int c = from; c < to; c++) {
        double a = look.before[c];
        double b = look.after[c];
        double limit = threshold[look.material[c] & 0xff];
        if (a >= 0 && b < 0) {
          began[c] = look.since + look.duration * a / (a - b);
        }
        if (a >= limit && b < limit && began[c] >= 0) {
          double reached = look.since + look.duration * (a - limit) / (a - b);
          double mean = drop[look.material[c] & 0xff] / Math.max(reached - began[c], 1e-9);
          fastest[c] = Math.max(fastest[c], mean);
        }
        if (b >= 0) {
          began[c] = NEVER;
        }
      }
    }
  }
}
