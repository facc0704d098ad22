package org.iceball.solve;

import org.iceball.model.PerfusionLaw;
import org.iceball.tissue.EnthalpyCurve;

/** The numbers of a material as the loops take them, in double precision. */
@SuppressWarnings("cast") // the casts do their work in the single-precision twin
final class Coefficients64 {
  private Coefficients64() {}

  /** Slopes of Q and T, the knots, then for each of them a and b of T, a and b of Q. */
  static double[] of(EnthalpyCurve c) {
    int n = EnthalpyCurve.KNOTS;
    double[] flat = new double[2 + 5 * n];
    flat[0] = (double) c.slopeQ();
    flat[1] = (double) c.slopeT();
    /* wide */ double[] knots = c.knots();
    /* wide */ double[][] abc = c.coefficients();
    for (int k = 0; k < n; k++) {
      flat[2 + k] = (double) knots[k];
      for (int t = 0; t < 4; t++) {
        flat[2 + (t + 1) * n + k] = (double) abc[t][k];
      }
    }
    return flat;
  }

  /** In the order of {@link Loops64#perfuse}. */
  static double[] of(PerfusionLaw p) {
    return new double[] {
      (double) p.full(),
      (double) PerfusionLaw.OFF,
      (double) p.base(),
      (double) p.slope(),
      (double) p.bendFull(),
      (double) p.bendFront(),
      (double) p.bendOff(),
      (double) p.metabolism()
    };
  }
}
