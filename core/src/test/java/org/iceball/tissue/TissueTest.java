package org.iceball.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import org.iceball.units.Dimension;
import org.junit.jupiter.api.Test;

class TissueTest {
  private static final Citation SOURCE = new Citation("Holmes 1990", "read");

  private static Map<TissueProperty, Cited> properties() {
    Map<TissueProperty, Cited> p = new EnumMap<>(TissueProperty.class);
    double value = 200;
    for (TissueProperty property : TissueProperty.values()) {
      p.put(property, new Cited(value, value - 1, value + 2, SOURCE));
      value += 10;
    }
    return p;
  }

  @Test
  void aTissueHasEveryProperty() {
    Tissue tissue = new Tissue("a", "a tissue", FrozenLaw.RABIN, properties());
    assertThat(tissue.value(TissueProperty.DENSITY)).isEqualTo(200);
    assertThat(tissue.value(TissueProperty.METABOLIC_HEAT)).isEqualTo(290);
    Map<TissueProperty, Cited> fewer = properties();
    fewer.remove(TissueProperty.LATENT_HEAT);
    assertThatThrownBy(() -> new Tissue("a", "a tissue", FrozenLaw.RABIN, fewer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("latent_heat");
  }

  @Test
  void itsNumbersStandInTheirOwnOrderHoweverTheyWereGiven() {
    Tissue tissue = new Tissue("a", "a tissue", FrozenLaw.RABIN, Map.copyOf(properties()));
    assertThat(tissue.properties().keySet()).containsExactly(TissueProperty.values());
    assertThat(tissue.with(FrozenLaw.ICE).properties().keySet())
        .containsExactly(TissueProperty.values());
  }

  @Test
  void oneNumberOrTheLawCanBeReplacedAndNothingElseChanges() {
    Tissue tissue = new Tissue("a", "a tissue", FrozenLaw.RABIN, properties());
    Tissue other = tissue.with(TissueProperty.SOLIDUS, Cited.byUser(263));
    assertThat(other.value(TissueProperty.SOLIDUS)).isEqualTo(263);
    assertThat(other.value(TissueProperty.LIQUIDUS))
        .isEqualTo(tissue.value(TissueProperty.LIQUIDUS));
    assertThat(tissue.value(TissueProperty.SOLIDUS)).isEqualTo(260);
    Tissue constant = tissue.with(FrozenLaw.CONSTANT);
    assertThat(constant.frozenLaw()).isEqualTo(FrozenLaw.CONSTANT);
    assertThat(constant.properties()).isEqualTo(tissue.properties());
  }

  @Test
  void aLawIsMadeOfItsTissuesNumbers() {
    ThermalLaw law = ThermalLaw.of(new Tissue("a", "a", FrozenLaw.CONSTANT, properties()));
    assertThat(law)
        .isEqualTo(new ThermalLaw(FrozenLaw.CONSTANT, 200, 210, 230, 220, 240, 250, 260, 270, 320));
  }

  @Test
  void aNumberLiesInItsOwnInterval() {
    assertThat(new Cited(1, 1, 1, SOURCE).value()).isEqualTo(1);
    assertThatThrownBy(() -> new Cited(1, 1.1, 2, SOURCE))
        .hasMessageContaining("Holmes 1990 (read)");
    assertThatThrownBy(() -> new Cited(1, 0, 0.9, SOURCE)).hasMessageContaining("interval");
    Cited users = Cited.byUser(7);
    assertThat(users.low()).isEqualTo(7);
    assertThat(users.high()).isEqualTo(7);
    assertThat(users.citation()).isEqualTo(Citation.CASE_FILE);
  }

  @Test
  void keysAndDimensionsAreThoseOfTheCaseFile() {
    assertThat(TissueProperty.FROZEN_CONDUCTIVITY.key()).isEqualTo("frozen_conductivity");
    assertThat(TissueProperty.PERFUSION.dimension()).isEqualTo(Dimension.PERFUSION);
    assertThat(FrozenLaw.RABIN.key()).isEqualTo("rabin");
  }

  @Test
  void curvesAreEqualWhereTheirLawsAre() {
    ThermalLaw law =
        new ThermalLaw(FrozenLaw.RABIN, 1079, 3540, 1800, 0.52, 2, 272.15, 265.15, 231e3);
    ThermalLaw other =
        new ThermalLaw(FrozenLaw.RABIN, 1079, 3540, 1800, 0.51, 2, 272.15, 265.15, 231e3);
    EnthalpyCurve curve = new EnthalpyCurve(law);
    assertThat(curve)
        .isEqualTo(new EnthalpyCurve(law))
        .hasSameHashCodeAs(new EnthalpyCurve(law))
        .isNotEqualTo(new EnthalpyCurve(other))
        .isNotEqualTo(law)
        .hasToString(curve.toString());
    assertThat(curve.law()).isEqualTo(law);
    assertThat(curve.toString()).contains("EnthalpyCurve[0.0, ", "RABIN");
    assertThat(curve.hashCode()).isNotEqualTo(new EnthalpyCurve(other).hashCode());
  }

  @Test
  void coefficientsAreTheCurve() {
    EnthalpyCurve curve =
        new EnthalpyCurve(
            new ThermalLaw(FrozenLaw.RABIN, 1079, 3540, 1800, 0.52, 2, 272.15, 265.15, 231e3));
    double[][] c = curve.coefficients();
    double[] knots = curve.knots();
    for (double kelvin : new double[] {80, 130, 220, 260, 271, 300}) {
      double h = curve.enthalpy(kelvin);
      double t = 272.15 + curve.slopeT() * h;
      double q = curve.slopeQ() * h;
      for (int k = 0; k < EnthalpyCurve.KNOTS; k++) {
        double u = Math.abs(h - knots[k]) - (h - knots[k]);
        t += u * (c[0][k] + c[1][k] * u);
        q += u * (c[2][k] + c[3][k] * u);
      }
      assertThat(t).isCloseTo(kelvin, within(1e-9));
      assertThat(q).isCloseTo(curve.integral(h), within(1e-9));
    }
    assertThat(curve.slopeT()).isCloseTo(1 / (1079 * 3540.0), within(1e-15));
    assertThat(curve.slopeQ()).isCloseTo(0.52 / (1079 * 3540.0), within(1e-18));
  }

  @Test
  void knotsStandWhereTheyWereMeasuredToDoBest() {
    double[] standard = {272.15, 265.15, 251, 204.8, 167.2, 136.7, 111.9, 91.6};
    // a solidus below the first standard knot pushes that knot into the room below: 240 - 165 / 7
    double[] pushed = {272.15, 240, 240 - 165 / 7.0, 204.8, 167.2, 136.7, 111.9, 91.6};
    assertThat(knotTemperatures(265.15)).containsExactly(standard, within(1e-6));
    assertThat(knotTemperatures(240)).containsExactly(pushed, within(1e-6));
  }

  private static double[] knotTemperatures(double solidus) {
    EnthalpyCurve curve =
        new EnthalpyCurve(
            new ThermalLaw(FrozenLaw.RABIN, 1079, 3540, 1800, 0.52, 2, 272.15, solidus, 231e3));
    double[] knots = curve.knots();
    for (int k = 0; k < knots.length; k++) {
      knots[k] = curve.temperature(knots[k]);
    }
    return knots;
  }

  @Test
  void theBoundOnTheDiffusivityIsReached() {
    for (FrozenLaw form : FrozenLaw.values()) {
      EnthalpyCurve curve =
          new EnthalpyCurve(new ThermalLaw(form, 1079, 3540, 1800, 0.52, 2, 272.15, 265.15, 231e3));
      for (double kelvin : new double[] {80, 140, 255, 266, 290}) {
        double from = curve.enthalpy(kelvin);
        double warmest = curve.enthalpy(320);
        double largest = 0;
        for (int i = 0; i <= 200_000; i++) {
          largest = Math.max(largest, curve.diffusivity(from + (warmest - from) * i / 200_000));
        }
        assertThat(curve.largestDiffusivityAbove(from) / largest)
            .as("%s from %s K", form, kelvin)
            .isBetween(1 - 1e-9, 1 + 1e-3);
      }
    }
  }
}
