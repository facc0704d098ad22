package org.iceball.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistanceTransformTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void distancesAreThoseOfTryingEveryBox(long seed) {
    Random random = new Random(seed);
    int nx = 9;
    int ny = 11;
    int nz = 6;
    double[] h = {0.9, 0.7, 5.0};
    boolean[] in = new boolean[nx * ny * nz];
    float[] f = new float[in.length];
    for (int v = 0; v < in.length; v++) {
      in[v] = random.nextInt(60) == 0;
      f[v] = in[v] ? 0 : DistanceTransform.FAR;
    }
    DistanceTransform.squared(f, nx, ny, nz, h[0], h[1], h[2], Threads.ALONE);
    for (int v = 0; v < in.length; v++) {
      double least = DistanceTransform.FAR;
      for (int w = 0; w < in.length; w++) {
        if (in[w]) {
          double x = gap(v % nx, w % nx) * h[0];
          double y = gap(v / nx % ny, w / nx % ny) * h[1];
          double z = gap(v / nx / ny, w / nx / ny) * h[2];
          least = Math.min(least, x * x + y * y + z * z);
        }
      }
      assertThat((double) f[v]).isCloseTo(least, Offset.offset(1e-5 * Math.max(1, least)));
    }
  }

  private static double gap(int p, int q) {
    return Math.max(0, Math.abs(p - q) - 0.5);
  }

  @Test
  void aCellTwoStepsAwayIsOneAndAHalfStepsFromTheBoxOfTheSet() {
    Grid grid = new Grid(4, 1, 1, 2e-3, Vec3.ZERO);
    assertThat(DistanceTransform.of(grid, c -> c == 1)).containsExactly(1e-3f, 0, 1e-3f, 3e-3f);
  }

  @Test
  void anEmptySetIsFarAway() {
    float[] f = {DistanceTransform.FAR, DistanceTransform.FAR};
    DistanceTransform.squared(f, 2, 1, 1, 1, 1, 1, Threads.ALONE);
    assertThat(f).containsExactly(DistanceTransform.FAR, DistanceTransform.FAR);
  }
}
