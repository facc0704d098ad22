package org.iceball.solve;

import org.iceball.model.PerfusionLaw;
import org.iceball.tissue.EnthalpyCurve;

/** The numbers of a material as the loops take them, in single precision. */
@SuppressWarnings("cast") // the casts do their work in the single-precision twin
final class Coefficients32 {
  private Coefficients32() {}

  /** Slopes of Q and T, the knots, then for each of them a and b of T, a and b of Q. */
  static float[] of(EnthalpyCurve c) {
    int n = EnthalpyCurve.KNOTS;
    float[] flat = new float[2 + 5 * n];
    flat[0] = (float) c.slopeQ();
    flat[1] = (float) c.slopeT();
    /* wide */ double[] knots = c.knots();
    /* wide */ double[][] abc = c.coefficients();
    for (int k = 0; k < n; k++) {
      flat[2 + k] = (float) knots[k];
      for (int t = 0; t < 4; t++) {
        flat[2 + (t + 1) * n + k] = (float) abc[t][k];
      }
    }
    return flat;
  }

  /** In the order of {@link Loops32#perfuse}. */
  static float[] of(PerfusionLaw p) {
    return new float[] {
      (float) p.full(),
      (float) PerfusionLaw.OFF,
      (float) p.base(),
      (float) p.slope(),
      (float) p.bendFull(),
      (float) p.bendFront(),
      (float) p.bendOff(),
      (float) p.metabolism()
    };
  }
}
