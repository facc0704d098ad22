package org.iceball.injury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import org.iceball.grid.Grid;
import org.iceball.grid.Threads;
import org.iceball.grid.Vec3;
import org.junit.jupiter.api.Test;

/** Fractions of cells that are cold. */
class ColdFractionTest {
  private static final Grid GRID = new Grid(20, 17, 15, 1e-3, Vec3.ZERO);

  @Test
  void rowsThatHoldAllThatIsColdAreEnough() {
    ColdZone zone = new ColdZone(GRID, Threads.ALONE);
    for (double radius : new double[] {4, 5.5, 3}) { // what a look leaves must not stay
      float[] temperature = ball(radius);
      double volume = zone.look(temperature, 273, new Rows(2, 15, 1, 14));
      assertThat(zone.fraction()).isEqualTo(ColdFraction.of(GRID, temperature, 273));
      assertThat(volume)
          .isCloseTo(ZoneMetrics.volume(GRID, zone.fraction()), withinPercentage(1e-12));
    }
    assertThat(zone.look(ball(-5), 273, new Rows(2, 15, 1, 14))).isZero();
  }

  @Test
  void threadsChangeNothing() {
    Threads backwards =
        (n, piece) -> {
          for (int p = n - 1; p >= 0; p--) {
            piece.accept(p);
          }
        };
    ColdZone zone = new ColdZone(GRID, backwards);
    zone.look(ball(6.5), 273, new Rows(0, 17, 0, 15));
    assertThat(zone.fraction()).isEqualTo(ColdFraction.of(GRID, ball(6.5), 273));
  }

  @Test
  void coldThatReachesTheGridsSidesIsCounted() {
    float[] temperature = new float[GRID.cells()];
    Arrays.fill(temperature, 250);
    double volume =
        new ColdZone(GRID, Threads.ALONE).look(temperature, 273, new Rows(0, 17, 0, 15));
    assertThat(volume).isEqualTo(GRID.cells() * GRID.cellVolume());
  }

  /** Cold round a point off the grid's centre, by the distance in cells from a sphere [K]. */
  private static float[] ball(double radius) {
    float[] temperature = new float[GRID.cells()];
    for (int c = 0; c < temperature.length; c++) {
      int i = c % 20;
      int j = c / 20 % 17;
      int k = c / 20 / 17;
      double r = new Vec3(i - 9.3, j - 8.1, k - 7.4).norm();
      temperature[c] = (float) (273 + 5 * (r - radius));
    }
    return temperature;
  }
}
