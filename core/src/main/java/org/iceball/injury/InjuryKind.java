package org.iceball.injury;

import static org.iceball.units.Dimension.COOLING_RATE;
import static org.iceball.units.Dimension.FRACTION;
import static org.iceball.units.Dimension.LENGTH;
import static org.iceball.units.Dimension.MOLAR_ENERGY;
import static org.iceball.units.Dimension.RATE;
import static org.iceball.units.Dimension.TEMPERATURE;
import static org.iceball.units.Dimension.TEMPERATURE_DIFFERENCE;
import static org.iceball.units.Dimension.TIME;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.iceball.units.Dimension;
import org.iceball.units.Quantity;

/**
 * Every kind of law, the numbers each needs, and how one is made of them. This list and a class for
 * the kind are all there is to add; the numbers of a law of that kind are rows of {@code
 * injury.csv}.
 */
public enum InjuryKind {
  COLDER_THAN((n, parts) -> new Isotherm(n.get("temperature")), frozen("temperature")),
  HELD_BELOW(
      (n, parts) -> new HoldTime(n.get("temperature"), n.get("duration")),
      frozen("temperature"),
      number("duration", TIME, "0.1 s", "24 h")),
  FROZEN_FASTER(
      (n, parts) -> new CoolingRate(n.get("temperature"), n.get("rate")),
      frozen("temperature"),
      number("rate", COOLING_RATE, "0.01 K/min", "10000 K/min")),
  FROZEN_AGAIN(
      (n, parts) ->
          new RepeatedFreeze(
              n.get("temperature"), n.get("rewarmed"), (int) Math.round(n.get("freezes"))),
      frozen("temperature"),
      number("rewarmed", TEMPERATURE, "-60 degC", "37 degC"),
      number("freezes", FRACTION, "1 1", "9 1")),
  INSIDE_ICE(
      (n, parts) -> new InsideEdge(n.get("edge"), n.get("depth")),
      frozen("edge"),
      number("depth", LENGTH, "0 mm", "50 mm")),
  ANY_OF((n, parts) -> new AnyOf(parts)),
  HOTTER_THAN(
      (n, parts) -> new HotIsotherm(n.get("temperature")),
      number("temperature", TEMPERATURE, "40 degC", "120 degC")),
  ARRHENIUS(
      (n, parts) -> new Arrhenius(n.get("frequency"), n.get("energy"), n.get("from")),
      number("frequency", RATE, "1e10 1/s", "1e150 1/s"),
      number("energy", MOLAR_ENERGY, "1e4 J/mol", "1e6 J/mol"),
      warm("from")),
  THREE_STATE(
      (n, parts) ->
          new ThreeState(
              n.get("forward"),
              n.get("backward"),
              n.get("scale"),
              n.get("alive"),
              n.get("viability"),
              n.get("from")),
      number("forward", RATE, "1e-6 1/s", "1 1/s"),
      number("backward", RATE, "0 1/s", "1 1/s"),
      number("scale", TEMPERATURE_DIFFERENCE, "1 K", "200 K"),
      number("alive", FRACTION, "50 %", "99.9999 %"),
      number("viability", FRACTION, "1 %", "99 %"),
      warm("from")),
  THERMAL_DOSE(
      (n, parts) -> new ThermalDose(n.get("dose"), n.get("from")),
      number("dose", TIME, "1 s", "100000 min"),
      warm("from"));

  /**
   * A number that a law of a kind has.
   *
   * @param key its name
   * @param dimension what it measures
   * @param low least value that makes sense [SI]
   * @param high greatest [SI]
   */
  public record Parameter(String key, Dimension dimension, double low, double high) {}

  private interface Maker {
    InjuryLaw make(Map<String, Double> numbers, List<InjuryLaw> parts);
  }

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final Maker maker;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Parameter> numbers;

  InjuryKind(Maker maker, Parameter... numbers) {
    this.maker = maker;
    this.numbers = List.of(numbers);
  }

  private static Parameter number(String key, Dimension dimension, String low, String high) {
    return new Parameter(
        key, dimension, Quantity.parse(low, dimension), Quantity.parse(high, dimension));
  }

  private static Parameter frozen(String key) {
    return number(key, TEMPERATURE, "-196 degC", "0 degC");
  }

  private static Parameter warm(String key) {
    return number(key, TEMPERATURE, "38 degC", "43 degC");
  }

  /** Its word in {@code injury.csv}, for example {@code held_below}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The numbers that a law of this kind has. */
  public List<Parameter> numbers() {
    return numbers;
  }

  /** Whether a law of this kind joins others instead of having numbers. */
  public boolean isOfParts() {
    return this == ANY_OF;
  }

  /**
   * Makes a law.
   *
   * @param values every number of {@link #numbers} by its key [SI]
   * @param parts the laws it joins; empty for most kinds
   */
  public InjuryLaw law(Map<String, Double> values, List<InjuryLaw> parts) {
    return maker.make(values, parts);
  }
}
