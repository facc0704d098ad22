package org.iceball.injury;

import java.util.ArrayList;
import java.util.List;

/**
 * Dead is what was colder than a temperature in so many freezes. A new freeze begins only after the
 * tissue has come back to a warmer temperature; between the two nothing is counted, so that a
 * thermometer that trembles makes no cycles.
 *
 * @param temperature [K]
 * @param rewarmed tissue this warm has ended its freeze [K]
 * @param freezes at least 1
 */
public record RepeatedFreeze(double temperature, double rewarmed, int freezes)
    implements InjuryLaw {
  /** Stands where a cell had too few freezes: body temperature [K]. */
  private static final double WARM = 310.15;

  public RepeatedFreeze {
    if (freezes < 1 || !(rewarmed > temperature)) {
      throw new IllegalArgumentException(
          "a freeze ends above the temperature that it is counted below");
    }
  }

  @Override
  public Cause cause() {
    return Cause.FREEZING;
  }

  @Override
  public float[] dead(Evidence evidence) {
    float[] reached =
        evidence.remembered(this, (m, c, kind) -> ((Minima) m).ofFreeze(freezes, c, kind), WARM);
    return ColdFraction.of(evidence.grid(), reached, temperature);
  }

  @Override
  public CellMemory memory(TissueCurves tissues) {
    return new Minima(tissues, tissues.enthalpy(rewarmed), freezes);
  }

  private static List<String> arrays(int freezes) {
    List<String> names = new ArrayList<>();
    names.add("lowest of this freeze [J/m3]");
    for (int n = 1; n <= freezes; n++) {
      names.add("lowest of former freezes, number " + n + " from the coldest [J/m3]");
    }
    return names;
  }

  private static double[] warm(int arrays) {
    double[] warm = new double[arrays];
    java.util.Arrays.fill(warm, Double.POSITIVE_INFINITY);
    return warm;
  }

  /** The lowest enthalpy of the freeze that goes on, and those of the coldest former ones. */
  private static final class Minima extends CellMemory {
    private final double[] end;
    private final TissueCurves tissues;

    Minima(TissueCurves tissues, double[] end, int freezes) {
      super(arrays(freezes), warm(freezes + 1));
      this.tissues = tissues;
      this.end = end;
    }

    @Override
    protected double[] coldInterest() {
      return end.clone();
    }

    @Override
    protected void look(Look look, int from, int to) {
      double[] lowest = field[0];
      for (int c = from; c < to; c++) {
        double now = look.after[c];
        if (now < end[look.material[c] & 0xff]) {
          if (now < lowest[c]) {
            lowest[c] = now;
          }
        } else if (lowest[c] < Double.POSITIVE_INFINITY) {
          file(c, lowest[c]);
          lowest[c] = Double.POSITIVE_INFINITY;
        }
      }
    }

    private void file(int c, double found) {
      double rest = found;
      for (int n = 1; n < field.length; n++) {
        double here = field[n][c];
        field[n][c] = Math.min(here, rest);
        rest = Math.max(here, rest);
      }
    }

    /** Lowest temperature of the n-th coldest freeze of a cell [K]; WARM without so many. */
    double ofFreeze(int n, int cell, int kind) {
      double now = field[0][cell];
      double colder = n == 1 ? Double.NEGATIVE_INFINITY : field[n - 1][cell];
      double h = Math.min(field[n][cell], Math.max(now, colder));
      return h < Double.POSITIVE_INFINITY ? tissues.curves().get(kind).temperature(h) : WARM;
    }
  }
}
