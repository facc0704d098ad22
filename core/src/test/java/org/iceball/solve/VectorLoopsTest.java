package org.iceball.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.iceball.grid.Vectors;
import org.iceball.model.PerfusionLaw;
import org.iceball.tissue.EnthalpyCurve;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.ThermalLaw;
import org.iceball.tissue.Tissue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The loops with the Vector API give the bits of the plain ones, at every length of a stretch. */
class VectorLoopsTest {
  private static final Tissue LIVER = Cases.liver(0.016, FrozenLaw.RABIN);
  private static final EnthalpyCurve CURVE = new EnthalpyCurve(ThermalLaw.of(LIVER));

  /** Rows and columns of a plane, and how many knots are reached. */
  static Stream<Arguments> planes() {
    return Stream.of(new int[] {1, 1}, new int[] {1, 7}, new int[] {7, 1}, new int[] {19, 5})
        .flatMap(
            p ->
                IntStream.rangeClosed(0, EnthalpyCurve.KNOTS)
                    .mapToObj(knots -> Arguments.of(p[0], p[1], knots)));
  }

  @Test
  void theTestsRunWithVectors() {
    assertThat(Vectors.available()).isTrue();
    assertThat(Loops64.best().getClass().getSimpleName()).isEqualTo("VectorLoops64");
    assertThat(Loops32.best().getClass().getSimpleName()).isEqualTo("VectorLoops32");
  }

  /** Conduction row by row gives the bits of a plane at once, in both writings. */
  @ParameterizedTest
  @MethodSource("planes")
  void rowsCanBeDoneOneByOne(int nx, int ny, int knots) {
    for (Loops64 loops : new Loops64[] {new PlainLoops64(), Loops64.best()}) {
      assertThat(conducted(loops, nx, ny, nx)).isEqualTo(conducted(loops, nx, ny, nx * ny));
    }
  }

  private static double[] conducted(Loops64 loops, int nx, int ny, int band) {
    int n = nx * ny;
    Random random = new Random(5);
    double[] q = random(random, n, 100);
    Work64 w = new Work64(n);
    w.back = random(random, n, 100);
    w.front = random(random, n, 100);
    for (int from = 0; from < n; from += band) {
      loops.shift(w, q, nx, 0, n, from, from + band);
      for (int row = from; row < from + band; row += nx) {
        w.left[row] = 7 - row;
        w.right[row + nx - 1] = 3 + row;
      }
      for (int c = 0; c < nx; c++) {
        w.below[c] = from == 0 ? 11 * c : w.below[c];
        w.above[n - nx + c] = from + band == n ? 13 * c : w.above[n - nx + c];
      }
      loops.conduct(w, q, nx, 0, n, from, from + band, 1e6);
    }
    return w.rate;
  }

  @ParameterizedTest
  @MethodSource("planes")
  void bothWritingsGiveTheSameBits(int nx, int ny, int knots) {
    assumeThat(Vectors.available()).isTrue();
    assertThat(evaluate(new PlainLoops64(), nx, ny, knots))
        .isEqualTo(evaluate(Loops64.best(), nx, ny, knots));
    assertThat(evaluate(new PlainLoops32(), nx, ny, knots))
        .isEqualTo(evaluate(Loops32.best(), nx, ny, knots));
  }

  /** All loops on random numbers, in double precision: rates, stages, heat and PlaneLoops64. */
  private static String evaluate(Loops64 loops, int nx, int ny, int knots) {
    int n = nx * ny;
    Random random = new Random(17);
    double[] h = random(random, n, 4e8);
    double[] d = random(random, n, 1e7);
    double[] m = random(random, n, 1e6);
    double[] e = random(random, n, 1e7);
    double[] alive = random(random, n, 1);
    double[] curve = Coefficients64.of(CURVE);
    double[] blood = Coefficients64.of(PerfusionLaw.of(LIVER, CURVE, 1e-3, 310));
    Work64 w = new Work64(n);
    double[] q = new double[n];
    loops.integral(h, d, w.y, q, 0, n, curve, knots);
    loops.shift(w, q, nx, 0, n, 0, n);
    for (int row = 0; row < n; row += nx) {
      w.left[row] = 7 - row;
      w.right[row + nx - 1] = 3 + row;
    }
    for (int c = 0; c < nx; c++) {
      w.below[c] = 11 * c;
      w.above[n - nx + c] = 13 * c;
    }
    w.back = random(random, n, 100);
    w.front = random(random, n, 100);
    loops.conduct(w, q, nx, 0, n, 0, n, 1e6);
    Arrays.fill(w.y, 7); // what another plane has left there
    loops.perfuse(w, h, d, alive, 0, n, blood);
    loops.stage(e, 1.5, d, -0.5, 0.1, w.rate, 0.2, m, 0, n);
    loops.integral(h, e, w.y, q, 0, n, curve, knots);
    return Arrays.toString(e)
        + Arrays.toString(w.heat)
        + Arrays.toString(q)
        + PlaneLoops64.total(e, 0, n)
        + PlaneLoops64.least(e, 0, n);
  }

  private static double[] random(Random random, int n, double scale) {
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = scale * (2 * random.nextDouble() - 1);
    }
    return x;
  }

  /** The same in single precision. */
  private static String evaluate(Loops32 loops, int nx, int ny, int knots) {
    int n = nx * ny;
    Random random = new Random(17);
    float[] h = randomFloats(random, n, 4e8);
    float[] d = randomFloats(random, n, 1e7);
    float[] m = randomFloats(random, n, 1e6);
    float[] e = randomFloats(random, n, 1e7);
    float[] alive = randomFloats(random, n, 1);
    float[] curve = Coefficients32.of(CURVE);
    float[] blood = Coefficients32.of(PerfusionLaw.of(LIVER, CURVE, 1e-3, 310));
    Work32 w = new Work32(n);
    float[] q = new float[n];
    loops.integral(h, d, w.y, q, 0, n, curve, knots);
    loops.shift(w, q, nx, 0, n, 0, n);
    for (int row = 0; row < n; row += nx) {
      w.left[row] = 7 - row;
      w.right[row + nx - 1] = 3 + row;
    }
    for (int c = 0; c < nx; c++) {
      w.below[c] = 11 * c;
      w.above[n - nx + c] = 13 * c;
    }
    w.back = randomFloats(random, n, 100);
    w.front = randomFloats(random, n, 100);
    loops.conduct(w, q, nx, 0, n, 0, n, 1e6f);
    Arrays.fill(w.y, 7); // what another plane has left there
    loops.perfuse(w, h, d, alive, 0, n, blood);
    loops.stage(e, 1.5f, d, -0.5f, 0.1f, w.rate, 0.2f, m, 0, n);
    loops.integral(h, e, w.y, q, 0, n, curve, knots);
    return Arrays.toString(e)
        + Arrays.toString(w.heat)
        + Arrays.toString(q)
        + PlaneLoops32.total(e, 0, n)
        + PlaneLoops32.least(e, 0, n);
  }

  private static float[] randomFloats(Random random, int n, double scale) {
    float[] x = new float[n];
    for (int i = 0; i < n; i++) {
      x[i] = (float) (scale * (2 * random.nextDouble() - 1));
    }
    return x;
  }
}
