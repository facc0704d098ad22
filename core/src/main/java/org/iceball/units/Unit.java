package org.iceball.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every unit a quantity may be written in. SI value = (number + shift) * numerator / denominator,
 * in decimal arithmetic, so that {@code 1.47 mm} is exactly the double nearest to 0.00147.
 */
enum Unit {
  MM("mm", Dimension.LENGTH, "0.001"),
  CM("cm", Dimension.LENGTH, "0.01"),
  M("m", Dimension.LENGTH, "1"),
  UM("um", Dimension.LENGTH, "0.000001"),

  ML("ml", Dimension.VOLUME, "0.000001"),
  CM3("cm3", Dimension.VOLUME, "0.000001"),
  MM3("mm3", Dimension.VOLUME, "0.000000001"),
  M3("m3", Dimension.VOLUME, "1"),

  MIN("min", Dimension.TIME, "60"),
  S("s", Dimension.TIME, "1"),
  H("h", Dimension.TIME, "3600"),

  DEGC("degC", Dimension.TEMPERATURE, "1", "1", "273.15"),
  KELVIN("K", Dimension.TEMPERATURE, "1"),
  KELVIN_DIFFERENCE("K", Dimension.TEMPERATURE_DIFFERENCE, "1"),

  // pi to 34 digits, the precision of MathContext.DECIMAL128
  DEG("deg", Dimension.ANGLE, "3.141592653589793238462643383279503", "180", "0"),
  RAD("rad", Dimension.ANGLE, "1"),

  KG_M3("kg/m3", Dimension.DENSITY, "1"),
  G_CM3("g/cm3", Dimension.DENSITY, "1000"),
  G_ML("g/ml", Dimension.DENSITY, "1000"),

  J_KG_K("J/(kg K)", Dimension.SPECIFIC_HEAT, "1"),
  KJ_KG_K("kJ/(kg K)", Dimension.SPECIFIC_HEAT, "1000"),

  W_M_K("W/(m K)", Dimension.CONDUCTIVITY, "1"),

  KJ_KG("kJ/kg", Dimension.LATENT_HEAT, "1000"),
  J_KG("J/kg", Dimension.LATENT_HEAT, "1"),

  PER_S("1/s", Dimension.PERFUSION, "1"),
  PER_MIN("1/min", Dimension.PERFUSION, "1", "60", "0"),
  ML_MIN_ML("ml/min/ml", Dimension.PERFUSION, "1", "60", "0"),

  W_M3("W/m3", Dimension.POWER_DENSITY, "1"),
  KW_M3("kW/m3", Dimension.POWER_DENSITY, "1000"),

  W("W", Dimension.POWER, "1"),
  MW("mW", Dimension.POWER, "0.001"),

  W_M2_K("W/(m2 K)", Dimension.HEAT_TRANSFER, "1"),

  M_S("m/s", Dimension.VELOCITY, "1"),
  CM_S("cm/s", Dimension.VELOCITY, "0.01"),

  MPA("MPa", Dimension.PRESSURE, "1000000"),
  BAR("bar", Dimension.PRESSURE, "100000"),
  PSI("psi", Dimension.PRESSURE, "6894.757293168"),
  PA("Pa", Dimension.PRESSURE, "1"),

  G_S("g/s", Dimension.MASS_FLOW, "0.001"),
  KG_S("kg/s", Dimension.MASS_FLOW, "1"),

  MW_MM_K("mW mm/K", Dimension.LINE_CONDUCTANCE, "0.000001"),
  W_M_PER_K("W m/K", Dimension.LINE_CONDUCTANCE, "1"),

  PERCENT("%", Dimension.FRACTION, "0.01"),
  ONE("1", Dimension.FRACTION, "1"),

  RATE_PER_S("1/s", Dimension.RATE, "1"),

  K_MIN("K/min", Dimension.COOLING_RATE, "1", "60", "0"),
  K_S("K/s", Dimension.COOLING_RATE, "1"),

  KJ_MOL("kJ/mol", Dimension.MOLAR_ENERGY, "1000"),
  J_MOL("J/mol", Dimension.MOLAR_ENERGY, "1"),

  S_M("S/m", Dimension.ELECTRICAL_CONDUCTIVITY, "1"),

  PERCENT_K("%/K", Dimension.PER_KELVIN, "0.01"),
  PER_K("1/K", Dimension.PER_KELVIN, "1"),

  VOLT("V", Dimension.VOLTAGE, "1"),

  MA("mA", Dimension.CURRENT, "0.001"),
  A("A", Dimension.CURRENT, "1"),

  OHM("ohm", Dimension.RESISTANCE, "1");

  private final String symbol;
  private final Dimension dimension;
  private final BigDecimal numerator;
  private final BigDecimal denominator;
  private final BigDecimal shift;

  Unit(String symbol, Dimension dimension, String factor) {
    this(symbol, dimension, factor, "1", "0");
  }

  Unit(String symbol, Dimension dimension, String numerator, String denominator, String shift) {
    this.symbol = symbol;
    this.dimension = dimension;
    this.numerator = new BigDecimal(numerator);
    this.denominator = new BigDecimal(denominator);
    this.shift = new BigDecimal(shift);
  }

  String symbol() {
    return symbol;
  }

  Dimension dimension() {
    return dimension;
  }

  /** The number in this unit as SI [unit of the dimension]. */
  double toSi(BigDecimal number) {
    return number
        .add(shift, MathContext.DECIMAL128)
        .multiply(numerator, MathContext.DECIMAL128)
        .divide(denominator, MathContext.DECIMAL128)
        .doubleValue();
  }

  /** The finite SI value as a number in this unit, to 12 digits. */
  BigDecimal fromSi(double si) {
    return new BigDecimal(Double.toString(si))
        .multiply(denominator, MathContext.DECIMAL128)
        .divide(numerator, MathContext.DECIMAL128)
        .subtract(shift, MathContext.DECIMAL128)
        .round(new MathContext(12));
  }

  /** The units of a dimension, the one people use most first. */
  static List<Unit> of(Dimension dimension) {
    List<Unit> found = new ArrayList<>();
    for (Unit unit : values()) {
      if (unit.dimension == dimension) {
        found.add(unit);
      }
    }
    return found;
  }

  /** The unit of that dimension which is written so, in any of the usual spellings. */
  static Optional<Unit> of(Dimension dimension, String written) {
    String plain = plain(written);
    return of(dimension).stream().filter(u -> plain(u.symbol).equals(plain)).findFirst();
  }

  /** One spelling for all: {@code W/(m K)}, {@code W/(m*K)} and {@code W/m/K} become the last. */
  private static String plain(String written) {
    StringBuilder out = new StringBuilder();
    boolean below = false;
    boolean gap = false;
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      switch (c) {
        case '(' -> below = true;
        case ')' -> below = false;
        case ' ', '*', '\u00b7' -> gap = true;
        case '^' -> {}
        default -> {
          // inside "/( )" a product goes below the line, factor by factor
          if (gap && below && out.length() > 0 && out.charAt(out.length() - 1) != '/') {
            out.append('/');
          }
          gap = false;
          out.append(
              switch (c) {
                case '\u00b2' -> '2';
                case '\u00b3' -> '3';
                case '\u00b5', '\u03bc' -> 'u';
                default -> c;
              });
        }
      }
    }
    return out.toString().replace("mL", "ml").replace("\u00b0C", "degC");
  }
}
