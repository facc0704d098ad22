package org.iceball.tissue;

import java.util.Locale;
import org.iceball.units.Dimension;

/** Every number a tissue has. The key is its name in case files and in {@code tissues.csv}. */
public enum TissueProperty {
  DENSITY(Dimension.DENSITY),
  /** Unfrozen, at body temperature. */
  SPECIFIC_HEAT(Dimension.SPECIFIC_HEAT),
  /** Unfrozen. */
  CONDUCTIVITY(Dimension.CONDUCTIVITY),
  /** The constant frozen law's value; the Rabin law's at 273.15 K, from where it falls. */
  FROZEN_SPECIFIC_HEAT(Dimension.SPECIFIC_HEAT),
  /** Used by the constant frozen law only. */
  FROZEN_CONDUCTIVITY(Dimension.CONDUCTIVITY),
  /** Temperature at which the first ice forms. */
  LIQUIDUS(Dimension.TEMPERATURE),
  /** Temperature at which the last of the freezable water is ice. */
  SOLIDUS(Dimension.TEMPERATURE),
  /** Latent heat released between liquidus and solidus, per mass of tissue. */
  LATENT_HEAT(Dimension.LATENT_HEAT),
  /** Volume of blood per volume of tissue and second. */
  PERFUSION(Dimension.PERFUSION),
  METABOLIC_HEAT(Dimension.POWER_DENSITY),
  /** At some 480 kHz and body temperature. */
  ELECTRICAL_CONDUCTIVITY(Dimension.ELECTRICAL_CONDUCTIVITY),
  /** Relative rise of the electrical conductivity per kelvin above body temperature. */
  ELECTRICAL_RISE(Dimension.PER_KELVIN),
  /** Mass of water per mass of tissue: what boils near 100 degC. */
  WATER(Dimension.FRACTION);

  private final Dimension dimension;

  TissueProperty(Dimension dimension) {
    this.dimension = dimension;
  }

  /** What the property measures. */
  public Dimension dimension() {
    return dimension;
  }

  /** The name in case files and tables, for example {@code frozen_conductivity}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
