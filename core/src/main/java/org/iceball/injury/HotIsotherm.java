package org.iceball.injury;

import java.util.List;

/**
 * Dead is what was ever hotter than a temperature.
 *
 * @param temperature [K], above any liquidus
 */
public record HotIsotherm(double temperature) implements InjuryLaw {

  @Override
  public Cause cause() {
    return Cause.HEAT;
  }

  @Override
  public float[] dead(Evidence evidence) {
    float[] below =
        evidence.remembered(this, (m, c, kind) -> -((Highest) m).field[0][c], Highest.COOL);
    return ColdFraction.of(evidence.grid(), below, -temperature);
  }

  @Override
  public boolean stopsBlood() {
    return true;
  }

  @Override
  public CellMemory memory(TissueCurves tissues) {
    return new Highest(tissues, temperature);
  }

  /** The highest temperature, of tissue that came near the threshold. */
  private static final class Highest extends HeatMemory {
    /** Tissue that stayed this far below the threshold is not kept [K]. */
    private static final double NEAR = 10;

    /** Minus the temperature of tissue that is not kept [K]. */
    static final double COOL = -310.15;

    private final double temperature;

    Highest(TissueCurves tissues, double temperature) {
      super(tissues, temperature - NEAR, List.of("highest temperature [K]"), -COOL);
      this.temperature = temperature;
    }

    @Override
    protected boolean isDead(int cell) {
      return field[0][cell] >= temperature;
    }

    @Override
    protected void look(Look look, int from, int to) {
      for (int c = from; c < to; c++) {
        int m = look.material[c] & 0xff;
        double h = Math.max(look.before[c], look.after[c]);
        field[0][c] = Math.max(field[0][c], liquidus[m] + slope[m] * h);
      }
    }
  }
}
