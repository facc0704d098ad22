package org.iceball.validation.oracle;

import org.iceball.device.Cryoprobe;
import org.iceball.device.Phase;
import org.iceball.device.Protocol;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;

/**
 * Reads the data of a case, and nothing but data, for the references. What the data mean is written
 * here a second time on purpose.
 */
public final class FromCase {
  private FromCase() {}

  /**
   * A tissue as the references see it. Under the Rabin law the frozen specific heat is that of ice,
   * 7.16 T + 138 J/(kg K), scaled to the tissue's own value at 273.15 K.
   */
  public static RadialTissue tissue(Tissue tissue) {
    double density = tissue.value(TissueProperty.DENSITY);
    double warm = density * tissue.value(TissueProperty.SPECIFIC_HEAT);
    double frozen = density * tissue.value(TissueProperty.FROZEN_SPECIFIC_HEAT);
    double latent = density * tissue.value(TissueProperty.LATENT_HEAT);
    double conductivity = tissue.value(TissueProperty.CONDUCTIVITY);
    double solidus = tissue.value(TissueProperty.SOLIDUS);
    double liquidus = tissue.value(TissueProperty.LIQUIDUS);
    double ice = RadialTissue.ice(1).applyAsDouble(273.15);
    double cold = tissue.value(TissueProperty.FROZEN_CONDUCTIVITY);
    RadialTissue bare =
        switch (tissue.frozenLaw()) {
          case RABIN ->
              RadialTissue.rabin(
                  conductivity, warm, RadialTissue.ice(frozen / ice), latent, solidus, liquidus);
          case ICE ->
              RadialTissue.gel(
                  conductivity,
                  cold,
                  warm,
                  RadialTissue.ice(frozen / ice),
                  latent,
                  solidus,
                  liquidus);
          case CONSTANT ->
              RadialTissue.constant(conductivity, cold, warm, frozen, latent, solidus, liquidus);
        };
    return bare.withBlood(
        tissue.value(TissueProperty.PERFUSION) * Tissue.Blood.HEAT_CAPACITY,
        Tissue.Blood.TEMPERATURE,
        tissue.value(TissueProperty.METABOLIC_HEAT));
  }

  /** What the wall of a probe does under a protocol. */
  public static RadialSchedule schedule(Cryoprobe probe, Protocol protocol) {
    return new RadialSchedule(
        protocol.phases().stream()
            .map(phase -> new RadialSchedule.Phase(phase.duration(), wall(probe, phase)))
            .toList());
  }

  private static Wall wall(Cryoprobe probe, Phase phase) {
    return switch (phase.kind()) {
      case FREEZE ->
          new Wall.Settling(probe.freezeTemperature().value(), probe.freezeTimeConstant().value());
      case ACTIVE_THAW ->
          new Wall.Settling(probe.thawTemperature().value(), probe.thawTimeConstant().value());
      case PASSIVE_THAW, HEAT -> Wall.insulated();
    };
  }
}
