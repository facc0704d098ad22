package org.iceball.validation.exact;

/**
 * A material with constant properties.
 *
 * @param conductivity [W/(m K)]
 * @param heatCapacity density times specific heat [J/(m3 K)]
 */
public record Material(double conductivity, double heatCapacity) {
  public Material {
    Require.positive("conductivity", conductivity);
    Require.positive("heat capacity", heatCapacity);
  }

  /** Thermal diffusivity [m2/s]. */
  public double diffusivity() {
    return conductivity / heatCapacity;
  }
}
