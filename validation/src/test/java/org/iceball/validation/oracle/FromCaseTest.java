package org.iceball.validation.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.iceball.device.Cryoprobe;
import org.iceball.device.Phase;
import org.iceball.device.Protocol;
import org.iceball.tissue.Cited;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;
import org.junit.jupiter.api.Test;

class FromCaseTest {

  private static Tissue tissue(FrozenLaw law) {
    Map<TissueProperty, Cited> properties = new EnumMap<>(TissueProperty.class);
    properties.put(TissueProperty.DENSITY, cited(1079));
    properties.put(TissueProperty.SPECIFIC_HEAT, cited(3540));
    properties.put(TissueProperty.CONDUCTIVITY, cited(0.52));
    properties.put(TissueProperty.FROZEN_SPECIFIC_HEAT, cited(2000));
    properties.put(TissueProperty.FROZEN_CONDUCTIVITY, cited(2.2));
    properties.put(TissueProperty.LIQUIDUS, cited(272.15));
    properties.put(TissueProperty.SOLIDUS, cited(265.15));
    properties.put(TissueProperty.LATENT_HEAT, cited(231_696));
    properties.put(TissueProperty.PERFUSION, cited(0.016));
    properties.put(TissueProperty.METABOLIC_HEAT, cited(4200));
    properties.put(TissueProperty.ELECTRICAL_CONDUCTIVITY, cited(0.2));
    properties.put(TissueProperty.ELECTRICAL_RISE, cited(0.015));
    properties.put(TissueProperty.WATER, cited(0.74));
    return new Tissue("sample", "a sample", law, properties);
  }

  @Test
  void aTissueKeepsItsNumbers() {
    RadialTissue constant = FromCase.tissue(tissue(FrozenLaw.CONSTANT));
    assertThat(constant.latentHeat()).isCloseTo(250e6, within(1e4));
    assertThat(constant.perfusion()).isCloseTo(SampleTissues.BLOOD, within(1e-9));
    assertThat(constant.metabolicHeat()).isEqualTo(4200);
    assertThat(constant.conductivity().applyAsDouble(200)).isEqualTo(2.2);
    assertThat(constant.conductivity().applyAsDouble(268.65)).isCloseTo(1.36, within(1e-12));
    assertThat(constant.heatCapacity().applyAsDouble(200)).isEqualTo(1079 * 2000.0);
    assertThat(constant.heatCapacity().applyAsDouble(268)).isEqualTo(1079 * 2770.0);
    RadialTissue rabin = FromCase.tissue(tissue(FrozenLaw.RABIN));
    assertThat(rabin.conductivity().applyAsDouble(190)).isCloseTo(2.41, within(0.005));
    assertThat(rabin.conductivity().applyAsDouble(300)).isEqualTo(0.52);
    assertThat(rabin.heatCapacity().applyAsDouble(173.15))
        .isCloseTo(1079 * 2000 * 1377.8 / 2093.8, within(500.0));
    RadialTissue gel = FromCase.tissue(tissue(FrozenLaw.ICE));
    assertThat(gel.conductivity().applyAsDouble(251)).isEqualTo(2.2);
    assertThat(gel.conductivity().applyAsDouble(150))
        .isCloseTo(2.2 * Math.pow(150, -1.235) / Math.pow(251, -1.235), within(1e-9));
    assertThat(gel.conductivity().applyAsDouble(300)).isEqualTo(0.52);
  }

  @Test
  void aProtocolMovesTheWallOfItsProbe() {
    Cryoprobe probe =
        new Cryoprobe(
            "p", "", cited(1.5e-3), cited(0.03), cited(133.15), cited(20), cited(313.15), cited(5));
    RadialSchedule schedule =
        FromCase.schedule(
            probe,
            new Protocol(
                List.of(
                    new Phase(Phase.Kind.FREEZE, 600),
                    new Phase(Phase.Kind.PASSIVE_THAW, 300),
                    new Phase(Phase.Kind.ACTIVE_THAW, 60))));
    assertThat(schedule.end()).isEqualTo(960);
    assertThat(schedule.phases().get(0).wall()).isEqualTo(new Wall.Settling(133.15, 20));
    assertThat(((Wall.Drawing) schedule.phases().get(1).wall()).heat().applyAsDouble(1)).isZero();
    assertThat(schedule.phases().get(2).wall()).isEqualTo(new Wall.Settling(313.15, 5));
  }

  private static Cited cited(double value) {
    return Cited.byUser(value);
  }
}
