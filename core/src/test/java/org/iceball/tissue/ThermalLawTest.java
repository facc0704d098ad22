package org.iceball.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The laws at temperatures where their sources' formulas were worked out by hand. */
class ThermalLawTest {
  private static ThermalLaw law(FrozenLaw form, double solidus) {
    return new ThermalLaw(form, 1000, 3600, 1800, 0.5, 2, 272.15, solidus, 250e3);
  }

  @ParameterizedTest
  @CsvSource({
    "310, 0.5",
    "272.15, 0.5",
    "268.65, 1.25",
    "266.9, 1.625",
    "265.15, 2",
    "264, 2",
    "100, 2"
  })
  void theConstantLawGoesStraightFromOneConductivityToTheOther(double kelvin, double expected) {
    assertThat(law(FrozenLaw.CONSTANT, 265.15).conductivity(kelvin))
        .isCloseTo(expected, within(1e-12));
  }

  /** 1005 * 251^-1.15 = 1.748, 1005 * 100^-1.15 = 5.036932, 1005 * 240^-1.15 = 1.840446. */
  @ParameterizedTest
  @CsvSource({
    "265.15, 310, 0.5", "265.15, 272.15, 0.5", "265.15, 251, 1.748", "265.15, 100, 5.036932",
    "265.15, 261.575, 1.124", "240, 240, 1.840446", "240, 251, 1.381818", "240, 100, 5.036932"
  })
  void theRabinLawIsAPowerOfTheTemperatureJoinedByAStraightLine(
      double solidus, double kelvin, double expected) {
    assertThat(law(FrozenLaw.RABIN, solidus).conductivity(kelvin))
        .isCloseTo(expected, within(1e-5));
  }

  /** Frozen, Rabin: 1800 (7.16 T + 138) / (7.16 * 273.15 + 138), that is 1750.76 at 265.15 K. */
  @ParameterizedTest
  @CsvSource({
    "CONSTANT, 310, 3600", "CONSTANT, 272.15, 3600", "CONSTANT, 270, 2700",
        "CONSTANT, 265.15, 1800",
    "CONSTANT, 100, 1800", "RABIN, 300, 3600", "RABIN, 270, 2675.378", "RABIN, 265.15, 1750.757",
    "RABIN, 100, 734.184"
  })
  void heatCapacities(FrozenLaw form, double kelvin, double perKilogram) {
    ThermalLaw law = law(form, 265.15);
    assertThat(law.sensibleCapacity(kelvin) / 1000).isCloseTo(perKilogram, within(0.02));
  }

  @Test
  void latentHeatIsReleasedBetweenLiquidusAndSolidusOnly() {
    ThermalLaw law = law(FrozenLaw.CONSTANT, 265.15);
    assertThat(law.capacity(272.15)).isEqualTo(3.6e6);
    assertThat(law.capacity(265.15)).isEqualTo(1.8e6);
    assertThat(law.capacity(272.1499)).isCloseTo(2.7e6 + 250e6 / 7, within(1.0));
    assertThat(law.capacity(265.1501)).isCloseTo(2.7e6 + 250e6 / 7, within(1.0));
  }
}
