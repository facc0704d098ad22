package org.iceball.validation.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.iceball.validation.exact.LunardiniSlab;
import org.iceball.validation.exact.Material;
import org.iceball.validation.exact.NeumannSlab;
import org.iceball.validation.exact.PatersonLineSink;
import org.junit.jupiter.api.Test;

class SelfSimilarFreezingTest {
  private static final Material ICE = new Material(2, 1.8e6);
  private static final Material MUSH = new Material(1.25, 2.7e6);
  private static final Material WARM = new Material(0.5, 3.6e6);

  @Test
  void aSlabOfThreeConstantZonesIsThatOfLunardini() {
    RadialTissue tissue =
        RadialTissue.of(
            t -> t >= 272.15 ? 0.5 : t > 265.15 ? 1.25 : 2.0,
            3.6e6,
            t -> 1.8e6,
            250e6,
            265.15,
            272.15,
            List.of());
    SelfSimilarFreezing slab = SelfSimilarFreezing.slab(tissue, 133.15);
    LunardiniSlab exact = new LunardiniSlab(ICE, MUSH, WARM, 250e6, 133.15, 265.15, 272.15, 310.15);
    Percentage tight = Percentage.withPercentage(1e-8);
    assertThat(slab.liquidus(600)).isCloseTo(exact.liquidusFront(600), tight);
    assertThat(slab.isotherm(265.15, 600)).isCloseTo(exact.solidusFront(600), tight);
    for (double x : new double[] {0, 0.005, 0.02, 0.0255, 0.03, 0.06}) {
      assertThat(slab.temperature(x, 600)).isCloseTo(exact.temperature(x, 600), within(1e-6));
    }
  }

  @Test
  void aNarrowRangeTendsToNeumann() {
    RadialTissue tissue = RadialTissue.constant(0.5, 2, 3.6e6, 1.8e6, 250e6, 272.14, 272.15);
    NeumannSlab exact = new NeumannSlab(ICE, WARM, 250e6, 133.15, 272.15, 310.15);
    assertThat(SelfSimilarFreezing.slab(tissue, 133.15).liquidus(600))
        .isCloseTo(exact.front(600), Percentage.withPercentage(0.02));
  }

  @Test
  void aNeedleInATissueOfNarrowRangeTendsToPaterson() {
    RadialTissue tissue = RadialTissue.constant(0.5, 2, 3.6e6, 1.8e6, 250e6, 272.14, 272.15);
    SelfSimilarFreezing needle = SelfSimilarFreezing.needle(tissue, 0.75e-3, 600, 133.15);
    double sink =
        2 * Math.PI * needle.coldFlux() * Math.exp(0.75e-3 * 0.75e-3 / (4 * 2 / 1.8e6 * 600));
    PatersonLineSink exact = new PatersonLineSink(ICE, WARM, 250e6, sink, 272.15, 310.15);
    assertThat(needle.liquidus(600)).isCloseTo(exact.front(600), Percentage.withPercentage(0.02));
    assertThat(exact.temperature(0.75e-3, 600)).isCloseTo(133.15, within(0.1));
    assertThat(needle.temperature(5e-3, 600)).isCloseTo(exact.temperature(5e-3, 600), within(0.1));
  }

  @Test
  void aNeedleInRabinTissueObeysConductionWithVariableProperties() {
    RadialTissue tissue = SampleTissues.rabin();
    SelfSimilarFreezing needle = SelfSimilarFreezing.needle(tissue, 0.75e-3, 600, 133.15);
    ThermalTable table = new ThermalTable(tissue);
    double t = 600;
    double[] places = {1.5e-3, 4e-3, 8e-3, needle.liquidus(t) - 2e-4, needle.liquidus(t) + 4e-3};
    for (double r : places) {
      // in the logarithm of the radius, in which the steady profile is straight
      double h = 3e-3;
      double left = table.integral(needle.temperature(r * Math.exp(-h), t));
      double centre = table.integral(needle.temperature(r, t));
      double right = table.integral(needle.temperature(r * Math.exp(h), t));
      double conducted = (right - 2 * centre + left) / (h * h * r * r);
      double stored =
          (table.enthalpy(needle.temperature(r, t * 1.001))
                  - table.enthalpy(needle.temperature(r, t * 0.999)))
              / (0.002 * t);
      assertThat(conducted).isCloseTo(stored, Percentage.withPercentage(1));
    }
    assertThat(needle.temperature(0.75e-3, 600)).isCloseTo(133.15, within(1e-9));
    assertThat(needle.temperature(0.2, 600)).isCloseTo(310.15, within(1e-9));
  }

  @Test
  void refusesWhatIsNotSelfSimilar() {
    assertThatThrownBy(() -> SelfSimilarFreezing.slab(SampleTissues.perfusedRabin(), 133.15))
        .hasMessageContaining("perfused");
    assertThatThrownBy(() -> SelfSimilarFreezing.slab(SampleTissues.rabin(), 270))
        .hasMessageContaining("below the solidus");
    RadialTissue bent =
        RadialTissue.of(t -> t / 600, 3.6e6, t -> 1.8e6, 250e6, 265.15, 272.15, List.of());
    assertThatThrownBy(() -> SelfSimilarFreezing.slab(bent, 133.15))
        .hasMessageContaining("constant above the liquidus");
  }
}
