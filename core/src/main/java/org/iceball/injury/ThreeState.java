package org.iceball.injury;

import java.util.List;

/**
 * Cells are alive, vulnerable or dead: dA/dt = -f (1 - A) A + b (1 - A - D), dD/dt = f (1 - A) (1 -
 * A - D) with f = k_f exp(T/T_k), T in degC (O'Neill et al., Ann. Biomed. Eng. 39 (2011) 570). Dead
 * is tissue whose viability, 1 - D, has fallen to a threshold.
 *
 * @param forward k_f [1/s]
 * @param backward b [1/s]
 * @param scale T_k [K]
 * @param alive part of the cells that is alive at first; all others are vulnerable [1]
 * @param viability the threshold [1]
 * @param from tissue that never was so hot stays as it was [K]
 */
public record ThreeState(
    double forward, double backward, double scale, double alive, double viability, double from)
    implements InjuryLaw {

  @Override
  public Cause cause() {
    return Cause.HEAT;
  }

  @Override
  public boolean stopsBlood() {
    return true;
  }

  @Override
  public float[] dead(Evidence evidence) {
    float[] viable = evidence.remembered(this, (m, c, kind) -> 1 - m.values(States.DEAD)[c], 1);
    return ColdFraction.of(evidence.grid(), viable, viability);
  }

  @Override
  public CellMemory memory(TissueCurves tissues) {
    return new States(this, tissues);
  }

  /** The two states of every cell. */
  private static final class States extends HeatMemory {
    static final int ALIVE = 0;
    static final int DEAD = 1;

    /** A step of the classical fourth-order method is this part of the fastest time scale [1]. */
    private static final double STEP = 0.1;

    private static final double ZERO_CELSIUS = 273.15;

    private final ThreeState law;

    States(ThreeState law, TissueCurves tissues) {
      super(tissues, law.from, List.of("alive [1]", "dead [1]"), law.alive, 0);
      this.law = law;
    }

    @Override
    protected boolean isLasting() {
      return true; // vulnerable cells recover or die after the heat is gone
    }

    @Override
    protected boolean isDead(int cell) {
      return 1 - field[DEAD][cell] <= law.viability;
    }

    @Override
    protected void look(Look look, int from, int to) {
      for (int c = from; c < to; c++) {
        int m = look.material[c] & 0xff;
        boolean isHot = look.before[c] > hot[m] || look.after[c] > hot[m];
        boolean wasHot = field[ALIVE][c] != law.alive;
        if (isHot || wasHot) {
          double a = liquidus[m] + slope[m] * Math.max(0, look.before[c]);
          double b = liquidus[m] + slope[m] * Math.max(0, look.after[c]);
          advance(c, a, b, look.duration);
        }
      }
    }

    private void advance(int c, double from, double to, double time) {
      double fastest = Math.max(rate(from), rate(to)) + law.backward;
      int steps = Math.max(1, (int) Math.ceil(time * fastest / STEP));
      double h = time / steps;
      double a = field[ALIVE][c];
      double d = field[DEAD][c];
      for (int s = 0; s < steps; s++) {
        double f0 = rate(from + (to - from) * s / steps);
        double f1 = rate(from + (to - from) * (s + 0.5) / steps);
        double f2 = rate(from + (to - from) * (s + 1.0) / steps);
        double a1 = alive(f0, a, d);
        double d1 = dead(f0, a, d);
        double a2 = alive(f1, a + h / 2 * a1, d + h / 2 * d1);
        double d2 = dead(f1, a + h / 2 * a1, d + h / 2 * d1);
        double a3 = alive(f1, a + h / 2 * a2, d + h / 2 * d2);
        double d3 = dead(f1, a + h / 2 * a2, d + h / 2 * d2);
        double a4 = alive(f2, a + h * a3, d + h * d3);
        double d4 = dead(f2, a + h * a3, d + h * d3);
        a += h / 6 * (a1 + 2 * a2 + 2 * a3 + a4);
        d += h / 6 * (d1 + 2 * d2 + 2 * d3 + d4);
      }
      field[ALIVE][c] = a;
      field[DEAD][c] = d;
    }

    private double rate(double temperature) {
      return law.forward * Math.exp((temperature - ZERO_CELSIUS) / law.scale);
    }

    private double alive(double f, double a, double d) {
      return -f * (1 - a) * a + law.backward * (1 - a - d);
    }

    private static double dead(double f, double a, double d) {
      return f * (1 - a) * (1 - a - d);
    }
  }
}
