package org.iceball.device;

/**
 * A coolant that flows through a needle. Per kilogram it takes up {@code heat} if it leaves the tip
 * at {@code reference}, and {@code perKelvin} more for each kelvin that it leaves warmer. Between
 * gas and wall the heat crosses a conductance. So the needle takes up, with its wall at T, the
 * lesser of two:
 *
 * <pre>
 *   exchange   U (T - coldest)
 *   supply     m (heat + c (T - reference)) / (1 + m c / U)
 * </pre>
 *
 * <p>The supply's line is the energy balance of tip and recuperator, with the gas in the tip at T
 * minus what the exchange needs. For expanding gas, heat is the integral Joule-Thomson effect at
 * the temperature of the supply, and c the part of the gas's heat capacity that the recuperator
 * loses (Maytal and Pfotenhauer, Miniature Joule-Thomson Cryocooling, 2013, chapters 3 and 5, from
 * memory, unverified; derived in docs/physics.md). For boiling nitrogen, heat is the latent heat at
 * the boiling point, and c the heat capacity of its vapour.
 *
 * @param rate of the coolant [kg/s], with the valve's duty
 * @param asArgon the same in terms of the argon that a supply gives [kg/s]; 0 where none does
 * @param heat at the reference, once the needle is cold [J/kg]; negative warms
 * @param reference [K]
 * @param perKelvin [J/(kg K)]
 * @param limit the coldest the coolant gets, or the warmest a warming needle is let [K]
 * @param conductance between coolant and wall [W/K]
 * @param timeConstant with which heat and limit come up from nothing and the reference [s]
 */
public record GasFlow(
    double rate,
    double asArgon,
    double heat,
    double reference,
    double perKelvin,
    double limit,
    double conductance,
    double timeConstant)
    implements Pull {
  /** Latent heat of nitrogen at its boiling point [J/kg] (handbook, from memory, unverified). */
  private static final double NITROGEN_LATENT = 199e3;

  /** Boiling point of nitrogen at one atmosphere [K]. */
  private static final double NITROGEN_BOILS = 77.36;

  /** Specific heat of cold nitrogen vapour [J/(kg K)]. */
  private static final double NITROGEN_VAPOUR = 1080;

  /** Argon that freezes. */
  static GasFlow argon(Cryoprobe probe, GasSupply supply, double duty) {
    GasCooling gas = probe.gas();
    double flow = duty * atPressure(gas, supply);
    return new GasFlow(
        flow,
        flow,
        Gas.ARGON.expansionHeat(supply.pressure(), supply.temperature()),
        supply.temperature(),
        (1 - gas.recuperator().value()) * Gas.ARGON.heatCapacity(),
        Gas.ARGON.boilingPoint(),
        gas.exchange().value() * probe.activeSurface(),
        gas.timeConstant().value());
  }

  /**
   * Helium that thaws: through the same orifice, choked, its flow is argon's times the root of the
   * ratio of molar masses. It is turned off, in effect, where the wall reaches the probe's thaw
   * temperature.
   */
  static GasFlow helium(Cryoprobe probe, GasSupply supply) {
    GasCooling gas = probe.gas();
    double ratio = StrictMath.sqrt(Gas.HELIUM.molarMass() / Gas.ARGON.molarMass());
    return new GasFlow(
        ratio * atPressure(gas, supply),
        0,
        Gas.HELIUM.expansionHeat(supply.pressure(), supply.temperature()),
        supply.temperature(),
        (1 - gas.recuperator().value()) * Gas.HELIUM.heatCapacity(),
        probe.thawTemperature().value(),
        gas.exchange().value() * probe.activeSurface(),
        gas.timeConstant().value());
  }

  /** Liquid nitrogen that freezes. */
  static GasFlow nitrogen(Cryoprobe probe, double duty) {
    GasCooling gas = probe.gas();
    return new GasFlow(
        duty * gas.flow().value(),
        0,
        NITROGEN_LATENT,
        NITROGEN_BOILS,
        NITROGEN_VAPOUR,
        NITROGEN_BOILS,
        gas.exchange().value() * probe.activeSurface(),
        gas.timeConstant().value());
  }

  /** A choked flow is proportional to the pressure in front of it. */
  private static double atPressure(GasCooling gas, GasSupply supply) {
    return gas.flow().value() * supply.pressure() / gas.pressure().value();
  }

  @Override
  public Load load(double start, double from, double to, double share) {
    double risen = Pull.risen(timeConstant, from, to);
    double flow = rate * share;
    double part = 1 / (1 + flow * perKelvin / conductance);
    Load.Line supply =
        Load.Line.through(reference, flow * part * risen * heat, flow * part * perKelvin);
    boolean warms = heat < 0;
    double extreme = warms ? limit : start + (limit - start) * risen;
    Load.Line exchange = Load.Line.through(extreme, 0, conductance);
    return warms ? Load.warming(supply, exchange) : Load.cooling(supply, exchange);
  }

  @Override
  public double flow() {
    return asArgon;
  }
}
