package org.iceball.validation.exact;

import org.apache.commons.math3.special.Erf;

/**
 * The response of a perfused half space to a unit step at its surface, which the half space, the
 * ball and the continuous point source share (Danckwerts, Trans. Faraday Soc. 46:300, 1950, for the
 * same equation with first-order loss; Carslaw and Jaeger 1959, chapter IV).
 */
final class PerfusedStep {
  private PerfusedStep() {}

  /** Share [1] of the step that is felt at depth x [m] and time t above zero [s]. */
  static double response(PerfusedMedium tissue, double x, double t) {
    double scaled = x / (2 * Math.sqrt(tissue.material().diffusivity() * t));
    double age = Math.sqrt(tissue.rate() * t);
    double depth = x / tissue.length();
    double reflected = Erf.erfc(scaled + age);
    return 0.5
        * (Math.exp(-depth) * Erf.erfc(scaled - age)
            + (reflected == 0 ? 0 : Math.exp(depth) * reflected));
  }
}
