package org.iceball.plan;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.iceball.device.Placement;
import org.iceball.device.Placement.Aim;
import org.iceball.device.Placement.Anchor;
import org.iceball.grid.DistanceTransform;
import org.iceball.grid.Grid;
import org.iceball.grid.Labels;
import org.iceball.grid.Threads;
import org.iceball.grid.Vec3;
import org.iceball.injury.ColdFraction;
import org.iceball.injury.ZoneMetrics;
import org.iceball.model.Case;
import org.iceball.model.Case.PlannedNeedle;
import org.iceball.model.Region;
import org.iceball.solve.Outcome;

/** Two runs of the engine from which the surrogate's numbers come. */
final class Calibration {
  /** Distance of the two needles [m]. */
  private static final double PAIR = 16e-3;

  /** Thickness of the layer that perfused tissue at a vessel's wall keeps warm, about [m]. */
  private static final double LAYER = 2.9e-3;

  private Calibration() {}

  /**
   * Runs one needle and two.
   *
   * @param coarse the case to rank with, whose law, tissue and cells are used
   * @param like a needle of the kind that is planned
   * @param law whether a law of death other than the lethal temperature counts
   * @param crew that runs them
   */
  static Surrogate.Joined run(Case coarse, PlannedNeedle like, boolean law, Crew crew) {
    double length = like.probe().activeLength().value();
    List<PlannedNeedle> single = List.of(at(like, "one", 0));
    List<PlannedNeedle> pair = List.of(at(like, "a", -PAIR / 2), at(like, "b", PAIR / 2));
    List<Outcome> runs =
        crew.all(
            List.of(
                () -> ColdShape.alone(coarse, single, length),
                () -> ColdShape.alone(coarse, pair, length)));
    Outcome one = runs.get(0);
    Outcome two = runs.get(1);
    double lethal = ColdShape.BODY - (law ? asTemperature(one) : coarse.lethal());
    double exponent = exponent(one, two, lethal);
    return new Surrogate.Joined(ColdShape.of(one, lethal, exponent), exponent, lethal);
  }

  private static PlannedNeedle at(PlannedNeedle like, String name, double x) {
    Placement placement =
        new Placement(
            Anchor.IMAGE, Aim.MIDDLE_OF_ACTIVE_ZONE, new Vec3(x, 0, 0), null, new Vec3(0, 0, 1));
    return new PlannedNeedle(name, like.probe(), placement, 0, like.protocol(), like.drive());
  }

  /** The temperature whose zone is as large as what a law calls dead [K]. */
  private static double asTemperature(Outcome one) {
    Grid g = one.anatomy().labels().grid();
    double dead = one.injury().zones().get(0).volume();
    double cold = 123.15;
    double warm = 273.15;
    for (int n = 0; n < 30; n++) {
      double middle = (cold + warm) / 2;
      if (ZoneMetrics.volume(g, ColdFraction.of(g, one.lowest(), middle)) < dead) {
        cold = middle;
      } else {
        warm = middle;
      }
    }
    return (cold + warm) / 2;
  }

  /**
   * The exponent with which twice the one needle is most like the two, where tissue nearly dies.
   */
  private static double exponent(Outcome one, Outcome two, double lethal) {
    ColdShape plain = ColdShape.of(one, lethal, 1);
    List<double[]> points = new ArrayList<>();
    Grid g = two.anatomy().labels().grid();
    for (int c = 0; c < g.cells(); c++) {
      double drop = (ColdShape.BODY - two.lowest()[c]) / lethal;
      if (drop > 0.6 && drop < 1.4) {
        Vec3 p = g.centre(c);
        double a = plain.at(p.z(), Math.hypot(p.x() + PAIR / 2, p.y()));
        double b = plain.at(p.z(), Math.hypot(p.x() - PAIR / 2, p.y()));
        points.add(new double[] {a, b, drop});
      }
    }
    UnivariateObjectiveFunction misfit =
        new UnivariateObjectiveFunction(
            e -> {
              double sum = 0;
              for (double[] p : points) {
                double joined = Math.pow(Math.pow(p[0], e) + Math.pow(p[1], e), 1 / e);
                sum += (joined - p[2]) * (joined - p[2]);
              }
              return sum;
            });
    return new BrentOptimizer(1e-4, 1e-4)
        .optimize(misfit, GoalType.MINIMIZE, new SearchInterval(0.8, 6, 2), new MaxEval(60))
        .getPoint();
  }

  /**
   * The correction before any run of the engine: cold ends within a boundary layer of a vessel's
   * wall, sqrt(k / (perfusion times heat capacity of blood)) thick, 2.9 mm in liver.
   */
  static float[] dents(Ranker ranker, double exponent) {
    Labels labels = ranker.anatomy().labels();
    boolean[] vessel = new boolean[256];
    for (Region r : ranker.asked().regions()) {
      vessel[r.label()] = r.role() == Region.Role.VESSEL;
    }
    float[] d = DistanceTransform.squared(labels.grid(), c -> vessel[labels.at(c)], Threads.ALONE);
    for (int c = 0; c < d.length; c++) {
      d[c] = (float) Math.pow(1 - Math.exp(-Math.sqrt(d[c]) / LAYER), exponent);
    }
    return d;
  }
}
