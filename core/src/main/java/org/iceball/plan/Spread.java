package org.iceball.plan;

import java.util.ArrayList;
import java.util.List;
import org.iceball.device.Cryoprobe;
import org.iceball.device.GasCooling;
import org.iceball.model.Case.PlannedNeedle;
import org.iceball.model.Region;
import org.iceball.tissue.Cited;
import org.iceball.tissue.TissueProperty;

/** Ends of the intervals of perfusion and of a probe's power. */
final class Spread {
  private Spread() {}

  /**
   * Organ and target with perfusion at an end of its interval.
   *
   * @param high whether at the upper end
   */
  static List<Region> perfused(List<Region> regions, boolean high) {
    List<Region> changed = new ArrayList<>();
    for (Region r : regions) {
      boolean perfused = r.role() == Region.Role.ORGAN || r.role() == Region.Role.TARGET;
      Cited w = r.tissue().properties().get(TissueProperty.PERFUSION);
      changed.add(
          perfused ? r.withTissue(r.tissue().with(TissueProperty.PERFUSION, end(w, high))) : r);
    }
    return changed;
  }

  /**
   * The needles with what limits their power at an end of its interval: the exchange and the flow
   * of their gas, or the temperature of the wall where that is all that is known.
   */
  static List<PlannedNeedle> powered(List<PlannedNeedle> needles, boolean strong) {
    return needles.stream()
        .map(n -> n.probe() instanceof Cryoprobe p ? n.withProbe(powered(p, strong)) : n)
        .toList();
  }

  private static Cryoprobe powered(Cryoprobe p, boolean strong) {
    GasCooling gas = p.gas();
    if (gas == null) {
      return new Cryoprobe(
          p.name(),
          p.description(),
          p.diameter(),
          p.activeLength(),
          end(p.freezeTemperature(), !strong),
          p.freezeTimeConstant(),
          p.thawTemperature(),
          p.thawTimeConstant());
    }
    return p.withGas(
        gas.withFlow(end(gas.flow(), strong)).withExchange(end(gas.exchange(), strong)));
  }

  private static Cited end(Cited of, boolean high) {
    double value = high ? of.high() : of.low();
    return new Cited(value, value, value, of.citation());
  }
}
