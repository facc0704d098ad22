package org.iceball.injury;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same ice, moved by fractions of a cell and turned, must read out the same. */
class ReadOutNoiseTest {
  private static final double MELTS = 273.15;
  private static final int DRAWS = 40;
  private static final long SEED = 20261123;

  /** Standard deviation and mean error of what is read out [cells]. */
  private record Scatter(double deviation, double bias) {
    static Scatter of(double[] errors) {
      double mean = Arrays.stream(errors).average().orElseThrow();
      double square =
          Arrays.stream(errors).map(e -> (e - mean) * (e - mean)).average().orElseThrow();
      return new Scatter(Math.sqrt(square), mean);
    }
  }

  /**
   * Temperature against the scaled radius: a perfused boundary layer of a quarter radius outside, a
   * logarithm inside that is steeper by a factor at the surface.
   */
  private static DoubleUnaryOperator profile(double kink) {
    double layer = 0.25;
    return r ->
        r > 1
            ? MELTS - 37 * Math.expm1(-(r - 1) / layer)
            : MELTS + kink * 37 / layer * Math.log(Math.max(0.05, r));
  }

  /** Read-outs less the truth, in cells: radius by volume, then three lengths; shape [4][draws]. */
  private static double[][] errors(double radius, double stretch, DoubleUnaryOperator profile) {
    Random random = new Random(SEED);
    int half = (int) Math.ceil(radius * stretch * 1.2) + 3;
    int side = 2 * half + 1;
    Grid grid = new Grid(side, side, side, 1, new Vec3(-half, -half, -half));
    float[] t = new float[grid.cells()];
    double[][] errors = new double[4][DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      Vec3 centre = new Vec3(random.nextDouble(), random.nextDouble(), random.nextDouble());
      Vec3 axis =
          new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).unit();
      for (int c = 0; c < t.length; c++) {
        Vec3 p = grid.centre(c % side, c / side % side, c / side / side).minus(centre);
        double along = p.dot(axis);
        double across = Math.sqrt(Math.max(0, p.dot(p) - along * along));
        t[c] = (float) profile.applyAsDouble(Math.hypot(across, along / stretch) / radius);
      }
      Zone zone = ZoneMetrics.measure(grid, t, MELTS);
      errors[0][draw] = Math.cbrt(zone.volume() * 3 / (4 * Math.PI * stretch)) - radius;
      errors[1][draw] = zone.axes().get(0) - 2 * radius * stretch;
      errors[2][draw] = zone.axes().get(1) - 2 * radius;
      errors[3][draw] = zone.axes().get(2) - 2 * radius;
    }
    return errors;
  }

  /** Radius [cells], stretch of one axis, how much steeper the temperature is inside. */
  @ParameterizedTest
  @CsvSource({"5, 1, 1", "5, 1, 1.5", "10, 1, 1", "10, 1, 1.5", "5, 2, 1", "6, 2, 1.5"})
  void volumesAndLengthsDoNotDependOnWhereTheIceLiesInItsCells(
      double radius, double stretch, double kink) {
    String[] what = {"radius by volume", "length", "width", "thickness"};
    double[][] errors = errors(radius, stretch, profile(kink));
    for (int q = 0; q < 4; q++) {
      Scatter scatter = Scatter.of(errors[q]);
      System.out.printf(
          java.util.Locale.ROOT,
          "read-out, seed %d, radius %.0f, stretch %.0f, kink %.1f: %-16s scatter %.4f, bias"
              + " %+.4f cells%n",
          SEED,
          radius,
          stretch,
          kink,
          what[q],
          scatter.deviation(),
          scatter.bias());
      assertThat(scatter.deviation()).as("scatter of %s", what[q]).isLessThan(q == 0 ? 0.01 : 0.05);
      assertThat(Math.abs(scatter.bias())).as("bias of %s", what[q]).isLessThan(0.15);
    }
  }
}
