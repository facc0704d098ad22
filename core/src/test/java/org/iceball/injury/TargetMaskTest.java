package org.iceball.injury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.junit.jupiter.api.Test;

class TargetMaskTest {
  private static final double H = 1e-3;
  private static final int SIDE = 41;
  private static final Grid GRID = new Grid(SIDE, SIDE, SIDE, H, Vec3.mm(-20, -20, -20));

  private static Vec3 centre(int cell) {
    return GRID.centre(cell % SIDE, cell / SIDE % SIDE, cell / SIDE / SIDE);
  }

  private static boolean[] all() {
    boolean[] organ = new boolean[GRID.cells()];
    Arrays.fill(organ, true);
    return organ;
  }

  private static boolean[] ball(Vec3 middle, double radius) {
    boolean[] inside = new boolean[GRID.cells()];
    for (int c = 0; c < inside.length; c++) {
      inside[c] = centre(c).minus(middle).norm() < radius;
    }
    return inside;
  }

  /** Temperatures whose isotherm of 273.15 K is a ball. */
  private static float[] cold(Vec3 middle, double radius) {
    float[] t = new float[GRID.cells()];
    for (int c = 0; c < t.length; c++) {
      t[c] = (float) (273.15 + 5e3 * (centre(c).minus(middle).norm() - radius));
    }
    return t;
  }

  /** Temperatures whose isotherm of 273.15 K is a plane, colder to the left of it. */
  private static float[] coldUpTo(double index) {
    float[] t = new float[GRID.cells()];
    for (int c = 0; c < t.length; c++) {
      t[c] = (float) (273.15 + 8 * (c % SIDE - index));
    }
    return t;
  }

  @Test
  void flatSurfacesAreWhereTheirCellsEnd() {
    boolean[] target = new boolean[GRID.cells()];
    for (int c = 0; c < target.length; c++) {
      target[c] = c % SIDE < 10;
    }
    // the target ends at 9.5, the zone 4.3 cells beyond it
    float[] temperature = coldUpTo(13.8);
    TargetMask mask = new TargetMask(GRID, target, all());
    Coverage coverage = mask.coverage(temperature, 273.15, List.of(0.0, 4e-3, 5e-3));
    assertThat(coverage.leastMargin()).isCloseTo(4.3e-3, within(1e-7));
    assertThat(coverage.covered()).isEqualTo(1);
    assertThat(coverage.targetVolume()).isCloseTo(10 * SIDE * SIDE * 1e-9, within(1e-15));
    assertThat(coverage.margins().get(1).covered()).isEqualTo(1);
    assertThat(coverage.margins().get(2).covered()).isCloseTo(14.3 / 15, within(1e-6));
    assertThat(mask.covered(ColdFraction.of(GRID, temperature, 273.15))).isEqualTo(1);
  }

  @Test
  void whatIsLeftOfTheTargetCountsBackwards() {
    boolean[] target = new boolean[GRID.cells()];
    for (int c = 0; c < target.length; c++) {
      target[c] = c % SIDE < 20;
    }
    Coverage coverage =
        new TargetMask(GRID, target, all()).coverage(coldUpTo(15.1), 273.15, List.of(0.0));
    assertThat(coverage.leastMargin()).isCloseTo(-4.4e-3, within(1e-7));
    assertThat(coverage.covered()).isCloseTo(15.6 / 20, within(1e-6));
    assertThat(Math.round((coverage.leastMarginAt().x() + 20e-3) / H)).isEqualTo(16);
  }

  @Test
  void theLeastMarginOfABallInABallIsTheDifferenceOfTheirRadii() {
    long seed = 7;
    Random random = new Random(seed);
    double least = Double.MAX_VALUE;
    double most = -Double.MAX_VALUE;
    for (int d = 0; d < 20; d++) {
      Vec3 middle =
          new Vec3(random.nextDouble(), random.nextDouble(), random.nextDouble()).times(H);
      Coverage c =
          new TargetMask(GRID, ball(middle, 8 * H), all())
              .coverage(cold(middle, 13 * H), 273.15, List.of());
      double error = (c.leastMargin() - 5 * H) / H;
      least = Math.min(least, error);
      most = Math.max(most, error);
    }
    System.out.printf(
        Locale.ROOT, "least margin, seed %d: off by %.3f to %.3f cells%n", seed, least, most);
    // the target is the boxes of its cells, whose corners stand out by half a diagonal at most
    assertThat(least).isGreaterThan(-Math.sqrt(3) / 2);
    assertThat(most).isLessThan(0);
    assertThat(most - least).isLessThan(0.1);
  }

  @Test
  void tissueOutsideTheOrganIsNobodysToCover() {
    boolean[] organ = all();
    boolean[] target = ball(Vec3.ZERO, 6 * H);
    for (int c = 0; c < organ.length; c++) {
      organ[c] = centre(c).x() < 8 * H;
    }
    Coverage coverage =
        new TargetMask(GRID, target, organ).coverage(coldUpTo(29), 273.15, List.of(5e-3));
    assertThat(coverage.margins().get(0).covered()).isEqualTo(1);
    assertThat(coverage.leastMargin()).isInfinite();
    assertThat(coverage.leastMarginAt()).isNull();
  }

  @Test
  void withoutATargetThereIsNothingToCover() {
    assertThat(new TargetMask(GRID, new boolean[GRID.cells()], all()).isEmpty()).isTrue();
    assertThat(new TargetMask(GRID, ball(Vec3.ZERO, 2 * H), all()).isEmpty()).isFalse();
  }
}
