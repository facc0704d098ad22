package org.iceball.tissue;

import static org.iceball.tissue.TissueProperty.CONDUCTIVITY;
import static org.iceball.tissue.TissueProperty.DENSITY;
import static org.iceball.tissue.TissueProperty.FROZEN_CONDUCTIVITY;
import static org.iceball.tissue.TissueProperty.FROZEN_SPECIFIC_HEAT;
import static org.iceball.tissue.TissueProperty.LATENT_HEAT;
import static org.iceball.tissue.TissueProperty.LIQUIDUS;
import static org.iceball.tissue.TissueProperty.SOLIDUS;
import static org.iceball.tissue.TissueProperty.SPECIFIC_HEAT;
import static org.iceball.tissue.TissueProperty.WATER;

/**
 * Conductivity and heat capacity of a tissue as functions of temperature, exactly as the sources
 * give them. {@link EnthalpyCurve} is the table that the solver uses instead.
 *
 * <p>Density is that of the unfrozen tissue throughout: a fixed grid can't expand, and enthalpy
 * would not be conserved otherwise.
 *
 * @param law form of the frozen state
 * @param density [kg/m3]
 * @param specificHeat unfrozen [J/(kg K)]
 * @param frozenSpecificHeat frozen; for all but the constant law its value at 273.15 K [J/(kg K)]
 * @param conductivity unfrozen [W/(m K)]
 * @param frozenConductivity frozen: constant, or that of ice at 251 K; no part of the Rabin law
 *     [W/(m K)]
 * @param liquidus first ice [K]
 * @param solidus last ice [K]
 * @param latentHeat [J/kg]
 * @param water mass of water per mass of tissue [1]; it boils about 100 degC
 */
public record ThermalLaw(
    FrozenLaw law,
    double density,
    double specificHeat,
    double frozenSpecificHeat,
    double conductivity,
    double frozenConductivity,
    double liquidus,
    double solidus,
    double latentHeat,
    double water) {

  /** Water of liver (0.71 to 0.76; MITA-model, github sheldonkhall/MITA-model) [1]. */
  public static final double WATER_OF_LIVER = 0.74;

  /** Water begins to boil here, at normal pressure [K]. */
  public static final double BOILS_FROM = 372.15;

  /** The last of it boils here: the jump at 373.15 K is given a width [K]. */
  public static final double BOILS_TO = 374.15;

  /** Heat that boils a kilogram of water (MITA-model) [J/kg]. */
  public static final double HEAT_OF_BOILING = 2.26e6;

  /** Heat capacity of tissue whose water is steam, 0.44 to 0.8 MJ (MITA-model) [J/(m3 K)]. */
  public static final double DRY_CAPACITY = 0.6e6;

  /** Below this the Rabin conductivity is a power of the temperature [K]. */
  public static final double POWER_LAW_BELOW = 251.0;

  private static final double POWER_LAW_FACTOR = 1005.0;
  private static final double POWER_LAW_EXPONENT = -1.15;
  private static final double ICE_EXPONENT = -1.235;

  /** A law of tissue with the water of liver. */
  public ThermalLaw(
      FrozenLaw law,
      double density,
      double specificHeat,
      double frozenSpecificHeat,
      double conductivity,
      double frozenConductivity,
      double liquidus,
      double solidus,
      double latentHeat) {
    this(
        law,
        density,
        specificHeat,
        frozenSpecificHeat,
        conductivity,
        frozenConductivity,
        liquidus,
        solidus,
        latentHeat,
        WATER_OF_LIVER);
  }

  /** The law of a tissue. */
  public static ThermalLaw of(Tissue t) {
    return new ThermalLaw(
        t.frozenLaw(),
        t.value(DENSITY),
        t.value(SPECIFIC_HEAT),
        t.value(FROZEN_SPECIFIC_HEAT),
        t.value(CONDUCTIVITY),
        t.value(FROZEN_CONDUCTIVITY),
        t.value(LIQUIDUS),
        t.value(SOLIDUS),
        t.value(LATENT_HEAT),
        t.value(WATER));
  }

  /**
   * Conductivity [W/(m K)] at a temperature [K]. Rabin form: Rossi, Tanaka, Shimada, Rabin 2007
   * (PMC2190752), with the tissue's own unfrozen value joined linearly between liquidus and 251 K.
   */
  public double conductivity(double temperature) {
    if (temperature >= liquidus) {
      return conductivity;
    }
    if (law == FrozenLaw.CONSTANT) {
      return temperature <= solidus
          ? frozenConductivity
          : mix(temperature, liquidus, solidus, conductivity, frozenConductivity);
    }
    if (law == FrozenLaw.ICE) {
      return temperature <= solidus
          ? ice(temperature)
          : mix(temperature, liquidus, solidus, conductivity, ice(solidus));
    }
    double join = Math.min(POWER_LAW_BELOW, solidus);
    return temperature < join
        ? powerLaw(temperature)
        : mix(temperature, liquidus, join, conductivity, powerLaw(join));
  }

  /**
   * Volumetric heat capacity without latent heat [J/(m3 K)]. Frozen, Rabin form: falls with
   * temperature as that of ice, 7.16 T + 138 J/(kg K) (Choi and Bischof 2010,
   * 10.1016/j.cryobiol.2009.11.004).
   */
  public double sensibleCapacity(double temperature) {
    if (temperature >= liquidus) {
      return density * specificHeat;
    }
    if (temperature > solidus) {
      return density * 0.5 * (specificHeat + frozenHeat(solidus));
    }
    return density * frozenHeat(temperature);
  }

  /** Heat capacity with latent heat spread evenly between solidus and liquidus [J/(m3 K)]. */
  public double capacity(double temperature) {
    double sensible = sensibleCapacity(temperature);
    boolean mushy = temperature > solidus && temperature < liquidus;
    return mushy ? sensible + density * latentHeat / (liquidus - solidus) : sensible;
  }

  private double frozenHeat(double temperature) {
    if (law == FrozenLaw.CONSTANT) {
      return frozenSpecificHeat;
    }
    return frozenSpecificHeat * (7.16 * temperature + 138.0) / (7.16 * 273.15 + 138.0);
  }

  private double ice(double temperature) {
    return frozenConductivity * StrictMath.pow(temperature / POWER_LAW_BELOW, ICE_EXPONENT);
  }

  private static double powerLaw(double temperature) {
    return POWER_LAW_FACTOR * StrictMath.pow(temperature, POWER_LAW_EXPONENT);
  }

  private static double mix(double t, double warm, double cold, double atWarm, double atCold) {
    return atWarm + (warm - t) / (warm - cold) * (atCold - atWarm);
  }
}
