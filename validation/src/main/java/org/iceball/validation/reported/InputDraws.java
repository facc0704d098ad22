package org.iceball.validation.reported;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.iceball.device.Cryoprobe;
import org.iceball.device.GasCooling;
import org.iceball.model.Case;
import org.iceball.study.LatinHypercube;
import org.iceball.tissue.Cited;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;

/**
 * Cases whose uncertain inputs are drawn from their intervals, uniformly, by Latin hypercube: the
 * tissue's numbers, the probe's, and the start temperature. What two cases share, as the probe's
 * gas, is drawn alike for the same sample, since the seed is the same for all.
 */
final class InputDraws {
  private static final long SEED = 20261123;

  private static final List<TissueProperty> TISSUE =
      List.of(
          TissueProperty.SPECIFIC_HEAT,
          TissueProperty.CONDUCTIVITY,
          TissueProperty.FROZEN_CONDUCTIVITY,
          TissueProperty.LATENT_HEAT,
          TissueProperty.PERFUSION);

  private final Case asked;
  private final double[] start;

  InputDraws(String name, Case asked, double[] start) {
    if (start == null) {
      throw new IllegalArgumentException("inputs.csv has no row for " + name);
    }
    this.asked = asked;
    this.start = start;
  }

  List<Case> draws(int samples) {
    // tissue, active length, flow, exchange, recuperator, start
    int inputs = TISSUE.size() + 5;
    double[][] cube = LatinHypercube.draw(SEED, samples, inputs);
    List<Case> cases = new ArrayList<>();
    for (double[] u : cube) {
      Map<TissueProperty, Double> at = new EnumMap<>(TissueProperty.class);
      for (int i = 0; i < TISSUE.size(); i++) {
        at.put(TISSUE.get(i), u[i]);
      }
      double[] own = java.util.Arrays.copyOfRange(u, TISSUE.size(), inputs);
      double from = start[0] + own[4] * (start[1] - start[0]);
      Case tissues = Trial.withTissues(asked, from, t -> drawn(t, at));
      cases.add(Trial.withProbes(tissues, p -> drawn(p, own)));
    }
    return cases;
  }

  private static Tissue drawn(Tissue tissue, Map<TissueProperty, Double> at) {
    Tissue drawn = tissue;
    for (Map.Entry<TissueProperty, Double> e : at.entrySet()) {
      Cited c = tissue.properties().get(e.getKey());
      drawn = drawn.with(e.getKey(), moved(c, e.getValue()));
    }
    return drawn;
  }

  private static Cryoprobe drawn(Cryoprobe p, double[] u) {
    GasCooling g = p.gas();
    return p.withActiveLength(moved(p.activeLength(), u[0]))
        .withGas(
            g.withFlow(moved(g.flow(), u[1]))
                .withExchange(moved(g.exchange(), u[2]))
                .withRecuperator(moved(g.recuperator(), u[3])));
  }

  private static Cited moved(Cited c, double u) {
    return Cited.byUser(c.low() + u * (c.high() - c.low()));
  }
}
