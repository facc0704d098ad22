package org.iceball.tissue;

/**
 * The hot end of an enthalpy curve: water that boils about 100 degC, as two bends of the straight
 * line above the liquidus. Conductivity stays what it is, so the conductivity integral bends with
 * the temperature.
 *
 * @param from enthalpy at which the water begins to boil [J/m3]
 * @param to enthalpy at which all of it is steam [J/m3]
 * @param atFrom change of the temperature's slope at {@code from} [K m3/J]
 * @param atTo change of it at {@code to} [K m3/J]
 * @param conductivity unfrozen [W/(m K)]
 * @param slopeT slope of the temperature below {@code from} [K m3/J]
 */
public record Boiling(
    double from, double to, double atFrom, double atTo, double conductivity, double slopeT) {

  static Boiling of(ThermalLaw law, double slopeT, double slopeQ) {
    double from = (ThermalLaw.BOILS_FROM - law.liquidus()) / slopeT;
    double width = ThermalLaw.BOILS_TO - ThermalLaw.BOILS_FROM;
    double latent = law.density() * law.water() * ThermalLaw.HEAT_OF_BOILING;
    double to = from + width / slopeT + latent;
    double boils = width / (to - from);
    double k = slopeQ / slopeT;
    return new Boiling(from, to, boils - slopeT, 1 / ThermalLaw.DRY_CAPACITY - boils, k, slopeT);
  }

  /** What the bends add to the temperature [K] at an enthalpy [J/m3] above {@code from}. */
  double temperature(double enthalpy) {
    return atFrom * (enthalpy - from) + atTo * Math.max(0, enthalpy - to);
  }

  /** What the bends add to the conductivity integral [W/m]. */
  double integral(double enthalpy) {
    return conductivity * temperature(enthalpy);
  }

  /** Slope of the temperature above {@code from} over that below [1]. */
  double slope(double enthalpy) {
    return 1 + (atFrom + (enthalpy > to ? atTo : 0)) / slopeT;
  }

  /** Enthalpy [J/m3] at a temperature [K] not below where water begins to boil. */
  double enthalpy(double temperature) {
    double above = temperature - ThermalLaw.BOILS_FROM;
    double width = ThermalLaw.BOILS_TO - ThermalLaw.BOILS_FROM;
    return above <= width
        ? from + above / (slopeT + atFrom)
        : to + (above - width) * ThermalLaw.DRY_CAPACITY;
  }

  /** Part of the tissue's water that is steam [1] at an enthalpy [J/m3]. */
  public double steam(double enthalpy) {
    return Math.min(1, Math.max(0, (enthalpy - from) / (to - from)));
  }

  /** The largest diffusivity of tissue whose water boils or has boiled [m2/s]. */
  public double largestDiffusivity() {
    return conductivity * Math.max(slopeT, Math.max(slopeT + atFrom, slopeT + atFrom + atTo));
  }
}
