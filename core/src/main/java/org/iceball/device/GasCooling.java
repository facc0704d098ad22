package org.iceball.device;

import org.iceball.tissue.Cited;

/**
 * What a needle's tip does with its gas.
 *
 * @param coolant what flows
 * @param flow of argon, or of liquid nitrogen, through the needle [kg/s]; argon's at {@code
 *     pressure}
 * @param pressure at which it has that flow [Pa]
 * @param recuperator effectiveness of the heat exchanger in the shaft, in which the spent gas cools
 *     the fresh gas [1]
 * @param exchange heat transfer between the coldest gas and the wall, per area of the active zone's
 *     outer surface [W/(m2 K)]
 * @param timeConstant in which tip and recuperator cool down [s]
 * @param shaftConduction of the metal of the insulated shaft, conductivity times cross-section [W
 *     m/K]
 */
public record GasCooling(
    Coolant coolant,
    Cited flow,
    Cited pressure,
    Cited recuperator,
    Cited exchange,
    Cited timeConstant,
    Cited shaftConduction) {

  /** What a needle is cooled with. */
  public enum Coolant {
    /** Argon that expands to freeze, helium that expands to thaw. */
    ARGON,
    /** Liquid nitrogen that boils to freeze; it can't thaw. */
    NITROGEN
  }

  /** The same with another flow [kg/s]. */
  public GasCooling withFlow(Cited other) {
    return new GasCooling(
        coolant, other, pressure, recuperator, exchange, timeConstant, shaftConduction);
  }

  /** The same with another recuperator [1]. */
  public GasCooling withRecuperator(Cited other) {
    return new GasCooling(coolant, flow, pressure, other, exchange, timeConstant, shaftConduction);
  }

  /** The same with another exchange between gas and wall [W/(m2 K)]. */
  public GasCooling withExchange(Cited other) {
    return new GasCooling(
        coolant, flow, pressure, recuperator, other, timeConstant, shaftConduction);
  }
}
