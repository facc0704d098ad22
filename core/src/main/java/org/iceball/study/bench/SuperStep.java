package org.iceball.study.bench;

import org.iceball.model.Model;
import org.iceball.solve.Backend;
import org.iceball.solve.Powers;

/**
 * Super-steps of a fixed number of stages on all cells, without control of the error: what {@link
 * org.iceball.solve.Rkl2Stepper} asks of a backend, and nothing else, so that only the backend is
 * timed. The length of a step is half of what is stable.
 */
public final class SuperStep {
  /** Stages of a step. */
  public static final int STAGES = 15;

  private final Backend backend;
  private final double tau;
  private final double[] powers;

  /**
   * Drives the needles and evaluates the first rate.
   *
   * @param backend of the model, at its start
   * @param model what {@link BenchCase#kernel} made
   * @param wall conductivity integral at the needle for each material [W/m]
   * @param cold temperature of the needle's wall [K]
   */
  public SuperStep(Backend backend, Model model, double[] wall, double cold) {
    this.backend = backend;
    powers = new double[Powers.size(model.needles().size())];
    backend.drive(wall);
    backend.rate(powers);
    double euler = 2 / backend.stiffness(cold);
    tau = 0.5 * 0.25 * (STAGES * STAGES + STAGES - 2.0) * euler;
  }

  /** One step: {@link #STAGES} evaluations of the balance. */
  public void take() {
    double w = 4.0 / (STAGES * STAGES + STAGES - 2.0);
    backend.firstStage(shape(1) * w * tau);
    for (int j = 2; j <= STAGES; j++) {
      double mu = (2.0 * j - 1) / j * shape(j) / shape(j - 1);
      double nu = -(j - 1.0) / j * shape(j) / shape(j - 2);
      double a = mu * w * tau;
      backend.nextStage(mu, nu, a, -(1 - shape(j - 1)) * a, powers);
    }
    backend.attempt(tau, powers);
    backend.acceptWithRate();
  }

  /** b_j of Meyer, Balsara, Aslam 2014, section 2.3. */
  private static double shape(int j) {
    return j < 2 ? 1.0 / 3 : (j * j + j - 2.0) / (2.0 * j * (j + 1.0));
  }
}
