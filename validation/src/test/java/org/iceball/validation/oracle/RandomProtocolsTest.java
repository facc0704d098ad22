package org.iceball.validation.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Abrupt walls, narrow freezing ranges and large perfusion: the solver finishes and keeps books.
 */
class RandomProtocolsTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void finishesWithinBoundsAndKeepsItsBooks(long seed) {
    Random random = new Random(seed);
    double liquidus = 273.15 - 2 * random.nextDouble();
    double solidus = liquidus - 0.2 - 20 * random.nextDouble();
    double latent = 1e8 + 2.4e8 * random.nextDouble();
    RadialTissue bare =
        random.nextBoolean()
            ? RadialTissue.rabin(
                0.3 + 0.4 * random.nextDouble(),
                3.6e6,
                RadialTissue.ice(1060),
                latent,
                solidus,
                liquidus)
            : RadialTissue.constant(0.5, 2, 3.6e6, 1.8e6, latent, solidus, liquidus);
    RadialTissue tissue = bare.withBlood(1.5e5 * random.nextDouble(), 310.15, 0);
    double coldest = 80 + 100 * random.nextDouble();
    double hottest = 300 + 40 * random.nextDouble();
    RadialSchedule schedule =
        RadialSchedule.of(20 + 100 * random.nextDouble(), Wall.at(coldest))
            .then(5 + 60 * random.nextDouble(), Wall.at(hottest))
            .then(10 + 60 * random.nextDouble(), new Wall.Settling(coldest, 3))
            .then(10 + 300 * random.nextDouble(), Wall.insulated());
    Resolution coarse = Resolution.STANDARD.coarserCells(6).longerSteps(4);
    double end = schedule.end();
    List<RadialState> states =
        RadialReference.run(
            tissue, 0.5e-3 + 1.5e-3 * random.nextDouble(), schedule, coarse, end / 3, end);
    for (RadialState state : states) {
      assertThat(state.energy().imbalance()).isCloseTo(0, within(1e-8));
      for (double temperature : state.temperatures()) {
        assertThat(temperature)
            .isBetween(coldest - 0.01, Math.max(hottest, tissue.bodyTemperature()) + 0.01);
      }
      assertThat(state.stasisRadius()).isGreaterThanOrEqualTo(state.liquidusRadius());
    }
  }
}
