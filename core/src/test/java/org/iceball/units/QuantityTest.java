package org.iceball.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
  private static final List<Dimension> DIMENSIONS = List.of(Dimension.values());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.47 mm|LENGTH|0.00147",
        "1.47mm|LENGTH|0.00147",
        "2 m|LENGTH|2",
        "2.5 cm|LENGTH|0.025",
        "10 um|LENGTH|0.00001",
        "10 \u00b5m|LENGTH|0.00001",
        ".5e1 mm|LENGTH|0.005",
        "30 s|TIME|30",
        "10 min|TIME|600",
        "1.5 h|TIME|5400",
        "-150 degC|TEMPERATURE|123.15",
        "-150 \u00b0C|TEMPERATURE|123.15",
        "\u221220 degC|TEMPERATURE|253.15",
        "37 degC|TEMPERATURE|310.15",
        "300 K|TEMPERATURE|300",
        "5 K|TEMPERATURE_DIFFERENCE|5",
        "180 deg|ANGLE|3.141592653589793",
        "1 rad|ANGLE|1",
        "25 W|POWER|25",
        "25 mW|POWER|0.025",
        "1079 kg/m3|DENSITY|1079",
        "1.079 g/cm3|DENSITY|1079",
        "1.079 g/ml|DENSITY|1079",
        "1.079 g/mL|DENSITY|1079",
        "3540 J/(kg K)|SPECIFIC_HEAT|3540",
        "3540 J/kg/K|SPECIFIC_HEAT|3540",
        "3540 J/(kg*K)|SPECIFIC_HEAT|3540",
        "3.54 kJ/(kg\u00b7K)|SPECIFIC_HEAT|3540",
        "3.54 kJ/kg/K|SPECIFIC_HEAT|3540",
        "0.52 W/(m K)|CONDUCTIVITY|0.52",
        "0.52 W/m/K|CONDUCTIVITY|0.52",
        "250 J/kg|LATENT_HEAT|250",
        "231.7 kJ/kg|LATENT_HEAT|231700",
        "0.016 1/s|PERFUSION|0.016",
        "1.2 1/min|PERFUSION|0.02",
        "1.2 ml/min/ml|PERFUSION|0.02",
        "1.2 mL/min/mL|PERFUSION|0.02",
        "4200 W/m3|POWER_DENSITY|4200",
        "4.2 kW/m\u00b3|POWER_DENSITY|4200",
        "3366 W/(m2 K)|HEAT_TRANSFER|3366",
        "3366 W/m^2/K|HEAT_TRANSFER|3366",
        "5.3 ml|VOLUME|0.0000053",
        "5.3 cm3|VOLUME|0.0000053",
        "5.3 mm3|VOLUME|0.0000000053",
        "1 m3|VOLUME|1",
        "20 cm/s|VELOCITY|0.2",
        "0.2 m/s|VELOCITY|0.2",
        "50 %|FRACTION|0.5",
        "0.5 1|FRACTION|0.5",
      })
  void everyUnitGivesTheNearestDouble(String text, Dimension dimension, double si) {
    assertThat(Quantity.parse(text, dimension)).isEqualTo(si);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.47|LENGTH|MISSING_UNIT|`1.47 mm`",
        "10|TIME|MISSING_UNIT|`10 min`",
        "-150|TEMPERATURE|MISSING_UNIT|`-150 degC`",
        "0.016|PERFUSION|MISSING_UNIT|`0.016 1/s`",
        "5 s|LENGTH|WRONG_UNIT|write a length in mm, cm, m or um",
        "5 furlong|LENGTH|WRONG_UNIT|write a length in mm, cm, m or um",
        "5 mm mm|LENGTH|WRONG_UNIT|write a length",
        "5 ( K|CONDUCTIVITY|WRONG_UNIT|write a conductivity in W/(m K)",
        "5 degC|TEMPERATURE_DIFFERENCE|WRONG_UNIT|write a temperature difference in K",
        "5 MM|LENGTH|WRONG_UNIT|write a length",
        "1,47 mm|LENGTH|NOT_A_NUMBER|`1.47 mm`",
        "1.2.3 mm|LENGTH|NOT_A_NUMBER|write a number and its unit",
        "nan mm|LENGTH|NOT_A_NUMBER|write a number and its unit",
        ".nan|LENGTH|NOT_A_NUMBER|write a number and its unit",
        "inf K|TEMPERATURE|NOT_A_NUMBER|write a number and its unit",
        "1e999 mm|LENGTH|NOT_A_NUMBER|ordinary size",
        "mm|LENGTH|NOT_A_NUMBER|write a number and its unit",
        "''|LENGTH|NOT_A_NUMBER|write a number and its unit",
        "-300 degC|TEMPERATURE|OUT_OF_RANGE|-273.15 degC",
        "100 ml/min/100g|PERFUSION|WRONG_UNIT|`0.018 1/s`",
        "860 mL/min/kg|PERFUSION|WRONG_UNIT|`0.0155 1/s`",
      })
  void whatIsWrongIsSaidWithARemedy(
      String text, Dimension dimension, Complaint complaint, String remedy) {
    Finding finding = refused(text, dimension);
    assertThat(finding.complaint()).isEqualTo(complaint);
    assertThat(finding.remedy()).contains(remedy);
  }

  @Test
  void aWrongDimensionIsNamed() {
    assertThat(refused("5 s", Dimension.LENGTH).cause()).isEqualTo("`5 s` is a time, not a length");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e-999 degC", "-1e-300 degC", "1e-400 mm"})
  void tinyNumbersAreFine(String text) {
    Dimension dimension = text.endsWith("mm") ? Dimension.LENGTH : Dimension.TEMPERATURE;
    assertThat(Quantity.parse(text, dimension)).isFinite();
  }

  @Test
  void aHugeExponentCostsNothing() {
    assertThatThrownBy(() -> Quantity.parse("1e999999999 degC", Dimension.TEMPERATURE))
        .isInstanceOf(CaseException.class);
    assertThatThrownBy(() -> Quantity.parse("1".repeat(1_000_000) + " mm", Dimension.LENGTH))
        .isInstanceOf(CaseException.class);
  }

  @Test
  void theDecimalSignIsAPointInEveryLocale() {
    Locale usual = Locale.getDefault();
    try {
      for (String tag : new String[] {"de-DE", "ar-EG", "hi-IN-u-nu-deva", "tr-TR"}) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(Quantity.parse("1.5 mm", Dimension.LENGTH)).isEqualTo(0.0015);
        assertThat(Quantity.text(0.0015, Dimension.LENGTH)).isEqualTo("1.5 mm");
        assertThat(refused("1.5", Dimension.TIME).remedy()).contains("`1.5 min`");
      }
    } finally {
      Locale.setDefault(usual);
    }
  }

  @ParameterizedTest
  @EnumSource(Dimension.class)
  void whatIsWrittenIsReadBack(Dimension dimension) {
    long seed = 20261122L + dimension.name().hashCode();
    Random random = new Random(seed);
    for (int i = 0; i < 1000; i++) {
      double size = Math.pow(10, random.nextInt(-8, 9));
      boolean positive = dimension == Dimension.TEMPERATURE || random.nextBoolean();
      double si = (positive ? 1 : -1) * random.nextDouble() * size;
      String text = Quantity.text(si, dimension);
      // a temperature in degC keeps 12 digits of the number in degC
      double tolerance = dimension == Dimension.TEMPERATURE ? 1e-9 * (1 + size) : 1e-11 * size;
      assertThat(Quantity.parse(text, dimension))
          .as("seed %d, %s", seed, text)
          .isCloseTo(si, within(tolerance));
    }
  }

  @Test
  void noTextMakesItFailInAnotherWay() {
    long seed = 7;
    Random random = new Random(seed);
    String letters = "0123456789..--++eE ,/()%*^mksKWJgdegCinlhrau\u00b0\u00b5\u00b2\u2212\n";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(14); j >= 0; j--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      Dimension dimension = DIMENSIONS.get(random.nextInt(DIMENSIONS.size()));
      try {
        assertThat(Quantity.parse(text.toString(), dimension)).isFinite();
      } catch (CaseException e) {
        assertThat(e.findings()).as("seed %d, %s", seed, text).hasSize(1);
      }
    }
  }

  @Test
  void everydayValuesReadWell() {
    assertThat(Quantity.text(0.00147, Dimension.LENGTH)).isEqualTo("1.47 mm");
    assertThat(Quantity.text(123.15, Dimension.TEMPERATURE)).isEqualTo("-150 degC");
    assertThat(Quantity.text(273.15, Dimension.TEMPERATURE)).isEqualTo("0 degC");
    assertThat(Quantity.text(600, Dimension.TIME)).isEqualTo("10 min");
    assertThat(Quantity.text(30, Dimension.TIME)).isEqualTo("30 s");
    assertThat(Quantity.text(0, Dimension.LENGTH)).isEqualTo("0 mm");
    assertThat(Quantity.text(231_700, Dimension.LATENT_HEAT)).isEqualTo("231.7 kJ/kg");
    assertThat(Quantity.text(1e-20, Dimension.LENGTH)).isEqualTo("1E-17 mm");
    assertThat(Quantity.text(Double.POSITIVE_INFINITY, Dimension.TIME)).isEqualTo("Infinity min");
  }

  private static Finding refused(String text, Dimension dimension) {
    CaseException e =
        catchThrowableOfType(CaseException.class, () -> Quantity.parse(text, dimension));
    assertThat(e).as("`%s` is refused", text).isNotNull();
    assertThat(e.findings()).hasSize(1);
    return e.findings().get(0);
  }
}
