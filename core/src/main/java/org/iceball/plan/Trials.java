package org.iceball.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.injury.Coverage;
import org.iceball.model.Case;
import org.iceball.model.Case.PlannedNeedle;
import org.iceball.plan.Site.Candidate;

/**
 * Tries a plan under errors. Placement is followed by the surrogate after it was made to agree with
 * the plan's own run; perfusion and power by four runs of the engine at the ends of their
 * intervals, between which the change of the cold is interpolated. So hundreds of draws cost four
 * runs.
 */
final class Trials {
  /** All of the target: what no cell of the coarse grid can tell from it [1]. */
  static final double FULL = 0.9995;

  private final Site site;
  private final Surrogate agreeing;
  private final Candidate plan;
  private final float[][] ends;
  private final Coverage nominal;
  private final Coverage modelled;

  private Trials(Site site, Surrogate agreeing, Candidate plan, float[][] ends) {
    this.site = site;
    this.agreeing = agreeing;
    this.plan = plan;
    this.ends = ends;
    nominal = site.ranker().coverage(plan.lowest());
    modelled = site.ranker().coverage(agreeing.lowest(plan.tracks(), site.ranker().grid(), null));
  }

  /** Runs the plan at the four ends. */
  static Trials of(Site site, Candidate candidate, Crew crew) {
    Candidate plan = site.withField(candidate);
    Grid g = site.ranker().grid();
    Surrogate agreeing = site.surrogate().agreeing(plan.tracks(), plan.lowest(), g);
    List<PlannedNeedle> needles = site.needles(plan.tracks());
    Case asked = site.ranker().asked();
    List<Supplier<float[]>> runs = new ArrayList<>();
    for (boolean up : new boolean[] {false, true}) {
      Case flow = asked.withRegions(Spread.perfused(asked.regions(), up));
      runs.add(() -> site.ranker().run(flow, needles, 0).lowest());
      Case power = asked.withNeedles(Spread.powered(asked.needles(), up));
      List<PlannedNeedle> powered = Spread.powered(needles, up);
      runs.add(() -> site.ranker().run(power, powered, 0).lowest());
    }
    float[][] ends = crew.all(runs).toArray(float[][]::new);
    return new Trials(site, agreeing, plan, ends);
  }

  /** Draws errors and looks what they do; the same draws for the same seed. */
  Robustness draw(int draws, long seed, Crew crew) {
    List<Supplier<Coverage>> jobs = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(seed);
    for (int n = 0; n < draws; n++) {
      SplittableRandom own = random.split();
      jobs.add(() -> drawn(plan.tracks(), own));
    }
    List<Coverage> all = crew.all(jobs);
    double[] margins = all.stream().mapToDouble(this::margin).sorted().toArray();
    double[] covered = all.stream().mapToDouble(this::covered).sorted().toArray();
    double full = Arrays.stream(covered).filter(c -> c >= FULL).count() / (double) draws;
    int fifth = draws / 20;
    return new Robustness(
        draws,
        full,
        margins[0],
        margins[fifth],
        margins[draws / 2],
        covered[0],
        covered[fifth],
        site.ranker().coverage(ends[1]).leastMargin(),
        site.ranker().coverage(ends[2]).leastMargin());
  }

  /** What the surrogate says differs from the engine by as much as it does without errors. */
  private double margin(Coverage c) {
    return within(c.leastMargin()) + within(nominal.leastMargin()) - within(modelled.leastMargin());
  }

  /** A margin is infinite where everything on the grid is dead. */
  private static double within(double margin) {
    return Math.max(-0.1, Math.min(0.1, margin));
  }

  private double covered(Coverage c) {
    return Math.max(0, Math.min(1, c.covered() + nominal.covered() - modelled.covered()));
  }

  private Coverage drawn(List<Track> tracks, SplittableRandom random) {
    List<Track> moved = new ArrayList<>();
    for (Track t : tracks) {
      moved.add(moved(t, site.rules().error(), random));
    }
    double flow = random.nextDouble(-1, 1);
    double power = random.nextDouble(-1, 1);
    Grid g = site.ranker().grid();
    return site.ranker().coverage(agreeing.lowest(moved, g, factor(flow, power)));
  }

  /** A track moved evenly within a ball and tilted evenly within a cone. */
  static Track moved(Track t, PlanRules.PlacementError error, SplittableRandom random) {
    Vec3 move = new Vec3(1, 1, 1);
    while (move.norm() > 1) {
      move = new Vec3(random.nextDouble(-1, 1), random.nextDouble(-1, 1), random.nextDouble(-1, 1));
    }
    double tilt = Math.tan(error.angle()) * Math.sqrt(random.nextDouble());
    double side = random.nextDouble(2 * Math.PI);
    Vec3[] across = Track.across(t.axis());
    Vec3 axis =
        t.axis()
            .plus(across[0].times(tilt * Math.cos(side)))
            .plus(across[1].times(tilt * Math.sin(side)))
            .unit();
    return new Track(t.middle().plus(move.times(error.distance())), axis);
  }

  /**
   * How the stored power of each cell changes, shape [cells].
   *
   * @param flow where perfusion lies in its interval, from -1 to 1, 0 at its value [1]
   * @param power the same of the probes
   */
  private float[] factor(double flow, double power) {
    float[] byFlow = ends[flow < 0 ? 0 : 2];
    float[] byPower = ends[power < 0 ? 1 : 3];
    float[] factor = new float[byFlow.length];
    double exponent = agreeing.exponent();
    for (int c = 0; c < factor.length; c++) {
      double own = Math.max(1e-3, ColdShape.BODY - plan.lowest()[c]);
      double f = Math.max(1e-3, ColdShape.BODY - byFlow[c]) / own;
      double p = Math.max(1e-3, ColdShape.BODY - byPower[c]) / own;
      double change = (1 + Math.abs(flow) * (f - 1)) * (1 + Math.abs(power) * (p - 1));
      factor[c] = (float) Math.pow(change, exponent);
    }
    return factor;
  }
}
