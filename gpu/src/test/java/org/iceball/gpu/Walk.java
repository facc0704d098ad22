package org.iceball.gpu;

import java.util.Arrays;
import org.iceball.model.Model;
import org.iceball.solve.Backend;
import org.iceball.solve.PerfusionControl;
import org.iceball.solve.Powers;

/**
 * A freeze and a thaw in steps whose lengths depend on no sum, so that two backends that add up in
 * different orders still take the same steps.
 */
final class Walk {
  private static final int STAGES = 7;

  private final Backend backend;
  private final Model model;
  private final double[] powers;
  private final double[] trial;
  private int evaluations;
  private double stiffness;

  Walk(Backend backend, Model model) {
    this.backend = backend;
    this.model = model;
    powers = new double[Powers.size(model.needles().size())];
    trial = new double[powers.length];
  }

  /** Walks until the balance was evaluated this often. */
  void evaluate(int times) {
    backend.drive(SmallModels.walls(model, SmallModels.COLD));
    backend.rate(powers);
    while (evaluations < 0.6 * times) {
      superStep(SmallModels.COLD);
      eulerStep(SmallModels.COLD);
    }
    backend.drive(SmallModels.walls(model, Double.NaN));
    double[] part = new double[model.materials().size()];
    Arrays.setAll(part, m -> 0.3 + 0.1 * m);
    ((PerfusionControl) backend).perfuse(part);
    backend.rate(powers);
    while (evaluations < times) {
      superStep(Double.POSITIVE_INFINITY);
    }
  }

  private void eulerStep(double coldestWall) {
    stiffness = backend.stiffness(coldestWall);
    backend.firstStage(1.6 / stiffness);
    backend.accept();
    backend.rate(powers);
    evaluations++;
  }

  /** A step of a method like RKL2: its weights don't matter here, but that they are used. */
  private void superStep(double coldestWall) {
    stiffness = backend.stiffness(coldestWall);
    int s = STAGES;
    double w = 4.0 / (s * s + s - 2.0);
    double tau = 0.4 / w * 2 / stiffness;
    backend.firstStage(shape(1) * w * tau);
    for (int j = 2; j <= s; j++) {
      double mu = (2.0 * j - 1) / j * shape(j) / shape(j - 1);
      double nu = -(j - 1.0) / j * shape(j) / shape(j - 2);
      double a = mu * w * tau;
      backend.nextStage(mu, nu, a, -(1 - shape(j - 1)) * a, trial);
      evaluations++;
    }
    if (!Double.isFinite(backend.attempt(tau, powers))) {
      throw new IllegalStateException("the step is too long for this walk");
    }
    evaluations++;
    backend.acceptWithRate();
  }

  private static double shape(int j) {
    return j < 2 ? 1.0 / 3 : (j * j + j - 2.0) / (2.0 * j * (j + 1.0));
  }

  /** Powers of the last evaluation [W]. */
  double[] powers() {
    return powers.clone();
  }

  /** The last bound [1/s]. */
  double stiffness() {
    return stiffness;
  }

  double[] enthalpy() {
    double[] h = new double[model.grid().cells()];
    backend.readEnthalpy(h);
    return h;
  }
}
