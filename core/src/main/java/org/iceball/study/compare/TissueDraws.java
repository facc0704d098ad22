package org.iceball.study.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.iceball.model.Anatomy;
import org.iceball.model.Case;
import org.iceball.model.Region;
import org.iceball.solve.Simulation;
import org.iceball.study.LatinHypercube;
import org.iceball.tissue.Cited;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;

/**
 * How a difference between two arms depends on what is not known of the tissues: every number of
 * every tissue is drawn from the interval of its sources, the same draw for both arms.
 *
 * @param spacing of the cells [m]
 * @param differences second arm less first, part of target and margin that is alive [1], shape
 *     [margins of {@link Residual#MARGINS}][samples]; not modified
 */
public record TissueDraws(double spacing, double[][] differences) {
  private static final long SEED = 20261123;

  /** What is drawn; what is left out is known well or moves nothing. */
  private static final List<TissueProperty> DRAWN =
      List.of(
          TissueProperty.CONDUCTIVITY,
          TissueProperty.FROZEN_CONDUCTIVITY,
          TissueProperty.LATENT_HEAT,
          TissueProperty.SPECIFIC_HEAT,
          TissueProperty.PERFUSION,
          TissueProperty.ELECTRICAL_CONDUCTIVITY);

  /** How many draws there were. */
  public int samples() {
    return differences[0].length;
  }

  /** A percentile of the difference at a margin of {@link Residual#MARGINS} [1]. */
  public double percentile(double margin, double percent) {
    return new Percentile().evaluate(of(margin), percent);
  }

  /** Part of the draws in which the second arm leaves more [1]. */
  public double positive(double margin) {
    double[] all = of(margin);
    double more = 0;
    for (double d : all) {
      more += d > 0 ? 1 : 0;
    }
    return more / all.length;
  }

  private double[] of(double margin) {
    return differences[Residual.MARGINS.indexOf(margin)];
  }

  /**
   * Runs both arms for every draw.
   *
   * @param anatomy of both on cells of {@link Reach#SPACING}
   * @param samples at least one
   */
  static TissueDraws of(
      Arm first, Arm second, Anatomy anatomy, int samples, Consumer<String> progress) {
    List<Tissue> tissues = tissues(first.asked());
    double[][] cube = LatinHypercube.draw(SEED, samples, tissues.size() * DRAWN.size());
    double[][] differences = new double[Residual.MARGINS.size()][samples];
    for (int s = 0; s < samples; s++) {
      progress.accept("draw " + (s + 1) + " of " + samples);
      Residual a = run(first, drawn(first.asked(), tissues, cube[s]), anatomy);
      Residual b = run(second, drawn(second.asked(), tissues, cube[s]), anatomy);
      for (int m = 0; m < differences.length; m++) {
        double margin = Residual.MARGINS.get(m);
        differences[m][s] = b.uncovered(margin) - a.uncovered(margin);
      }
    }
    return new TissueDraws(Reach.SPACING, differences);
  }

  private static Residual run(Arm arm, Case drawn, Anatomy anatomy) {
    return Residual.of(Simulation.run(drawn.withSpacing(Reach.SPACING), anatomy), arm.law());
  }

  private static List<Tissue> tissues(Case asked) {
    return asked.regions().stream().map(Region::tissue).distinct().toList();
  }

  /** The case with the numbers of its tissues at a point of the cube. */
  private static Case drawn(Case asked, List<Tissue> tissues, double[] point) {
    Map<Tissue, Tissue> others = new LinkedHashMap<>();
    for (int t = 0; t < tissues.size(); t++) {
      Tissue drawn = tissues.get(t);
      for (int p = 0; p < DRAWN.size(); p++) {
        Cited c = drawn.properties().get(DRAWN.get(p));
        if (c != null) {
          double u = point[t * DRAWN.size() + p];
          drawn = drawn.with(DRAWN.get(p), Cited.byUser(c.low() + u * (c.high() - c.low())));
        }
      }
      others.put(tissues.get(t), drawn);
    }
    List<Region> regions = new ArrayList<>();
    asked.regions().forEach(r -> regions.add(r.withTissue(others.get(r.tissue()))));
    return asked.withRegions(regions);
  }
}
