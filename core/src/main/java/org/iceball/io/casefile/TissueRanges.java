package org.iceball.io.casefile;

import org.iceball.tissue.TissueProperty;
import org.iceball.units.Dimension;

/**
 * What a tissue's numbers may be. Wide enough for any tissue, gel or metal-free phantom; meant to
 * catch a slipped decimal point or unit, not to judge.
 */
final class TissueRanges {
  private static final Range DENSITY = Range.of(Dimension.DENSITY, "50 kg/m3", "5000 kg/m3");
  private static final Range SPECIFIC_HEAT =
      Range.of(Dimension.SPECIFIC_HEAT, "200 J/(kg K)", "10000 J/(kg K)");
  private static final Range CONDUCTIVITY =
      Range.of(Dimension.CONDUCTIVITY, "0.01 W/(m K)", "10 W/(m K)");
  private static final Range TEMPERATURE = Range.of(Dimension.TEMPERATURE, "-60 degC", "20 degC");
  private static final Range LATENT_HEAT = Range.of(Dimension.LATENT_HEAT, "0 kJ/kg", "400 kJ/kg");
  private static final Range PERFUSION = Range.of(Dimension.PERFUSION, "0 1/s", "0.2 1/s");
  private static final Range POWER_DENSITY =
      Range.of(Dimension.POWER_DENSITY, "0 W/m3", "1000 kW/m3");

  private static final Range ELECTRICAL =
      Range.of(Dimension.ELECTRICAL_CONDUCTIVITY, "0.0001 S/m", "10 S/m");
  private static final Range RISE = Range.of(Dimension.PER_KELVIN, "0 1/K", "0.05 1/K");
  private static final Range WATER = Range.of(Dimension.FRACTION, "0 %", "100 %");

  private TissueRanges() {}

  static Range of(TissueProperty property) {
    return switch (property) {
      case DENSITY -> DENSITY;
      case SPECIFIC_HEAT, FROZEN_SPECIFIC_HEAT -> SPECIFIC_HEAT;
      case CONDUCTIVITY, FROZEN_CONDUCTIVITY -> CONDUCTIVITY;
      case LIQUIDUS, SOLIDUS -> TEMPERATURE;
      case LATENT_HEAT -> LATENT_HEAT;
      case PERFUSION -> PERFUSION;
      case METABOLIC_HEAT -> POWER_DENSITY;
      case ELECTRICAL_CONDUCTIVITY -> ELECTRICAL;
      case ELECTRICAL_RISE -> RISE;
      case WATER -> WATER;
    };
  }
}
