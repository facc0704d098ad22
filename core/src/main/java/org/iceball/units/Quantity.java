package org.iceball.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Numbers with units, as people write them: {@code -150 degC}, {@code 1.47 mm}, {@code 10 min}. The
 * decimal sign is a point on every machine. A number without its unit is refused: whoever writes
 * one knows the unit, whoever reads one has to guess.
 */
public final class Quantity {
  // No two parts of the pattern can match the same text: linear time on hostile input.
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?");
  private static final int LONGEST = 100;
  private static final String PLACE = "quantity";

  private Quantity() {}

  /**
   * The value of a written quantity.
   *
   * @param text number and unit
   * @param dimension what it has to measure
   * @return the value in {@link Dimension#siUnit()}, always finite
   * @throws CaseException with one finding: {@code NOT_A_NUMBER}, {@code MISSING_UNIT}, {@code
   *     WRONG_UNIT} or {@code OUT_OF_RANGE}
   */
  public static double parse(String text, Dimension dimension) {
    String trimmed = text.strip().replace('\u2212', '-');
    Matcher matcher = NUMBER.matcher(trimmed);
    if (trimmed.length() > LONGEST || !matcher.lookingAt()) {
      throw notANumber(text, dimension);
    }
    String number = matcher.group();
    String unit = trimmed.substring(matcher.end()).strip();
    if (unit.startsWith(",") || unit.startsWith(".")) {
      throw notANumber(text, dimension);
    }
    if (unit.isEmpty()) {
      throw missingUnit(number, dimension);
    }
    Unit known =
        Unit.of(dimension, unit).orElseThrow(() -> wrongUnit(text, number, unit, dimension));
    double si = known.toSi(new BigDecimal(number));
    if (!Double.isFinite(si)) {
      throw refuse(
          Complaint.NOT_A_NUMBER,
          quoted(text) + " is not a finite number",
          "write a number of ordinary size");
    }
    if (dimension == Dimension.TEMPERATURE && si < 0) {
      throw refuse(
          Complaint.OUT_OF_RANGE,
          quoted(text) + " lies below absolute zero",
          "write a temperature above -273.15 degC");
    }
    return si;
  }

  /**
   * The value in the unit people use most, for example {@code 1.47 mm}; {@link #parse} reads it
   * back to 12 digits.
   *
   * @param si value in {@link Dimension#siUnit()}
   */
  public static String text(double si, Dimension dimension) {
    Unit unit = preferred(si, dimension);
    if (!Double.isFinite(si)) {
      return si + " " + unit.symbol();
    }
    BigDecimal number = unit.fromSi(si).stripTrailingZeros();
    boolean ordinary =
        number.signum() == 0 || (number.scale() <= 9 && number.precision() - number.scale() <= 9);
    String digits = ordinary ? number.toPlainString() : number.toString();
    return digits + " " + unit.symbol();
  }

  /** The units that {@link #parse} takes for a dimension, for messages: {@code mm, cm, m or um}. */
  public static String units(Dimension dimension) {
    List<String> symbols = Unit.of(dimension).stream().map(Unit::symbol).toList();
    int last = symbols.size() - 1;
    return last == 0
        ? symbols.get(0)
        : String.join(", ", symbols.subList(0, last)) + " or " + symbols.get(last);
  }

  private static Unit preferred(double si, Dimension dimension) {
    if (dimension == Dimension.TIME && Math.abs(si) < 60) {
      return Unit.S;
    }
    if (dimension == Dimension.POWER_DENSITY && Math.abs(si) >= 1000) {
      return Unit.KW_M3;
    }
    // densities, specific heats, powers: the SI unit itself
    return Unit.of(dimension).get(0);
  }

  private static CaseException notANumber(String text, Dimension dimension) {
    String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    String remedy =
        shown.matches("\\s*[+-]?[0-9]+,[0-9]+.*")
            ? "write a decimal point, as in `" + shown.strip().replace(',', '.') + "`"
            : "write a number and its unit, as in `" + example(dimension) + "`";
    return refuse(Complaint.NOT_A_NUMBER, quoted(shown) + " is no number with a unit", remedy);
  }

  private static CaseException missingUnit(String number, Dimension dimension) {
    String likely = Unit.of(dimension).get(0).symbol();
    return refuse(
        Complaint.MISSING_UNIT,
        quoted(number) + " has no unit",
        "write `"
            + number
            + " "
            + likely
            + "` if that is what you mean ("
            + name(dimension)
            + " is written in "
            + units(dimension)
            + ")");
  }

  private static CaseException wrongUnit(
      String text, String number, String unit, Dimension dimension) {
    Optional<String> flow = perMassFlow(number, unit, dimension);
    if (flow.isPresent()) {
      return refuse(
          Complaint.WRONG_UNIT,
          quoted(unit) + " is blood flow per mass of tissue, and the density would be a guess",
          flow.get());
    }
    String measured =
        List.of(Dimension.values()).stream()
            .filter(d -> Unit.of(d, unit).isPresent())
            .map(Quantity::name)
            .collect(Collectors.joining(" or "));
    String cause =
        measured.isEmpty()
            ? quoted(unit) + " in " + quoted(text) + " is no unit known here"
            : quoted(text) + " is " + measured + ", not " + name(dimension);
    return refuse(
        Complaint.WRONG_UNIT, cause, "write " + name(dimension) + " in " + units(dimension));
  }

  /** What to write instead of a flow per mass, at the density of liver. */
  private static Optional<String> perMassFlow(String number, String unit, Dimension dimension) {
    if (dimension != Dimension.PERFUSION) {
      return Optional.empty();
    }
    String plain = unit.replace(" ", "").replace("mL", "ml");
    double perKilogram; // [ml/min/kg] for one of the unit
    switch (plain) {
      case "ml/min/100g" -> perKilogram = 10;
      case "ml/min/kg" -> perKilogram = 1;
      case "ml/min/g" -> perKilogram = 1000;
      default -> {
        return Optional.empty();
      }
    }
    // 1 ml/min/kg = 1e-6 m3 / 60 s / kg; times a density of 1079 kg/m3, that of liver
    BigDecimal perSecond =
        new BigDecimal(number)
            .multiply(BigDecimal.valueOf(perKilogram * 1e-6 / 60 * 1079))
            .round(new MathContext(3, RoundingMode.HALF_EVEN));
    return Optional.of(
        "multiply by the tissue's density; at 1079 kg/m3, as in liver, write `"
            + perSecond.stripTrailingZeros()
            + " 1/s`");
  }

  private static String example(Dimension dimension) {
    return "37 " + Unit.of(dimension).get(0).symbol();
  }

  /** The dimension in words. */
  private static String name(Dimension dimension) {
    return switch (dimension) {
      case LENGTH -> "a length";
      case TIME -> "a time";
      case TEMPERATURE -> "a temperature";
      case ANGLE -> "an angle";
      default -> "a " + dimension.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }

  private static String quoted(String text) {
    return "`" + text.strip() + "`";
  }

  private static CaseException refuse(Complaint complaint, String cause, String remedy) {
    return new CaseException(Finding.of(complaint, PLACE, cause, remedy));
  }
}
