package org.iceball.validation.oracle;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * A tissue as functions of temperature, for the references of this package.
 *
 * @param conductivity k(T), continuous [W/(m K)]
 * @param heatCapacity volumetric, without latent heat; may jump at the solidus and the liquidus
 *     [J/(m3 K)]
 * @param latentHeat released evenly between liquidus and solidus [J/m3]
 * @param solidus [K]
 * @param liquidus [K]
 * @param kinks other temperatures at which a function has a kink [K]
 * @param perfusion blood flow times the heat capacity of blood, w rho_b c_b [W/(m3 K)]
 * @param bodyTemperature of blood, of the tissue at the start, and far away [K]
 * @param metabolicHeat in frozen tissue, too [W/m3]
 */
public record RadialTissue(
    DoubleUnaryOperator conductivity,
    DoubleUnaryOperator heatCapacity,
    double latentHeat,
    double solidus,
    double liquidus,
    List<Double> kinks,
    double perfusion,
    double bodyTemperature,
    double metabolicHeat) {

  /** Where the power law of {@link #rabin} begins [K]. */
  private static final double POWER_LAW_BELOW = 251;

  public RadialTissue {
    if (!(solidus < liquidus && liquidus < bodyTemperature)) {
      throw new IllegalArgumentException("solidus, liquidus and body temperature must rise");
    }
    if (!(latentHeat >= 0 && perfusion >= 0)) {
      throw new IllegalArgumentException("latent heat and perfusion can't be negative");
    }
    kinks = List.copyOf(kinks);
  }

  /**
   * Constant properties of ice and of tissue; between solidus and liquidus the conductivity is
   * linear and the heat capacity the mean. No perfusion, no metabolism, body at 310.15 K.
   *
   * @param conductivity unfrozen [W/(m K)]
   * @param frozenConductivity [W/(m K)]
   * @param heatCapacity unfrozen, volumetric [J/(m3 K)]
   * @param frozenHeatCapacity volumetric [J/(m3 K)]
   * @param latentHeat [J/m3]
   * @param solidus [K]
   * @param liquidus [K]
   */
  public static RadialTissue constant(
      double conductivity,
      double frozenConductivity,
      double heatCapacity,
      double frozenHeatCapacity,
      double latentHeat,
      double solidus,
      double liquidus) {
    return of(
        t -> between(t, solidus, frozenConductivity, liquidus, conductivity),
        heatCapacity,
        t -> frozenHeatCapacity,
        latentHeat,
        solidus,
        liquidus,
        List.of());
  }

  /**
   * Conductivity of the Rabin form (Rossi, Tanaka, Shimada, Rabin, Comput. Methods Programs Biomed.
   * 85:41, 2007): 1005 T^-1.15 below 251 K, linear from there to the unfrozen value at the
   * liquidus. No perfusion, no metabolism, body at 310.15 K.
   *
   * @param conductivity unfrozen [W/(m K)]
   * @param heatCapacity unfrozen, volumetric [J/(m3 K)]
   * @param frozenHeatCapacity volumetric, at a temperature [K] below the solidus [J/(m3 K)]
   * @param latentHeat [J/m3]
   * @param solidus where the power law begins, if below 251 K [K]
   * @param liquidus [K]
   */
  public static RadialTissue rabin(
      double conductivity,
      double heatCapacity,
      DoubleUnaryOperator frozenHeatCapacity,
      double latentHeat,
      double solidus,
      double liquidus) {
    double join = Math.min(POWER_LAW_BELOW, solidus);
    double atJoin = 1005 * Math.pow(join, -1.15);
    return of(
        t ->
            t < join ? 1005 * Math.pow(t, -1.15) : between(t, join, atJoin, liquidus, conductivity),
        heatCapacity,
        frozenHeatCapacity,
        latentHeat,
        solidus,
        liquidus,
        List.of(join));
  }

  /**
   * A gel that freezes to ice: conductivity proportional to T^-1.235 below the solidus (Choi and
   * Bischof, Cryobiology 60:52, 2010), linear from there to the unfrozen value at the liquidus. No
   * perfusion, no metabolism, body at 310.15 K.
   *
   * @param conductivity unfrozen [W/(m K)]
   * @param at251 conductivity of the ice at 251 K [W/(m K)]
   * @param heatCapacity unfrozen, volumetric [J/(m3 K)]
   * @param frozenHeatCapacity volumetric, at a temperature [K] below the solidus [J/(m3 K)]
   * @param latentHeat [J/m3]
   * @param solidus [K]
   * @param liquidus [K]
   */
  public static RadialTissue gel(
      double conductivity,
      double at251,
      double heatCapacity,
      DoubleUnaryOperator frozenHeatCapacity,
      double latentHeat,
      double solidus,
      double liquidus) {
    DoubleUnaryOperator ice = t -> at251 * Math.pow(251 / t, 1.235);
    double atSolidus = ice.applyAsDouble(solidus);
    return of(
        t ->
            t < solidus
                ? ice.applyAsDouble(t)
                : between(t, solidus, atSolidus, liquidus, conductivity),
        heatCapacity,
        frozenHeatCapacity,
        latentHeat,
        solidus,
        liquidus,
        List.of());
  }

  /**
   * Volumetric heat capacity of ice as function of temperature [J/(m3 K)] for {@link #rabin}: 7.16
   * T + 138 J/(kg K) (Choi and Bischof, Cryobiology 60:52, 2010) times a density [kg/m3].
   */
  public static DoubleUnaryOperator ice(double density) {
    return t -> density * (7.16 * t + 138);
  }

  /**
   * A tissue of any conductivity, with the mean of the heat capacities of both sides between
   * solidus and liquidus. No perfusion, no metabolism, body at 310.15 K.
   */
  public static RadialTissue of(
      DoubleUnaryOperator conductivity,
      double heatCapacity,
      DoubleUnaryOperator frozenHeatCapacity,
      double latentHeat,
      double solidus,
      double liquidus,
      List<Double> kinks) {
    double mean = (heatCapacity + frozenHeatCapacity.applyAsDouble(solidus)) / 2;
    DoubleUnaryOperator capacity =
        t ->
            t >= liquidus ? heatCapacity : t > solidus ? mean : frozenHeatCapacity.applyAsDouble(t);
    return new RadialTissue(
        conductivity, capacity, latentHeat, solidus, liquidus, kinks, 0, 310.15, 0);
  }

  /**
   * This tissue with blood and metabolism.
   *
   * @param coupling w rho_b c_b [W/(m3 K)]
   * @param temperature of blood and body [K]
   * @param metabolism [W/m3]
   */
  public RadialTissue withBlood(double coupling, double temperature, double metabolism) {
    return new RadialTissue(
        conductivity,
        heatCapacity,
        latentHeat,
        solidus,
        liquidus,
        kinks,
        coupling,
        temperature,
        metabolism);
  }

  /** Conductivity at body temperature [W/(m K)]. */
  double unfrozenConductivity() {
    return conductivity.applyAsDouble(bodyTemperature);
  }

  /** Diffusivity at body temperature [m2/s]. */
  double unfrozenDiffusivity() {
    return unfrozenConductivity() / heatCapacity.applyAsDouble(bodyTemperature);
  }

  /** Whether conductivity and heat capacity just above the liquidus are those of the body. */
  boolean isConstantAboveLiquidus() {
    double justAbove = liquidus + 1e-9 * (bodyTemperature - liquidus);
    return conductivity.applyAsDouble(justAbove) == unfrozenConductivity()
        && heatCapacity.applyAsDouble(justAbove) == heatCapacity.applyAsDouble(bodyTemperature);
  }

  /** Rising temperatures from the coldest to the liquidus, every kink among them [K]. */
  double[] temperaturesFrom(double coldest, double step) {
    DoubleStream ends =
        DoubleStream.concat(
            DoubleStream.of(coldest, solidus, liquidus),
            kinks.stream().mapToDouble(Double::doubleValue));
    double[] knots = ends.filter(t -> t >= coldest && t <= liquidus).sorted().distinct().toArray();
    DoubleStream.Builder all = DoubleStream.builder();
    for (int i = 1; i < knots.length; i++) {
      double span = knots[i] - knots[i - 1];
      int count = Math.max(50, (int) Math.ceil(span / step));
      for (int j = 0; j < count; j++) {
        all.add(knots[i - 1] + span * j / count);
      }
    }
    return all.add(liquidus).build().toArray();
  }

  /** Heat capacity with the latent heat in it, at a temperature that is no kink [J/(m3 K)]. */
  double apparentCapacity(double temperature) {
    double sensible = heatCapacity.applyAsDouble(temperature);
    boolean freezing = temperature > solidus && temperature < liquidus;
    return freezing ? sensible + latentHeat / (liquidus - solidus) : sensible;
  }

  private static double between(double t, double low, double atLow, double high, double atHigh) {
    double share = Math.min(1, Math.max(0, (t - low) / (high - low)));
    return atLow + share * (atHigh - atLow);
  }
}
