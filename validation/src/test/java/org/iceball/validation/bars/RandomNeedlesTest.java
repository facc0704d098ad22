package org.iceball.validation.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.iceball.validation.oracle.RandomCase.between;
import static org.iceball.validation.oracle.RandomCase.cited;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.iceball.grid.Vec3;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;
import org.iceball.validation.oracle.RandomCase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Long needles in tissues drawn by chance, with the engine's own error bars, against the radial
 * reference.
 */
class RandomNeedlesTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 22, 35})
  void theRadialReferenceLiesWithinTheErrorBars(long seed) {
    hold(seed);
  }

  @Tag("long")
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("manySeeds")
  void theRadialReferenceLiesWithinTheErrorBarsInManyCases(long seed) {
    hold(seed);
  }

  static List<Long> manySeeds() {
    return LongStream.rangeClosed(101, 130).boxed().toList();
  }

  private static void hold(long seed) {
    Random r = new Random(seed);
    Tissue tissue = RandomCase.tissue(r).with(TissueProperty.METABOLIC_HEAT, cited(0));
    Vec3 axis = new Vec3(r.nextGaussian(), r.nextGaussian(), r.nextGaussian()).unit();
    Vec3 shift = new Vec3(r.nextDouble(), r.nextDouble(), r.nextDouble());
    List<BarCheck> checks =
        LongNeedleCases.run(
            new LongNeedleCases.Setting(
                between(r, 0.7e-3, 1.7e-3),
                tissue,
                2e-3,
                axis,
                shift,
                LongNeedleCases.freezeThawFreeze(
                    between(r, 200, 600), between(r, 60, 300), between(r, 200, 600))));
    for (BarCheck check : checks) {
      System.out.println("seed " + seed + ", " + check);
    }
    assertThat(checks).hasSize(12).allSatisfy(c -> assertThat(c.hasBar()).isTrue());
    for (BarCheck check : checks) {
      assertThat(check.covers()).as(check.toString()).isTrue();
      assertThat(check.value() / check.exact()).as(check.toString()).isBetween(0.93, 1.07);
    }
  }
}
