package org.iceball.units;

/** What a quantity measures. The SI unit is what the engine uses inside. */
public enum Dimension {
  LENGTH("m"),
  VOLUME("m3"),
  TIME("s"),
  TEMPERATURE("K"),
  TEMPERATURE_DIFFERENCE("K"),
  ANGLE("rad"),
  DENSITY("kg/m3"),
  SPECIFIC_HEAT("J/(kg K)"),
  CONDUCTIVITY("W/(m K)"),
  LATENT_HEAT("J/kg"),
  PERFUSION("1/s"),
  POWER_DENSITY("W/m3"),
  POWER("W"),
  HEAT_TRANSFER("W/(m2 K)"),
  VELOCITY("m/s"),
  PRESSURE("Pa"),
  MASS_FLOW("kg/s"),
  LINE_CONDUCTANCE("W m/K"),
  FRACTION("1"),
  RATE("1/s"),
  COOLING_RATE("K/s"),
  MOLAR_ENERGY("J/mol"),
  ELECTRICAL_CONDUCTIVITY("S/m"),
  PER_KELVIN("1/K"),
  VOLTAGE("V"),
  CURRENT("A"),
  RESISTANCE("ohm");

  private final String siUnit;

  Dimension(String siUnit) {
    this.siUnit = siUnit;
  }

  /** The SI unit, for messages. */
  public String siUnit() {
    return siUnit;
  }
}
